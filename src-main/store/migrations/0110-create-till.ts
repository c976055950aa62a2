/**
 * The drawer: shifts with their counts and closes, reversals of payments, and what the carrier says it took. Two tables are
 * rebuilt: payments (more tenders, why a stranger pays, the shift) and papers (more kinds; a day sheet has no case).
 */
export const createTill = `
CREATE TABLE shifts(
  shift_id TEXT PRIMARY KEY, shift_no TEXT NOT NULL UNIQUE, staff_no TEXT NOT NULL REFERENCES staff, desk INTEGER NOT NULL, opened_at TEXT NOT NULL,
  float_li INTEGER NOT NULL CHECK(float_li >= 0), rank INTEGER NOT NULL UNIQUE
) STRICT, WITHOUT ROWID;
CREATE TABLE shift_counts(
  count_id INTEGER PRIMARY KEY AUTOINCREMENT, shift_id TEXT NOT NULL REFERENCES shifts, counted_at TEXT NOT NULL, counted_by TEXT NOT NULL, entries_seen INTEGER NOT NULL,
  cash TEXT NOT NULL CHECK(json_valid(cash)), others TEXT NOT NULL CHECK(json_valid(others)), slips TEXT NOT NULL CHECK(json_valid(slips))
) STRICT;
CREATE TABLE shift_explanations(
  explanation_id INTEGER PRIMARY KEY AUTOINCREMENT, shift_id TEXT NOT NULL REFERENCES shifts, mismatch_id TEXT NOT NULL, action TEXT NOT NULL CHECK(action IN ('in-transit','explained')),
  note TEXT NOT NULL, explained_at TEXT NOT NULL, explained_by TEXT NOT NULL, authorised_by TEXT
) STRICT;
CREATE TABLE shift_closes(
  shift_id TEXT PRIMARY KEY REFERENCES shifts, count_id INTEGER NOT NULL REFERENCES shift_counts, closed_at TEXT NOT NULL, closed_by TEXT NOT NULL, authorised_by TEXT, note TEXT NOT NULL,
  deposit_li INTEGER NOT NULL CHECK(deposit_li >= 0), deposit_bag TEXT NOT NULL, float_left_li INTEGER NOT NULL CHECK(float_left_li >= 0), expected TEXT NOT NULL CHECK(json_valid(expected)),
  sheet_paper_id TEXT NOT NULL REFERENCES papers
) STRICT, WITHOUT ROWID;
CREATE TRIGGER shifts_one_open BEFORE INSERT ON shifts WHEN EXISTS(SELECT 1 FROM shifts s LEFT JOIN shift_closes c USING(shift_id) WHERE c.shift_id IS NULL)
  BEGIN SELECT raise(ABORT, 'one shift is open at a time'); END;

CREATE TABLE payments_new(
  payment_id TEXT PRIMARY KEY, case_id TEXT NOT NULL REFERENCES cases, tender TEXT NOT NULL CHECK(tender IN ('cash','pos','wechat','alipay','transfer','collection')),
  amount_li INTEGER NOT NULL CHECK(amount_li > 0), tendered_li INTEGER, change_li INTEGER NOT NULL DEFAULT 0, payer_name TEXT NOT NULL, payer_note TEXT NOT NULL DEFAULT '', reference TEXT NOT NULL,
  taken_at TEXT NOT NULL, taken_by TEXT NOT NULL, shift_id TEXT REFERENCES shifts
) STRICT, WITHOUT ROWID;
INSERT INTO payments_new(payment_id, case_id, tender, amount_li, tendered_li, change_li, payer_name, reference, taken_at, taken_by)
  SELECT payment_id, case_id, tender, amount_li, tendered_li, change_li, payer_name, reference, taken_at, taken_by FROM payments;
DROP TABLE payments;
ALTER TABLE payments_new RENAME TO payments;
CREATE INDEX payments_by_case ON payments(case_id, taken_at);
CREATE INDEX payments_by_shift ON payments(shift_id);
CREATE TRIGGER payments_no_update BEFORE UPDATE ON payments BEGIN SELECT raise(ABORT, 'payments is append-only'); END;
CREATE TRIGGER payments_no_delete BEFORE DELETE ON payments BEGIN SELECT raise(ABORT, 'payments is append-only'); END;

-- A payment may be announced in one shift and arrive in another: then it is a late item of the first, and its receipt is written in the second.
ALTER TABLE arrivals ADD COLUMN shift_id TEXT REFERENCES shifts;
CREATE INDEX arrivals_by_shift ON arrivals(shift_id);

CREATE TABLE papers_new(
  paper_id TEXT PRIMARY KEY, case_id TEXT REFERENCES cases, kind TEXT NOT NULL CHECK(kind IN ('agreement','form','receipt','reversal','comparison','day-sheet')),
  document_no TEXT NOT NULL UNIQUE, content_digest TEXT NOT NULL, basis_digest TEXT NOT NULL, content TEXT NOT NULL CHECK(json_valid(content)), file_id TEXT NOT NULL, sha256 TEXT NOT NULL, size INTEGER NOT NULL,
  made_at TEXT NOT NULL, made_by TEXT NOT NULL, template_version TEXT NOT NULL, by_hand INTEGER NOT NULL DEFAULT 0, print_count INTEGER NOT NULL DEFAULT 0,
  numbers TEXT CHECK(numbers IS NULL OR json_valid(numbers)),
  CHECK((kind = 'day-sheet') = (case_id IS NULL))
) STRICT, WITHOUT ROWID;
INSERT INTO papers_new SELECT * FROM papers;
DROP TABLE papers;
ALTER TABLE papers_new RENAME TO papers;
CREATE INDEX papers_by_case ON papers(case_id, kind, made_at);

CREATE TABLE reversals(
  reversal_id TEXT PRIMARY KEY, payment_id TEXT NOT NULL REFERENCES payments, kind TEXT NOT NULL CHECK(kind IN ('void','refund','withdraw')), amount_li INTEGER NOT NULL CHECK(amount_li > 0),
  tender TEXT NOT NULL CHECK(tender IN ('cash','pos','wechat','alipay','transfer','collection')), reason TEXT NOT NULL, note TEXT NOT NULL, reference TEXT NOT NULL,
  shift_id TEXT NOT NULL REFERENCES shifts, reversed_at TEXT NOT NULL, reversed_by TEXT NOT NULL, authorised_by TEXT,
  receipt_no TEXT UNIQUE, paper_id TEXT REFERENCES papers,
  CHECK((kind = 'withdraw') = (receipt_no IS NULL)), CHECK(kind = 'withdraw' OR authorised_by IS NOT NULL)
) STRICT, WITHOUT ROWID;
CREATE INDEX reversals_by_payment ON reversals(payment_id);
CREATE INDEX reversals_by_shift ON reversals(shift_id);

CREATE TABLE carrier_payments(
  correlator_id TEXT PRIMARY KEY, kind TEXT NOT NULL CHECK(kind IN ('payment','refund')), amount_li INTEGER NOT NULL, seen_at TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE INDEX outbox_money ON outbox(subject) WHERE kind IN ('record-payment','record-refund');
CREATE INDEX case_events_money ON case_events(at) WHERE kind IN ('payment-received','payment-arrived','payment-voided','payment-refunded');

${['payments', 'arrivals', 'reversals', 'shift_counts', 'shift_explanations'].map((table) => `
CREATE TRIGGER ${table}_open_shift BEFORE INSERT ON ${table} WHEN EXISTS(SELECT 1 FROM shift_closes c WHERE c.shift_id = NEW.shift_id)
  BEGIN SELECT raise(ABORT, 'a closed shift never changes'); END;`).join('')}
${['shifts', 'shift_counts', 'shift_explanations', 'shift_closes', 'reversals'].map((table) => `
CREATE TRIGGER ${table}_no_update BEFORE UPDATE ON ${table} BEGIN SELECT raise(ABORT, '${table} is append-only'); END;
CREATE TRIGGER ${table}_no_delete BEFORE DELETE ON ${table} BEGIN SELECT raise(ABORT, '${table} is append-only'); END;`).join('')}
`;
