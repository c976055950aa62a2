/** What two requests are compared by. */
export type Compared = { readonly grade: number; readonly ruleId: string; readonly planId: string; readonly words: string };

/** How alike two requests are, 0 to 1: grade 0.3, rule 0.3, plan 0.15, the words of purpose and reason 0.25. */
export function likeness(one: Compared, other: Compared): number {
  const nearGrade = Math.max(0, 1 - Math.abs(one.grade - other.grade) / 3);
  return 0.3 * nearGrade + (one.ruleId === other.ruleId ? 0.3 : 0) + (one.planId === other.planId ? 0.15 : 0) + 0.25 * sharedPairs(one.words, other.words);
}

/** The most alike first; of equals the newest. */
export function mostAlike<T extends Compared & { readonly decidedAt: string }>(wanted: Compared, past: readonly T[], count = 5): readonly T[] {
  return past.map((entry) => ({ entry, score: likeness(wanted, entry) }))
    .toSorted((a, b) => b.score - a.score || b.entry.decidedAt.localeCompare(a.entry.decidedAt))
    .slice(0, count).map(({ entry }) => entry);
}

/** Dice's coefficient of the pairs of neighbouring characters: Chinese needs no words for it. */
function sharedPairs(one: string, other: string): number {
  const [a, b] = [pairsOf(one), pairsOf(other)];
  if (a.size === 0 || b.size === 0) return 0;
  return (2 * [...a].filter((pair) => b.has(pair)).length) / (a.size + b.size);
}

function pairsOf(text: string): ReadonlySet<string> {
  const letters = [...text.replace(/[\s，。、；：]/gu, '')];
  return new Set(letters.slice(1).map((letter, at) => `${letters[at]}${letter}`));
}
