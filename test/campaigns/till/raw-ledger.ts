import type { ShiftView } from '#contract/till.ts';
import type { Db } from '../../../src-main/store/db.ts';

type PaymentRaw = { readonly payment_id: string; readonly tender: string; readonly amount_li: number; readonly shift_id: string; readonly arrived_in: string | null };
type ReversalRaw = { readonly reversal_id: string; readonly tender: string; readonly amount_li: number; readonly kind: string };
type EventRaw = { readonly case_id: string; readonly kind: string; readonly facts: string };

const tenders = ['cash', 'pos', 'wechat', 'alipay', 'transfer', 'collection'] as const;

/** The totals of a shift added up from the rows of the tables, one after another, and held against what the screen is told. */
export function recomputed(db: Db, view: ShiftView): readonly string[] {
  const wrong: string[] = [];
  const check = (what: string, shown: unknown, expected: unknown): void => { if (JSON.stringify(shown) !== JSON.stringify(expected)) wrong.push(`${view.shiftNo} ${what}: shown ${JSON.stringify(shown)}, rows ${JSON.stringify(expected)}`); };
  const own = new Map<string, { readonly tender: string; readonly li: number }>();
  const late = new Set<string>();
  for (const row of db.prepare('SELECT p.*, a.shift_id AS arrived_in FROM payments p JOIN arrivals a ON a.payment_id = p.payment_id WHERE p.shift_id = ?').all(view.shiftId) as readonly PaymentRaw[])
    if (row.arrived_in === row.shift_id) own.set(row.payment_id, { tender: row.tender, li: row.amount_li });
    else late.add(row.payment_id);
  for (const row of db.prepare("SELECT * FROM reversals WHERE shift_id = ? AND kind IN ('void','refund')").all(view.shiftId) as readonly ReversalRaw[]) own.set(row.reversal_id, { tender: row.tender, li: -row.amount_li });
  check('rows', view.rows.map(({ entryId }) => entryId).toSorted(), [...own.keys()].toSorted());
  check('late', view.late.map(({ entryId }) => entryId).toSorted(), [...late].toSorted());
  check('lateItems', view.lateItems, late.size);
  check('entries', view.entries, own.size);
  if (view.count === null) return wrong;
  const counted = countedOf(view);
  for (const tender of tenders) {
    const line = view.methods.find((method) => method.tender === tender);
    let expectedLi = 0;
    for (const row of own.values()) if (row.tender === tender) expectedLi += row.li;
    check(`expected ${tender}`, line?.expectedLi, expectedLi);
    check(`counted ${tender}`, line?.drawerLi, counted[tender]);
    check(`cases ${tender}`, line?.casesLi, casesLi(db, view, tender));
    check(`carrier ${tender}`, line?.carrierLi, carrierLi(db, view, tender));
  }
  check('difference', view.differenceLi, tenders.reduce((sum, tender) => sum + counted[tender], 0) - [...own.values()].reduce((sum, { li }) => sum + li, 0));
  return wrong;
}

function countedOf(view: ShiftView): Readonly<Record<(typeof tenders)[number], number>> {
  let cash = view.count?.cash.looseLi ?? 0;
  for (const [face, pieces] of Object.entries(view.count?.cash.pieces ?? {})) cash += Number(face) * pieces * 10;
  return { cash: cash - view.floatLi, pos: 0, wechat: 0, alipay: 0, transfer: 0, collection: 0, ...view.count?.others };
}

/** What the histories of the cases say of the shift's receipts, and of receipts that are in no table. */
function casesLi(db: Db, view: ShiftView, tender: string): number {
  let sum = 0;
  for (const { case_id, kind, facts } of db.prepare("SELECT * FROM case_events WHERE kind IN ('payment-received','payment-arrived','payment-voided','payment-refunded')").all() as readonly EventRaw[]) {
    const said = JSON.parse(facts) as { readonly receipt: string; readonly li: number; readonly tender: string };
    const row = view.rows.find((entry) => entry.receiptNo === said.receipt && entry.caseId === case_id);
    const stray = row === undefined && view.mismatches.some(({ code, receiptNo, caseId }) => code === 'ledger-missing' && receiptNo === said.receipt && caseId === case_id);
    if ((row?.tender ?? (stray ? said.tender : null)) === tender) sum += kind === 'payment-received' || kind === 'payment-arrived' ? said.li : -said.li;
  }
  return sum;
}

function carrierLi(db: Db, view: ShiftView, tender: string): number {
  let sum = 0;
  for (const { correlator_id, kind, amount_li } of db.prepare('SELECT * FROM carrier_payments').all() as readonly { readonly correlator_id: string; readonly kind: string; readonly amount_li: number }[])
    if (view.rows.some((row) => row.receiptNo === correlator_id && row.tender === tender)) sum += kind === 'refund' ? -amount_li : amount_li;
  return sum;
}

/** How many rows each table has, and where the counters stand: the same before and after means that nothing was half done. */
export function outline(db: Db): string {
  const tables = db.prepare("SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%' ORDER BY name").all() as readonly { readonly name: string }[];
  const rows = tables.map(({ name }) => `${name}:${(db.prepare(`SELECT count(*) AS n FROM ${name}`).get() as { readonly n: number }).n}`);
  return `${rows.join(' ')} ${JSON.stringify(db.prepare('SELECT name, value FROM counters ORDER BY name').all())}`;
}

/** Receipts and vouchers of each day: every number once, from 1, but for the numbers that were lost on purpose. */
export function sequenceFaults(db: Db, lost: ReadonlySet<string>): readonly string[] {
  const numbers = (db.prepare('SELECT receipt_no AS no FROM receipts UNION ALL SELECT receipt_no FROM reversals WHERE receipt_no IS NOT NULL').all() as readonly { readonly no: string }[]).map(({ no }) => no).toSorted();
  const wrong: string[] = [];
  const last = new Map<string, number>();
  for (const no of numbers) {
    const [day, sequence] = [no.slice(0, -4), Number(no.slice(-4))];
    let next = (last.get(day) ?? 0) + 1;
    while (lost.has(`${day}${String(next).padStart(4, '0')}`)) next += 1;
    if (sequence !== next) wrong.push(`${no} stands where ${next} should`);
    last.set(day, sequence);
  }
  return wrong;
}
