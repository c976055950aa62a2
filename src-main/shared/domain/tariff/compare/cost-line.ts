import { exactProduct } from '../../money/round-fraction.ts';
import type { BillLine, TermBill } from '../bill.ts';
import { countedLi } from '../bill/counted-lines.ts';
import { CALL_CLASSES, minutePriceLi } from '../bill/rate-call.ts';
import { includedMinutes } from '../bill/rate-term.ts';
import type { Counted } from '../catalogue.ts';
import { spanEnd } from '../span-end.ts';
import type { MonthlyProfile } from '../usage.ts';
import { type PricedOffer, usageOfProfile } from './offer.ts';
import { added, atLeast, atMost, type Polyline, scaled, simplified, straight } from './polyline.ts';

/** Cost of the whole term over minutes a month along fixed shares, before rounding to fen, and by how much rounding may move it. */
export type CostLine = { readonly line: Polyline; readonly roundingLi: number };

type Shares = Omit<MonthlyProfile, 'minutes'>;

/**
 * The corners come from the rules themselves: included minutes, cap, minimum, commitment, the first and the last that the bonus pays.
 * What does not depend on minutes is read from the bills of a term without calls.
 */
export function costLine(offer: PricedOffer, shares: Shares, limit: number): CostLine {
  const { plan, quote } = offer;
  const idle = offer.rate(usageOfProfile({ ...shares, minutes: 0 }));
  const calls = callsOfMonth(offer, shares, limit);
  const topUps = idle.bills.map(({ lines }) => topUpOf(calls, quote.monthlyMinimumLi, feeCounted(lines, plan.minimumCounts), plan.minimumCounts));
  const shortfall = shortfallOf(offer, idle, calls, topUps);
  const bonus = bonusOf(offer, idle, calls, topUps, shortfall);
  const fixed = idle.chargesLi - idle.bills.reduce((sum, { lines }) => sum + lines.reduce((all, { item, li }) => (USAGE_ITEMS.includes(item) ? all + li : all), 0), 0);
  const varying = [scaled(calls, idle.bills.length), ...topUps, shortfall.line, scaled(bonus, -1)].reduce(added);
  return { line: simplified(scaled(varying, 1, fixed)), roundingLi: roundingOf(offer, idle.bills.length) };
}

const USAGE_ITEMS: readonly string[] = ['calls', 'call-cap', 'minimum-top-up', 'commitment-shortfall'];

/** Price of an average minute in 厘 × 100, exact. */
function priceOfHundred({ plan }: PricedOffer, { localPercent, mobilePercent }: Shares): number {
  const percents = { local: localPercent, mobile: mobilePercent, fixed: 100 - localPercent - mobilePercent };
  return CALL_CLASSES.reduce((sum, of) => sum + exactProduct(percents[of], minutePriceLi(plan.rates, of) ?? 0), 0);
}

function callsOfMonth(offer: PricedOffer, shares: Shares, limit: number): Polyline {
  const included = includedMinutes(offer);
  const price = priceOfHundred(offer, shares) / 100;
  const calls = atLeast(straight(limit, -included * price, price), 0);
  return offer.plan.callCapLi === null ? calls : atMost(calls, offer.plan.callCapLi);
}

/** What a month's calls leave of its minimum; `feeLi` is the package fee where that counts. */
function topUpOf(calls: Polyline, minimumLi: number, feeLi: number, counts: readonly Counted[]): Polyline {
  const missing = counts.includes('calls') ? scaled(calls, -1, minimumLi - feeLi) : scaled(calls, 0, minimumLi - feeLi);
  return atLeast(missing, 0);
}

const feeCounted = (lines: readonly BillLine[], counts: readonly Counted[]): number => countedLi(lines, counts.filter((each) => each === 'package-fee'));

type Shortfall = { readonly line: Polyline; readonly bill: number };

function shortfallOf({ plan: { commitment } }: PricedOffer, idle: TermBill, calls: Polyline, topUps: readonly Polyline[]): Shortfall {
  const lastDay = commitment === null ? idle.openedOn : spanEnd(idle.openedOn, commitment.months);
  const bill = idle.bills.findIndex(({ period }) => period.from <= lastDay && lastDay <= period.to);
  if (commitment === null || bill === -1) return { line: scaled(calls, 0), bill };
  const { counts } = commitment;
  const counted = idle.bills.slice(0, bill + 1).map(({ lines }, at) => {
    const used = scaled(calls, counts.includes('calls') ? 1 : 0, feeCounted(lines, counts));
    return counts.includes('minimum-top-up') ? added(used, topUps[at] as Polyline) : used;
  });
  return { line: atLeast(scaled(counted.reduce(added), -1, commitment.li), 0), bill };
}

/** What the bonus pays while it lasts, after the cash (tariff-rules.md 7.2). */
function bonusOf({ plan: { bonus }, quote }: PricedOffer, idle: TermBill, calls: Polyline, topUps: readonly Polyline[], shortfall: Shortfall): Polyline {
  const until = bonus === null ? '' : spanEnd(idle.openedOn, bonus.lapsesAfterMonths);
  const bills = idle.bills.filter(({ period }) => period.from <= until).length;
  if (bonus === null || bills === 0) return scaled(calls, 0);
  const due = [scaled(calls, bills), ...topUps.slice(0, bills), ...(shortfall.bill >= 0 && shortfall.bill < bills ? [shortfall.line] : [])].reduce(added);
  return atMost(atLeast(scaled(due, 1, -quote.prepayDueLi), 0), bonus.bonusLi);
}

/** Each line is at most half a fen off; commitment and bonus may carry that on once each. */
function roundingOf({ plan, quote }: PricedOffer, bills: number): number {
  const odd = [plan.callCapLi ?? 0, quote.monthlyMinimumLi].filter((li) => li % 10 !== 0).length;
  const carried = (plan.commitment === null ? 1 : 2) * (plan.bonus === null ? 1 : 2);
  return bills * 5 * ({ 'by-caller': CALL_CLASSES.length, flat: 1, none: 0 }[plan.rates.kind] + odd) * carried;
}
