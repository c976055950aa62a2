import type { MismatchView, ShiftView, TillEntry } from '#contract/till.ts';
import type { PlainDate } from '#domain/calendar/plain-date.ts';
import { wallTime } from '#domain/calendar/shanghai-time.ts';
import { formatYuan } from '#domain/money/money.ts';
import type { MismatchCode } from '#domain/till/match-three-ways.ts';
import type { TenderKind } from '#domain/till/tender.ts';

/** Ways of paying as the sheet and the export name them. */
export const tenderWord: Readonly<Record<TenderKind, string>> = { cash: '现金', pos: '刷卡', wechat: '微信', alipay: '支付宝', transfer: '对公转账', collection: '银行托收' };

const causes: Readonly<Record<MismatchCode, string>> = {
  'slip-differs': '单据和账不同', 'count-differs': '点得和应有不同', 'case-differs': '受理单或收据上的金额和账不同', 'case-missing': '受理单没有这笔记录', 'ledger-missing': '受理单有记录，账上没有',
  'carrier-waiting': '还在待发，运营商未入账', 'carrier-parked': '运营商没收，停在待发', 'carrier-missing': '运营商没有这笔', 'carrier-differs': '运营商入账金额不同', 'carrier-unknown': '运营商有，本机没有',
  'float-differs': '备用金与上班次留存不符', 'refund-owed': '应退未退', 'receipt-gap': '收据缺号', 'receipt-twice': '收据重号',
};

/** Why something does not agree. */
export const causeWords = ({ code, tender }: Pick<MismatchView, 'code' | 'tender'>): string => (code === 'count-differs' && tender !== null ? `${tenderWord[tender]}${causes[code]}` : causes[code]);

/** 少10.00, 多50.00 */
export const overOrUnder = (li: number): string => `${li < 0 ? '少' : '多'}${formatYuan(Math.abs(li))}`;

/** What people at one desk say of a number of the sheet's day: 0031. A number of another day has its day before it: 0923-0031. */
export function shortNo(no: string, sheetDay: PlainDate): string {
  const [, year, month, day, sequence] = /(\d{4})(\d{2})(\d{2})-(\d{4})$/.exec(no) ?? [];
  if (sequence === undefined) return no;
  return `${year}-${month}-${day}` === sheetDay ? sequence : `${month}${day}-${sequence}`;
}

/** The day on which a shift was opened: its sheet's day. */
export const sheetDayOf = ({ openedAt }: Pick<ShiftView, 'openedAt'>): PlainDate => wallTime(openedAt).date;

/** 09:05 by the hall's clock. */
export const clockWords = (at: string): string => wallTime(at).time.slice(0, 5);

/** What a mismatch is about: its receipt, its case, or the way of paying. */
export function subjectWords({ receiptNo, caseNo, tender }: Pick<MismatchView, 'receiptNo' | 'caseNo' | 'tender'>, sheetDay: PlainDate): string {
  if (receiptNo !== null && receiptNo !== '') return `收据${shortNo(receiptNo, sheetDay)}`;
  return caseNo === '' ? (tender === null ? '' : tenderWord[tender]) : `受理单${shortNo(caseNo, sheetDay)}`;
}

const turned = { payment: '', void: '（作废）', refund: '（退款）' } as const satisfies Record<TillEntry['kind'], string>;

/** Whose money it is, and whether it went back. */
export const customerWords = ({ company, kind }: Pick<TillEntry, 'company' | 'kind'>): string => `${company}${turned[kind]}`;
