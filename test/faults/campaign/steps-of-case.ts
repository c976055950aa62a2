import { type CasePlan, type CaseStep, ordinaryPlan, ordinarySteps } from '../../support/ordinary-case.ts';
import { askForApproval, decideBeside, importToken, isApproved, letSignerIn, offerTokenAgain, publishRules, signToken } from './approval-steps.ts';
import type { CampaignStep, CaseTask, Facet } from './campaign-step.ts';
import { claimAnswered, closeBlock, holdSpecial, leasedSteps, lineComes, lineGoes, listedSteps } from './number-steps.ts';

const isSpecial = ({ kind }: CaseTask): boolean => kind === 'special' || kind === 'carried';

export const planOf = (task: CaseTask): CasePlan => ({ ...ordinaryPlan(task.sequence), ...(isSpecial(task) ? { planId: 'hall-standard' } : {}) });

const named: Readonly<Record<string, Facet>> = {
  'hold number': 'number', 'choose plan': 'plan', 'save form': 'form', 'sign agreement': 'agreement', 'sign form': 'formPaper', 'pay cash': 'payments', submit: 'submitted',
};
const facetOf = (name: string): Facet => named[name] ?? (name.startsWith('customer ') ? 'customer' : name.startsWith('print ') ? 'prints' : 'documents');

const ordinary = ({ name, isDone, run }: CaseStep): CampaignStep => ({
  name, facet: facetOf(name), isDone: ({ view }, plan) => isDone(view, plan), run: async ({ call }, { view }, plan) => void (await run(call, view, plan)),
});

type Insertions = Readonly<Record<string, readonly CampaignStep[]>>;

/** The ordinary case with other steps in the place of one, or before one; `end` comes after all. */
const woven = (instead: readonly CampaignStep[], before: Insertions): readonly CampaignStep[] => [
  ...ordinarySteps.flatMap((step) => [...(before[step.name] ?? []), ...(step.name === 'hold number' && instead.length > 0 ? instead : [ordinary(step)])]),
  ...(before['end'] ?? []),
];

/** Where the line comes back after an offline pick: at once, with the papers half done, or when the case is already handed over. */
const comesBefore = ['choose plan', 'save form', 'end'] as const;

/** Everything that is done for one case after it was made, in this order. */
export function stepsOf({ sequence, kind }: CaseTask): readonly CampaignStep[] {
  switch (kind) {
    case 'ordinary': return ordinarySteps.map(ordinary);
    case 'listed': return woven(listedSteps, {});
    case 'leased': {
      const ends = [claimAnswered, ...(Math.floor(sequence / 2) % 2 === 0 ? [closeBlock] : [])];
      const comes = comesBefore[sequence % 3] ?? 'end';
      return woven(leasedSteps(sequence), { [comes]: [lineComes], end: [lineComes, ...ends] });
    }
    case 'special': return woven([publishRules, holdSpecial], { 'sign agreement': [askForApproval, decideBeside] });
    case 'carried': return woven([letSignerIn, holdSpecial], {
      'sign agreement': [lineGoes(isApproved), askForApproval, signToken, importToken, offerTokenAgain], 'save form': [lineComes],
    });
  }
}
