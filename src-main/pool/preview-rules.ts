import { compiledRules } from '#domain/number/grade/compiled-rules.ts';
import { GRADES, type Grade, type NumberRules } from '#domain/number/grade/number-rules.ts';
import { SEGMENT_SIZE } from '#domain/number/pool-snapshot.ts';
import { gradeSegment, NO_RULE } from './index/grade-segment.ts';

/** What another rule table would change for the free numbers, and which of its enabled rules win no number at all, by their place in the table. */
export type PoolPreview = {
  readonly perGrade: readonly { readonly grade: Grade; readonly now: number; readonly draft: number }[];
  readonly moved: readonly { readonly from: Grade; readonly to: Grade; readonly count: number; readonly samples: readonly string[] }[];
  readonly won: readonly number[];
};

export type PreviewInput = {
  readonly heads: readonly string[]; readonly now: NumberRules; readonly draft: NumberRules; readonly isBusy: (segment: number, suffix: number) => boolean;
};

const SAMPLES = 10;

/** Counts the free numbers by both tables, grade by grade and move by move; most numbers moved come first. */
export function previewRules({ heads, now, draft, isBusy }: PreviewInput): PoolPreview {
  const moves = new Moves();
  const ranksWon = new Uint8Array(NO_RULE + 1);
  heads.forEach((head, segment) => {
    const before = gradeSegment(head, now).grades;
    const { grades: after, ranks } = gradeSegment(head, draft);
    for (let suffix = 0; suffix < SEGMENT_SIZE; suffix += 1) {
      ranksWon[ranks[suffix] as number] = 1;
      if (!isBusy(segment, suffix)) moves.add(before[suffix] as Grade, after[suffix] as Grade, head, suffix);
    }
  });
  const won = compiledRules(draft).rankOf.flatMap((rank, ruleIndex) => (ranksWon[rank] === 1 ? [ruleIndex] : []));
  return { perGrade: moves.perGrade(), moved: moves.moved(), won };
}

/** Counts per pair of grades, with the first numbers of each pair that differs. */
class Moves {
  readonly #counts = new Uint32Array(100);
  readonly #samples = new Map<number, string[]>();

  add(from: Grade, to: Grade, head: string, suffix: number): void {
    const pair = from * 10 + to;
    (this.#counts[pair] as number) += 1;
    if (from === to || (this.#counts[pair] as number) > SAMPLES) return;
    const samples = this.#samples.get(pair) ?? [];
    samples.push(head + String(suffix).padStart(6, '0'));
    this.#samples.set(pair, samples);
  }

  perGrade(): PoolPreview['perGrade'] {
    const sum = (pair: (other: Grade) => number): number => GRADES.reduce((total, other) => total + (this.#counts[pair(other)] as number), 0);
    return GRADES.map((grade) => ({ grade, now: sum((to) => grade * 10 + to), draft: sum((from) => from * 10 + grade) }));
  }

  moved(): PoolPreview['moved'] {
    return [...this.#samples]
      .map(([pair, samples]) => ({ from: Math.floor(pair / 10) as Grade, to: (pair % 10) as Grade, count: this.#counts[pair] as number, samples }))
      .sort((a, b) => b.count - a.count);
  }
}
