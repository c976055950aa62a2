import { openHall } from './hall.ts';
import { everyPlan, type Plan } from './plans.ts';
import { playPlan } from './play-plan.ts';

export type MatrixFigures = { readonly plans: number; readonly decided: number; readonly signed: number; readonly refused: number; readonly violations: readonly string[] };

const nameOf = ({ path, decider, before, after }: Plan): string => `${path}, ${decider}, before: ${before}, after: ${after}`;

/** Plays the plans, those with a line beside a carrier; a seed and a count choose which. */
export async function runMatrix({ random, count, onPlan }: { readonly random: () => number; readonly count: number | null; readonly onPlan?: (line: string) => void }): Promise<MatrixFigures> {
  const plans = chosen(everyPlan(), random, count);
  const figures = { plans: plans.length, decided: 0, signed: 0, refused: 0, violations: [] as string[] };
  for (const remote of [false, true]) {
    const part = plans.filter((plan) => (plan.path === 'remote') === remote);
    if (part.length === 0) continue;
    const hall = await openHall(remote);
    try {
      for (const plan of part) {
        const { decided, signed, violations } = await playPlan(hall, plan);
        figures.decided += decided ? 1 : 0;
        figures.refused += decided ? 0 : 1;
        figures.signed += signed;
        figures.violations.push(...violations.map((violation) => `${nameOf(plan)}: ${violation}`));
        onPlan?.(`${nameOf(plan)}: ${decided ? 'decided' : 'refused'}, signed ${signed}${violations.length > 0 ? ` VIOLATION ${violations.join('; ')}` : ''}`);
      }
    } finally {
      await hall.dispose();
    }
  }
  return figures;
}

/** All of them, or so many drawn without putting back; in the order of the whole, since time only moves on. */
function chosen(plans: readonly Plan[], random: () => number, count: number | null): readonly Plan[] {
  if (count === null) return plans;
  const drawn = new Set(plans.map((plan) => ({ plan, key: random() })).toSorted((a, b) => a.key - b.key).slice(0, count).map(({ plan }) => plan));
  return plans.filter((plan) => drawn.has(plan));
}
