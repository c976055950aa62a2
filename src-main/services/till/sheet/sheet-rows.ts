import type { ShiftView, TillEntry } from '#contract/till.ts';
import type { PlainDate } from '#domain/calendar/plain-date.ts';
import { formatYuan } from '#domain/money/money.ts';
import type { DaySheetColumn, DaySheetPaper, DaySheetRow } from '#domain/agreement/day-sheet-paper.ts';
import { clockWords, customerWords, overOrUnder, sheetDayOf, shortNo, subjectWords, tenderWord } from './sheet-words.ts';

type Amounts = DaySheetRow['amounts'];
const columns: readonly DaySheetColumn[] = ['drawer', 'cases', 'carrier'];
const columnWord: Readonly<Record<DaySheetColumn, string>> = { drawer: '抽屉', cases: '受理单', carrier: '运营商' };

/** One row for each receipt and voucher, and one for what belongs to none: then each column adds up to its sum. */
export function sheetRows(view: ShiftView): readonly DaySheetRow[] {
  const rows = view.rows.map((entry) => rowOf(entry, sheetDayOf(view)));
  const sums = columnSums(view);
  const rest = Object.fromEntries(columns.map((column) => [column, sums[column] - rows.reduce((sum, { amounts }) => sum + (amounts[column] ?? 0), 0)])) as Record<DaySheetColumn, number>;
  const odd = columns.filter((column) => rest[column] !== 0);
  if (odd.length === 0) return rows;
  const amounts = Object.fromEntries(columns.map((column) => [column, rest[column] === 0 ? null : rest[column]])) as Amounts;
  return [...rows, { time: '', receipt: '', caseNumber: '', customer: '不属于以上各单', tender: '', amounts, odd, remark: odd.map((column) => `${columnWord[column]}${overOrUnder(rest[column])}`).join('，') }];
}

/** The three sums, and what drawer and carrier are off the cases, with the receipts that cause it. */
export function sheetSums(view: ShiftView): Pick<DaySheetPaper, 'sums' | 'differences'> {
  const { drawer, cases, carrier } = columnSums(view);
  const back = view.rows.filter(({ kind }) => kind !== 'payment').length;
  const accepted = view.rows.filter((row) => row.carrier === 'accepted').length;
  const open = view.rows.length - accepted;
  return {
    sums: {
      drawer: { amount: drawer, note: '现金（不含备用金）、单据、到账凭证' }, cases: { amount: cases, note: `${view.rows.length}笔${back === 0 ? '' : `，其中退出${back}笔`}` },
      carrier: { amount: carrier, note: `${accepted}笔${open === 0 ? '' : `，${open}笔未入账`}` },
    },
    differences: { drawer: { amount: drawer - cases, note: causesOf(view, 'drawer') }, carrier: { amount: carrier - cases, note: causesOf(view, 'carrier') } },
  };
}

/** What the carrier has under numbers that this PC does not know counts among what it has. */
function columnSums({ methods, mismatches }: ShiftView): Readonly<Record<DaySheetColumn, number>> {
  const sum = (member: 'drawerLi' | 'casesLi' | 'carrierLi'): number => methods.reduce((total, line) => total + (line[member] ?? 0), 0);
  const unknownLi = mismatches.reduce((total, { code, li }) => (code === 'carrier-unknown' ? total + li : total), 0);
  return { drawer: sum('drawerLi'), cases: sum('casesLi'), carrier: sum('carrierLi') + unknownLi };
}

/** What puts drawer or carrier off: by receipt where one is to be named, else by the way of paying. */
function causesOf(view: ShiftView, column: 'drawer' | 'carrier'): string {
  const subjects = [...new Set(view.mismatches.filter(({ code }) => (column === 'drawer' ? code === 'slip-differs' || code === 'count-differs' : code.startsWith('carrier-'))).map((mismatch) => subjectWords(mismatch, sheetDayOf(view))))];
  return `${subjects.slice(0, 4).join('、')}${subjects.length > 4 ? `等${subjects.length}笔` : ''}`;
}

function rowOf(entry: TillEntry, day: PlainDate): DaySheetRow {
  const amounts: Amounts = { drawer: entry.slipLi, cases: entry.caseLi, carrier: entry.carrierLi };
  const li = entry.li ?? 0;
  const odd = columns.filter((column) => amounts[column] !== entry.li);
  return {
    time: clockWords(entry.at), receipt: shortNo(entry.receiptNo, day), caseNumber: shortNo(entry.caseNo, day), customer: customerWords(entry), tender: tenderWord[entry.tender], amounts, odd,
    remark: odd.map((column) => remarkOf(entry, column, (amounts[column] ?? 0) - li)).join('，'),
  };
}

function remarkOf({ carrier }: TillEntry, column: DaySheetColumn, offLi: number): string {
  return column === 'carrier' && carrier === 'waiting' ? `待发${formatYuan(-offLi)}` : `${columnWord[column]}${overOrUnder(offLi)}`;
}
