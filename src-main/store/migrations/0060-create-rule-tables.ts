/** Every rule table that was in force, shipped or published by the hall: a hold names its version, so nothing here changes or goes. */
export const createRuleTables = `
CREATE TABLE rule_tables(
  version INTEGER PRIMARY KEY, rules TEXT NOT NULL CHECK(json_valid(rules)), grades TEXT NOT NULL CHECK(json_valid(grades)), note TEXT NOT NULL,
  confirmed INTEGER NOT NULL, published_at TEXT NOT NULL, published_by TEXT
) STRICT;
CREATE TRIGGER rule_tables_no_update BEFORE UPDATE ON rule_tables BEGIN SELECT raise(ABORT, 'a published rule table never changes'); END;
CREATE TRIGGER rule_tables_no_delete BEFORE DELETE ON rule_tables BEGIN SELECT raise(ABORT, 'nothing of the rule tables is deleted'); END;
`;
