/** The numbers a customer is thinking about, each with its browse hold while that lives; history stands in the case's events. */
export const createShortlist = `
CREATE TABLE shortlist(
  case_id TEXT NOT NULL REFERENCES cases, digits TEXT NOT NULL, rank INTEGER NOT NULL, added_at TEXT NOT NULL, added_by TEXT NOT NULL,
  state TEXT NOT NULL CHECK(state IN ('held','free','taken','expired')), reservation_id TEXT, expires_at TEXT,
  CHECK((state = 'held') = (reservation_id IS NOT NULL)), PRIMARY KEY(case_id, digits)
) STRICT, WITHOUT ROWID;
CREATE UNIQUE INDEX shortlist_by_reservation ON shortlist(reservation_id) WHERE reservation_id IS NOT NULL;
`;
