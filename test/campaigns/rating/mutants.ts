import { callClass, type CallRecord } from '#domain/tariff/usage.ts';
import type { Plan } from '#domain/tariff/catalogue.ts';
import { spanEnd } from '#domain/tariff/span-end.ts';
import { rateByEngine } from './engine-rater.ts';
import type { Rater, RatingCase } from './rating-case.ts';

/** The engine with one mistake that a person could make; a campaign that lets one pass proves nothing. */
export type Mutant = { readonly name: string; readonly rate: Rater };

const withPlans = (input: RatingCase, change: (plan: Plan) => Plan): RatingCase => ({ ...input, catalogue: { ...input.catalogue, plans: input.catalogue.plans.map(change) } });

function discountedTwice(plan: Plan): Plan {
  const { rates, floorPercent } = plan;
  if (floorPercent === 0 || floorPercent === 100 || rates.kind !== 'flat') return plan;
  return { ...plan, rates: { kind: 'flat', liPerMinute: Math.round((rates.liPerMinute * floorPercent) / 100) } };
}

function roundedLate(usage: RatingCase['usage']): RatingCase['usage'] {
  if (usage.kind === 'profile') return usage;
  const days = new Map<string, CallRecord>();
  for (const call of usage.calls) {
    const key = `${call.at.slice(0, 10)} ${callClass(call)}`;
    const before = days.get(key);
    days.set(key, before === undefined ? call : { ...before, seconds: before.seconds + call.seconds });
  }
  return { kind: 'calls', calls: [...days.values()] };
}

/** Settles again what the engine has charged, the other way round. */
const bonusFirst: Rater = (input) => {
  const rated = rateByEngine(input);
  const bonus = input.catalogue.plans.find(({ id }) => id === input.planId)?.bonus ?? null;
  if (bonus === null) return rated;
  let [cashLi, bonusLi] = [rated.term.cashLi, rated.term.bonusLi];
  const bonusUntil = spanEnd(input.openedOn, bonus.lapsesAfterMonths);
  const bills = rated.term.bills.map((bill) => {
    const due = bill.lines.reduce((sum, { item, li }) => (['calls', 'call-cap', 'minimum-top-up', 'commitment-shortfall', 'early-exit'].includes(item) ? sum + li : sum), 0);
    if (bill.period.from > bonusUntil) bonusLi = 0;
    const byBonusLi = Math.min(bonusLi, due);
    const byCashLi = Math.min(cashLi, due - byBonusLi);
    cashLi -= byCashLi;
    bonusLi -= byBonusLi;
    return { ...bill, byCashLi, byBonusLi, payableLi: bill.totalLi - byCashLi - byBonusLi, cashLeftLi: cashLi, bonusLeftLi: bonusLi };
  });
  const usedLi = bills.reduce((sum, { byBonusLi }) => sum + byBonusLi, 0);
  return { ...rated, term: { ...rated.term, bills, costLi: rated.term.chargesLi - usedLi, bonusLapsedLi: rated.term.bonusLi - usedLi } };
};

const exitForgets = (plan: Plan, { openedOn, endsOn }: RatingCase): Plan =>
  plan.commitment !== null && endsOn < spanEnd(openedOn, plan.commitment.months) ? { ...plan, commitment: { ...plan.commitment, counts: [] } } : plan;

/** What the campaign must catch. */
export const MUTANTS: readonly Mutant[] = [
  { name: 'the package fee counts towards every minimum', rate: (input) => rateByEngine(withPlans(input, (plan) => ({ ...plan, minimumCounts: ['calls', 'package-fee'] }))) },
  { name: 'the 60% of the floor is taken off the price of minutes too', rate: (input) => rateByEngine(withPlans(input, discountedTwice)) },
  { name: 'minutes are rounded up once a day and class, not each call', rate: (input) => rateByEngine({ ...input, usage: roundedLate(input.usage) }) },
  { name: 'the bonus pays before the cash', rate: bonusFirst },
  { name: 'leaving early costs the whole commitment, whatever was spent', rate: (input) => rateByEngine(withPlans(input, (plan) => exitForgets(plan, input))) },
];
