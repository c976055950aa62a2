import { daysBetween, isPlainDate, type PlainDate } from '../calendar/plain-date.ts';
import { wallTime, type Instant } from '../calendar/shanghai-time.ts';
import type { Facts } from '../facts.ts';
import type { Li } from '../money/money.ts';
import { fail, ok, type Result } from '../result.ts';

/** How the customer pays: 现金, 刷卡, 微信, 支付宝, 对公转账, 托收; in the order of the screen. */
export const tenderKinds = ['cash', 'pos', 'wechat', 'alipay', 'transfer', 'collection'] as const;

/** One of them. */
export type TenderKind = (typeof tenderKinds)[number];

/** Announced money is somewhere else until the bank has it: 对公转账 and 托收. All other tenders are in at once. */
export const isAwaited = (tender: TenderKind): boolean => tender === 'transfer' || tender === 'collection';

/** The terminal or the app prints a number that proves it: 刷卡, 微信, 支付宝. */
export const hasSlip = (tender: TenderKind): boolean => tender === 'pos' || tender === 'wechat' || tender === 'alipay';

/** 待到账 until someone confirms that a transfer or collection arrived. */
export type PaymentState = 'received' | 'awaited';

/** What to book, and what goes back over the counter. */
export type AcceptedTender = {
  readonly tender: TenderKind;
  readonly amountLi: Li;
  readonly changeLi: Li;
  readonly state: PaymentState;
  /** Still to be paid after this one. */
  readonly openLi: Li;
};

/** Why money is not taken, or its arrival not believed. */
export type TenderRefusal = { readonly code: TenderRefusalCode; readonly facts: Facts };
export type TenderRefusalCode =
  | 'nothing-due' | 'amount-not-whole-fen' | 'amount-over-due' | 'tendered-missing' | 'tendered-short' | 'tendered-not-cash' | 'reference-missing' | 'payer-note-missing'
  | 'not-awaited' | 'arrival-date' | 'arrival-in-future' | 'arrival-too-early';

/** Takes one tender against what is due. Less than the open amount is a part payment; more is never booked. */
export function acceptTender(offer: {
  readonly tender: TenderKind;
  readonly dueLi: Li;
  /** Received and awaited together: what is on its way is not asked for twice. */
  readonly bookedLi: Li;
  readonly amountLi: Li;
  /** Cash handed over; null for every other tender. */
  readonly tenderedLi: Li | null;
  /** Slip or transaction number. */
  readonly reference: string;
  readonly payer: PayerClaim;
}): Result<AcceptedTender, TenderRefusal> {
  const { tender, amountLi, tenderedLi } = offer;
  const openLi = offer.dueLi - offer.bookedLi;
  if (openLi <= 0) return fail({ code: 'nothing-due', facts: { dueLi: offer.dueLi, bookedLi: offer.bookedLi } });
  if (!isPayable(amountLi)) return fail({ code: 'amount-not-whole-fen', facts: { amountLi } });
  if (amountLi > openLi) return fail({ code: 'amount-over-due', facts: { openLi, amountLi, overLi: amountLi - openLi } });
  const change = tender === 'cash' ? cashChange(amountLi, tenderedLi) : noCash(tenderedLi);
  if (!change.ok) return change;
  if (hasSlip(tender) && offer.reference.trim() === '') return fail({ code: 'reference-missing', facts: { tender } });
  if (isStranger(offer.payer) && offer.payer.note.trim() === '') return fail({ code: 'payer-note-missing', facts: {} });
  return ok({ tender, amountLi, changeLi: change.value, state: isAwaited(tender) ? 'awaited' : 'received', openLi: openLi - amountLi });
}

/** Who pays for whom, and why where it is somebody else. */
export type PayerClaim = { readonly name: string; readonly customer: string; readonly note: string };

/** Somebody other than the customer pays; written wider, narrower or with blanks it is the same name, and no name is the customer. */
export const isStranger = ({ name, customer }: Omit<PayerClaim, 'note'>): boolean => folded(name) !== '' && folded(name) !== folded(customer);

const folded = (name: string): string => name.normalize('NFKC').replaceAll(/\s+/gu, '');

/** How long before it was written down a transfer may have arrived; an earlier date is a slip of the pen. */
const ARRIVAL_DAYS_BACK = 30;

/** Confirms that a transfer or collection arrived: its date starts the clock, its reference goes on the receipt. */
export function confirmArrival(claim: {
  readonly state: PaymentState;
  readonly takenAt: Instant;
  readonly arrivedOn: PlainDate;
  readonly reference: string;
  readonly today: PlainDate;
}): Result<{ readonly arrivedOn: PlainDate; readonly reference: string }, TenderRefusal> {
  const { arrivedOn, today } = claim;
  const reference = claim.reference.trim();
  if (claim.state !== 'awaited') return fail({ code: 'not-awaited', facts: {} });
  if (!isPlainDate(arrivedOn)) return fail({ code: 'arrival-date', facts: { date: arrivedOn } });
  if (arrivedOn > today) return fail({ code: 'arrival-in-future', facts: { date: arrivedOn, today } });
  const takenOn = wallTime(claim.takenAt).date;
  if (daysBetween(arrivedOn, takenOn) > ARRIVAL_DAYS_BACK) return fail({ code: 'arrival-too-early', facts: { date: arrivedOn, takenOn } });
  return reference === '' ? fail({ code: 'reference-missing', facts: {} }) : ok({ arrivedOn, reference });
}

function cashChange(amountLi: Li, tenderedLi: Li | null): Result<Li, TenderRefusal> {
  if (tenderedLi === null) return fail({ code: 'tendered-missing', facts: { amountLi } });
  if (!isPayable(tenderedLi)) return fail({ code: 'amount-not-whole-fen', facts: { amountLi: tenderedLi } });
  const changeLi = tenderedLi - amountLi;
  return changeLi < 0 ? fail({ code: 'tendered-short', facts: { amountLi, tenderedLi, shortLi: -changeLi } }) : ok(changeLi);
}

function noCash(tenderedLi: Li | null): Result<Li, TenderRefusal> {
  return tenderedLi === null ? ok(0) : fail({ code: 'tendered-not-cash', facts: { tenderedLi } });
}

const isPayable = (li: Li): boolean => Number.isSafeInteger(li) && li > 0 && li % 10 === 0;
