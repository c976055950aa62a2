/** Signed test calls that were made as real calls, and whether the carrier's set-up says what the signed form says. */
export const createRealCalls = `
CREATE TABLE real_calls(
  case_id TEXT NOT NULL REFERENCES cases, test_call_id TEXT NOT NULL, outcome TEXT NOT NULL CHECK(outcome IN ('agreed','different')), note TEXT NOT NULL,
  made_by TEXT NOT NULL, made_at TEXT NOT NULL, PRIMARY KEY(case_id, test_call_id)
) STRICT, WITHOUT ROWID;
-- \`parts\`: a JSON list of the form's parts that differ; null when the carrier's product says no routing.
CREATE TABLE routing_checks(
  case_id TEXT PRIMARY KEY REFERENCES cases, checked_at TEXT NOT NULL, parts TEXT CHECK(parts IS NULL OR json_valid(parts))
) STRICT, WITHOUT ROWID;
`;
