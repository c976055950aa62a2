import { resolve } from 'node:path';
import { type Plan, withTrainingPrices } from '#domain/tariff/catalogue.ts';
import { type CompareInput, comparePlans } from '#domain/tariff/compare/compare-plans.ts';
import { rateTerm } from '#domain/tariff/bill/rate-term.ts';
import { quotePlan } from '#domain/tariff/quote.ts';
import { type CallRecord, callClass, type Usage } from '#domain/tariff/usage.ts';
import { loadReference, type Reference } from '../../src-main/reference/load-reference.ts';
import { against, type BenchLine, median, percentile, round } from './bench-line.ts';

const PROFILES = 300;
const CALLS = 100_000;
const ROUNDS = 5;
const TODAY = '2026-11-25';

/** Every plan of the catalogue with lines, switches and what-if, by profiles and by a call list; one term bill; beside each what a plain loop over the calls takes. */
export async function runBench(): Promise<readonly BenchLine[]> {
  const loaded = loadReference(resolve(import.meta.dirname, '../../resources/reference'));
  if (!loaded.ok) throw new Error(JSON.stringify(loaded.error));
  const input = comparison(loaded.value);
  const calls = callList();
  const profiles = Array.from({ length: PROFILES }, (_, at): Usage => ({ kind: 'profile', profile: { minutes: (at * 37) % 6000, localPercent: at % 40, mobilePercent: (at * 7) % 60 } }));
  for (const usage of profiles.slice(0, 50)) comparePlans({ ...input, usage });
  const processor: number[] = [];
  const byProfile = profiles.map((usage) => timed(() => {
    const before = process.cpuUsage();
    comparePlans({ ...input, usage });
    const { user, system } = process.cpuUsage(before);
    processor.push((user + system) / 1000);
  }));
  const byCalls: number[] = [];
  const plain: number[] = [];
  for (let turn = 0; turn < ROUNDS; turn += 1) {
    byCalls.push(timed(() => comparePlans({ ...input, usage: { kind: 'calls', calls } })));
    plain.push(timed(() => input.offers.forEach(({ plan }) => plainSum(plan, calls))));
  }
  const term = profiles.map((usage) => timed(() => rateTerm(termOf(input, usage))));
  const line = (name: string, value: number, unit = 'ms'): BenchLine => ({ bench: 'tariff', name, value: round(value), unit });
  return [
    line(`compare ${input.offers.length} plans by profile, median`, median(byProfile)), line(`compare ${input.offers.length} plans by profile, p95`, percentile(byProfile, 0.95)),
    line('the same, processor time, p95', percentile(processor, 0.95)),
    against('tariff', `compare ${input.offers.length} plans by ${CALLS} calls over 24 months; baseline: each call priced once a plan, no bills`, 'ms', median(byCalls), median(plain)),
    line('term bill of 24 months, median', median(term)),
  ];
}

function timed(work: () => unknown): number {
  const began = performance.now();
  work();
  return performance.now() - began;
}

function comparison({ catalogue, gradeTable, policy }: Reference): Omit<CompareInput, 'usage'> {
  const { plans, promotions } = withTrainingPrices(catalogue);
  const shared = { number: { grade: 9, headFloorLi: 0 }, gradeTable, chosenMinimumLi: null, terminals: null, promotions, chosenOn: TODAY, policy: policy.tariff.prepay, catalogueConfirmed: false } as const;
  const offers = plans.map((plan) => {
    const quote = quotePlan({ ...shared, plan, addOns: [] });
    return { plan, refusal: null, quote: quote.ok ? quote.value : null, addOns: [], includedAddOnIds: [] };
  });
  return { offers, promotions, today: TODAY, termMonths: policy.tariff.compareMonths, terminals: null, policy: policy.tariff };
}

function termOf({ offers, promotions, policy }: Omit<CompareInput, 'usage'>, usage: Usage): Parameters<typeof rateTerm>[0] {
  const plan = (offers.find((offer) => offer.plan.id === 'minimum-50') as (typeof offers)[number]).plan;
  return { plan, addOns: [], promotions, chosenOn: TODAY, terminals: null, monthlyMinimumLi: 50_000, prepayLi: 200_000, openedOn: '2026-12-15', endsOn: '2028-12-14', usage, policy };
}

/** Three months of calls in no order, from a fixed generator. */
function callList(): readonly CallRecord[] {
  let seed = 400;
  const below = (most: number): number => {
    seed = (Math.imul(seed, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((seed / 2 ** 32) * most);
  };
  const two = (value: number): string => String(value).padStart(2, '0');
  return Array.from({ length: CALLS }, () => ({
    at: `2026-${two(8 + below(3))}-${two(1 + below(30))}T${two(below(24))}:${two(below(60))}:${two(below(60))}`, seconds: below(600),
    line: below(2) === 0 ? ('mobile' as const) : ('fixed' as const), callerArea: ['010', '0531', null][below(3)] as string | null, answeredArea: '010',
  }));
}

/** What anybody would write first: no months, included minutes, minimum, commitment or credit. */
function plainSum({ rates }: Plan, calls: readonly CallRecord[]): number {
  let li = 0;
  for (const call of calls) {
    const price = rates.kind === 'none' ? 0 : rates.kind === 'flat' ? rates.liPerMinute : { local: rates.localLi, fixed: rates.fixedLi, mobile: rates.mobileLi }[callClass(call)];
    li += Math.ceil(call.seconds / 60) * price;
  }
  return li;
}
