import type { Li } from '../money/money.ts';
import type { PaperStaff, PaperTime, SheetHead } from './paper-head.ts';

/** Everything printed on a 日结单; `head.documentNumber` is the shift's number, `head.clerk` whose shift it is. Amounts are net: what went back is negative. */
export type DaySheetPaper = {
  readonly kind: 'day-sheet';
  readonly head: SheetHead;
  readonly desk: number;
  readonly openedAt: PaperTime;
  readonly closedAt: PaperTime;
  /** 抽屉实收, 受理单应收, 运营商已受理: each with what it is made of. */
  readonly sums: { readonly drawer: DaySheetSum; readonly cases: DaySheetSum; readonly carrier: DaySheetSum };
  /** Drawer and carrier against the cases, each with the receipts that cause it. */
  readonly differences: { readonly drawer: DaySheetSum; readonly carrier: DaySheetSum };
  /** One row a receipt or voucher, and one for what belongs to none; each column adds up to its sum. */
  readonly rows: readonly DaySheetRow[];
  readonly methods: readonly { readonly name: string; readonly expected: Li; readonly counted: Li; readonly difference: Li }[];
  /** Notes and coins with the float among them; `taken` is what is left without it. */
  readonly cash: { readonly faces: readonly { readonly face: string; readonly pieces: number | null; readonly amount: Li }[]; readonly float: Li; readonly taken: Li };
  readonly handled: readonly DaySheetHandled[];
  /** Arrivals of earlier shifts that were written down in this one (补入): told, not counted. */
  readonly carriedIn: readonly DaySheetLate[];
  /** 待发, 待审批, 待到账, 作废, 退款, 重打, 收据起止, in one sentence each. */
  readonly openItems: readonly string[];
  /** What the clerk wrote at closing; empty where nothing. */
  readonly note: string;
  readonly deposit: { readonly amount: Li; readonly bag: string; readonly floatLeft: Li };
  readonly closedBy: PaperStaff;
  /** Who stood beside it; absent where nobody had to. */
  readonly supervisor?: PaperStaff;
};

/** An amount with what is said of it. */
export type DaySheetSum = { readonly amount: Li; readonly note: string };

/** A column of the three-way table. */
export type DaySheetColumn = 'drawer' | 'cases' | 'carrier';

/** A row of the three-way table; null prints －. `remark` empty: all three agree, ticked; else `odd` names the columns that do not. */
export type DaySheetRow = {
  readonly time: string;
  readonly receipt: string;
  readonly caseNumber: string;
  readonly customer: string;
  readonly tender: string;
  readonly amounts: Readonly<Record<DaySheetColumn, Li | null>>;
  readonly odd: readonly DaySheetColumn[];
  readonly remark: string;
};

/** A difference with what was said about it and who confirmed it. */
export type DaySheetHandled = { readonly subject: string; readonly amount: Li | null; readonly cause: string; readonly action: string; readonly confirmed: string };

/** Money of an earlier shift that came in during this one. */
export type DaySheetLate = { readonly time: string; readonly receipt: string; readonly caseNumber: string; readonly customer: string; readonly tender: string; readonly amount: Li; readonly shift: string };
