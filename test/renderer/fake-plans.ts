import type { CaseView } from '#contract/cases.ts';
import type { RequestChannel } from '#contract/channels.ts';
import type { Reply, Request } from '#contract/contract.ts';
import type { Failure } from '#contract/failures.ts';
import { sampleComparison, sampleImport } from './sample-comparison.ts';
import { sampleBills } from './sample-bills.ts';
import { catalogue, hit, offersFor, quoteOf } from './sample-reference.ts';

type Handlers = { readonly [C in RequestChannel]?: (request: Request<C>) => Reply<C> | Failure };

/** Plans on a fake main: the figures are those of the sample usage whatever is asked; what was asked stands in the answer. */
export function fakePlans(view: () => CaseView | null, put: (patch: Partial<CaseView>) => CaseView): Handlers {
  let comparison = sampleComparison;
  const shown = (patch: Partial<typeof comparison>): typeof comparison => (comparison = { ...comparison, ...patch });
  return {
    'plans/list': () => ({
      offers: offersFor(view()?.number ?? hit('4006123457')),
      addOns: catalogue.addOns.map((one) => ({ addOnId: one.id, name: one.name, feature: one.feature, feeLi: one.charges[0]?.li ?? 0, per: one.charges[0]?.per ?? 'once', counted: one.counted, excludes: one.excludes, note: one.note })),
    }),
    'plans/compare': ({ usage }) => (usage ? shown({ usage: { ...usage, asked: true, calls: usage.from === 'calls' ? comparison.usage.calls : null } }) : comparison),
    'plans/import-calls': () => ({ ...sampleImport, comparison: shown({ usage: sampleImport.comparison.usage }) }),
    'plans/forget-calls': () => shown({ usage: { ...comparison.usage, from: 'questions', calls: null } }),
    'plans/choose': ({ planId, addOnIds, minimumLi, terminals, reason }) => {
      const compared = comparison.plans.find((one) => one.planId === planId);
      if (!compared?.cost) return { code: 'plan-not-allowed' };
      if (compared.cost.overCheapestLi > 0 && reason === null) return { code: 'dearer-plan-reason' };
      const plan = catalogue.plans.find((one) => one.id === planId);
      return put({ plan: {
        planId, version: '2024-10', catalogueVersion: '2024-10', name: compared.name, billing: plan?.billing ?? 'prepaid', addOnIds, addOnNames: addOnIds, minimumLi, terminals, reason, allowed: true, refusal: null,
        ...quoteOf(planId, view()?.number?.grade ?? 9),
      } });
    },
    'plans/preview-bills': ({ exitOn }) => sampleBills(exitOn),
    'plans/print-comparison': () => ({ paperId: '00000000-0000-4000-8000-000000000077', kind: 'comparison', documentNo: 'WJ-C-20261123-0004', madeAt: '2026-11-23T02:42:07.000Z', sha256: 'a3f1'.repeat(16), contentDigest: 'a3f1'.repeat(16), state: 'current', printCount: 0, byHand: false }),
  };
}
