/** Money: rows are never changed. An arrival, a void or a refund is a row of its own. */
export const createLedger = `
CREATE TABLE payments(
  payment_id TEXT PRIMARY KEY, case_id TEXT NOT NULL REFERENCES cases, tender TEXT NOT NULL CHECK(tender IN ('cash','pos','transfer','collection')),
  amount_li INTEGER NOT NULL CHECK(amount_li > 0), tendered_li INTEGER, change_li INTEGER NOT NULL DEFAULT 0, payer_name TEXT NOT NULL, reference TEXT NOT NULL,
  taken_at TEXT NOT NULL, taken_by TEXT NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX payments_by_case ON payments(case_id, taken_at);
CREATE TRIGGER payments_no_update BEFORE UPDATE ON payments BEGIN SELECT raise(ABORT, 'payments is append-only'); END;
CREATE TRIGGER payments_no_delete BEFORE DELETE ON payments BEGIN SELECT raise(ABORT, 'payments is append-only'); END;

CREATE TABLE arrivals(
  payment_id TEXT PRIMARY KEY REFERENCES payments, arrived_on TEXT NOT NULL, reference TEXT NOT NULL, confirmed_at TEXT NOT NULL, confirmed_by TEXT NOT NULL
) STRICT, WITHOUT ROWID;
CREATE TRIGGER arrivals_no_update BEFORE UPDATE ON arrivals BEGIN SELECT raise(ABORT, 'arrivals is append-only'); END;
CREATE TRIGGER arrivals_no_delete BEFORE DELETE ON arrivals BEGIN SELECT raise(ABORT, 'arrivals is append-only'); END;

CREATE TABLE receipts(
  receipt_no TEXT PRIMARY KEY, payment_id TEXT NOT NULL UNIQUE REFERENCES payments, case_id TEXT NOT NULL REFERENCES cases, paper_id TEXT NOT NULL REFERENCES papers,
  issued_at TEXT NOT NULL
) STRICT, WITHOUT ROWID;
CREATE TRIGGER receipts_no_update BEFORE UPDATE ON receipts BEGIN SELECT raise(ABORT, 'receipts is append-only'); END;
CREATE TRIGGER receipts_no_delete BEFORE DELETE ON receipts BEGIN SELECT raise(ABORT, 'receipts is append-only'); END;
`;
