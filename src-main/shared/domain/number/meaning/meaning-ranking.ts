import type { Meaning } from './meaning.ts';

/** A free number that carries a meaning; `source` is one per fact of the customer. */
export type MeaningCandidate = {
  readonly digits: string; readonly meaning: Meaning; readonly source: string; readonly fit: number;
  readonly special: boolean; readonly looks: boolean; readonly warnings: number;
};

/** How many a customer looks through, and at most how many of one fact and of one text while others are there. */
const SHOWN = 24;
const STEPS = [{ perSource: 3, perText: 2 }, { perSource: 6, perText: 4 }, { perSource: SHOWN, perText: SHOWN }] as const;

/** The best of the candidates, mixed over the facts they come from: ordinary numbers before special ones, what reads badly last. */
export function chooseByMeaning(candidates: readonly MeaningCandidate[]): readonly MeaningCandidate[] {
  const best = bestPerNumber(candidates);
  const chosen = new Set<MeaningCandidate>();
  for (const limits of STEPS) {
    const taken = new Map<string, number>();
    for (const each of best) {
      const keys = [each.source, `${each.source} ${each.meaning.digits}`] as const;
      const [ofSource, ofText] = keys.map((key) => taken.get(key) ?? 0) as [number, number];
      const fits = chosen.has(each) || (chosen.size < SHOWN && ofSource < limits.perSource && ofText < limits.perText);
      if (!fits) continue;
      chosen.add(each);
      for (const key of keys) taken.set(key, (taken.get(key) ?? 0) + 1);
    }
  }
  return best.filter((each) => chosen.has(each));
}

const worth = ({ fit, special, looks, warnings }: MeaningCandidate): number => fit - (special ? 30 : 0) + (looks ? 4 : 0) - 18 * warnings;

/** A number that carries two meanings is told by the better one; among equals the order of the candidates stays (the most memorable first). */
function bestPerNumber(candidates: readonly MeaningCandidate[]): readonly MeaningCandidate[] {
  const best = new Map<string, MeaningCandidate>();
  for (const each of candidates) {
    const known = best.get(each.digits);
    if (!known || worth(each) > worth(known)) best.set(each.digits, each);
  }
  return [...best.values()].toSorted((a, b) => worth(b) - worth(a));
}
