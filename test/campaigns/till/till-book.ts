import type { TenderKind } from '#domain/till/tender.ts';
import type { CarrierMood } from './fake-carrier.ts';

/** A movement of money as the campaign did it; written down from what it asked for and was told, never read back from the product. */
export type Moved = {
  readonly receiptNo: string; readonly entryId: string; readonly paymentId: string; readonly caseId: string; readonly tender: TenderKind; readonly li: number;
  /** Whose money, and in which shift it was written. */
  readonly shift: string; readonly bookedIn: string;
};

/** A transfer or collection that was announced. */
export type Promised = { readonly paymentId: string; readonly caseId: string; readonly tender: TenderKind; readonly li: number; readonly shift: string };

/** A number that the desk lost, or that the carrier has and the desk has not. */
type OddNumber = { readonly kind: 'gap' | 'unknown'; readonly receiptNo: string; readonly li: number };

/** Everything that was done and everything that was broken on purpose. */
export type TillBook = {
  readonly moved: Moved[];
  readonly promised: Map<string, Promised>;
  /** What became of each record at the carrier; absent: it waits. */
  readonly moods: Map<string, CarrierMood | 'never'>;
  readonly noRecord: Set<string>;
  readonly otherRecord: Map<string, number>;
  readonly otherPrint: Map<string, number>;
  readonly strays: { readonly shift: string; readonly caseId: string; readonly receiptNo: string; readonly tender: TenderKind; readonly li: number }[];
  readonly odd: OddNumber[];
  readonly overCases: Set<string>;
  readonly shifts: { readonly shiftId: string; readonly openedAt: string }[];
};

export const emptyBook = (): TillBook => ({
  moved: [], promised: new Map(), moods: new Map(), noRecord: new Set(), otherRecord: new Map(), otherPrint: new Map(), strays: [], odd: [], overCases: new Set(), shifts: [],
});

/** What is left of each payment that came in, by payment. */
export function leftOf(book: TillBook): ReadonlyMap<string, { readonly first: Moved; readonly leftLi: number; readonly touched: boolean }> {
  const left = new Map<string, { readonly first: Moved; readonly leftLi: number; readonly touched: boolean }>();
  for (const moved of book.moved) {
    const known = left.get(moved.paymentId);
    left.set(moved.paymentId, known === undefined ? { first: moved, leftLi: moved.li, touched: false } : { ...known, leftLi: known.leftLi + moved.li, touched: true });
  }
  return left;
}

/** One line for each mismatch: what is to be named, and nothing else. */
export type Named = string;
export const nameOf = (code: string, caseId: string | null, receiptNo: string | null, tender: string | null, li: number): Named => [code, caseId ?? '-', receiptNo ?? '-', tender ?? '-', li].join(' ');

export type Counted = { readonly cash: number; readonly others: Readonly<Record<Exclude<TenderKind, 'cash'>, number>>; readonly slips: readonly { readonly entryId: string; readonly li: number }[] };

const tenders: readonly TenderKind[] = ['cash', 'pos', 'wechat', 'alipay', 'transfer', 'collection'];

/** What a shift took in less what it gave, by what was done. */
export function netOf(book: TillBook, shift: string): Readonly<Record<TenderKind, number>> {
  const net: Record<TenderKind, number> = { cash: 0, pos: 0, wechat: 0, alipay: 0, transfer: 0, collection: 0 };
  for (const { shift: whose, bookedIn, tender, li } of book.moved) if (whose === shift && bookedIn === shift) net[tender] += li;
  return net;
}

/** Every mismatch that the open shift has to name after this count, by what was broken. */
export function expectedNames(book: TillBook, shift: string, floatLi: number, leftLi: number | null, counted: Counted): readonly Named[] {
  const names: Named[] = leftLi === null || leftLi === floatLi ? [] : [nameOf('float-differs', null, null, 'cash', floatLi - leftLi)];
  const net = netOf(book, shift);
  for (const tender of tenders) {
    let rest = (tender === 'cash' ? counted.cash - floatLi : counted.others[tender]) - net[tender];
    for (const slip of counted.slips) {
      const row = book.moved.find(({ entryId }) => entryId === slip.entryId);
      if (row?.tender !== tender || slip.li === row.li) continue;
      names.push(nameOf('slip-differs', row.caseId, row.receiptNo, tender, slip.li - row.li));
      rest -= slip.li - row.li;
    }
    if (rest !== 0) names.push(nameOf('count-differs', null, null, tender, rest));
  }
  for (const row of book.moved) if (row.bookedIn === shift) names.push(...namesOfRow(book, row));
  for (const stray of book.strays) if (stray.shift === shift) names.push(nameOf('ledger-missing', stray.caseId, stray.receiptNo, stray.tender, stray.li));
  for (const odd of book.odd) if (ownerOf(book, odd.receiptNo) === shift) names.push(nameOf(odd.kind === 'gap' ? 'receipt-gap' : 'carrier-unknown', null, odd.receiptNo, null, odd.li));
  for (const caseId of book.overCases) {
    const heldLi = book.moved.reduce((sum, row) => (row.caseId === caseId ? sum + row.li : sum), 0);
    if (heldLi > 0) names.push(nameOf('refund-owed', caseId, null, null, -heldLi));
  }
  return names.toSorted();
}

function namesOfRow(book: TillBook, { receiptNo, caseId, tender, li }: Moved): readonly Named[] {
  const names: Named[] = [];
  const off = book.otherRecord.get(receiptNo) ?? book.otherPrint.get(receiptNo);
  if (book.noRecord.has(receiptNo)) names.push(nameOf('case-missing', caseId, receiptNo, tender, -li));
  else if (off !== undefined) names.push(nameOf('case-differs', caseId, receiptNo, tender, off));
  switch (book.moods.get(receiptNo) ?? 'silent') {
    case 'silent': names.push(nameOf('carrier-waiting', caseId, receiptNo, tender, -li)); break;
    case 'refuses': names.push(nameOf('carrier-parked', caseId, receiptNo, tender, -li)); break;
    case 'forgets': case 'never': names.push(nameOf('carrier-missing', caseId, receiptNo, tender, -li)); break;
    case 'differs': names.push(nameOf('carrier-differs', caseId, receiptNo, tender, li < 0 ? -10_000 : 10_000)); break;
    default:
  }
  return names;
}

/** The shift that wrote the next number of that day; after the last one, the last that was opened on that day or before. */
function ownerOf(book: TillBook, receiptNo: string): string | undefined {
  const day = receiptNo.slice(0, -4);
  const next = book.moved.filter((row) => row.receiptNo.startsWith(day) && row.receiptNo > receiptNo).toSorted((a, b) => (a.receiptNo < b.receiptNo ? -1 : 1))[0];
  if (next !== undefined) return next.bookedIn;
  const date = day.slice(-9, -1);
  return book.shifts.filter(({ openedAt }) => hallDate(openedAt) <= date).at(-1)?.shiftId;
}

const hallDate = (at: string): string => new Date(Date.parse(at) + 8 * 3_600_000).toISOString().slice(0, 10).replaceAll('-', '');
