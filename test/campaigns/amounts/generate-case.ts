import type { Request } from '#contract/contract.ts';
import { seeded } from '../../faults/campaign/seeded.ts';

/** One case of the campaign: what is sold to whom, and how it is paid. Everything follows from seed and place. */
export type AmountsCase = {
  readonly at: number;
  readonly grade: number;
  /** Digits that the number has to contain; empty: any. */
  readonly contains: string;
  /** Which of the free numbers. */
  readonly pickAt: number;
  readonly planId: string;
  readonly addOnIds: readonly string[];
  /** Share of the range above the grade's minimum (营业厅标准); null: the grade's own. */
  readonly minimumShare: number | null;
  readonly terminals: number | null;
  /** null: nobody asks the customer. */
  readonly usage: NonNullable<Request<'plans/compare'>['usage']> | null;
  readonly tender: Request<'payments/take'>['tender'];
  /** Whole fen of a hundredth of what is due that are paid first; 0: all at once. */
  readonly firstPercent: number;
};

const plans = ['hall-standard', 'long-distance-standard', 'minimum-50', 'prepaid-3000', 'area-code-special', 'beijing-200', 'beijing-500', 'beijing-enhanced', 'all-answer'] as const;
const grades = [9, 9, 9, 9, 9, 6, 6, 5, 5, 4, 3, 2, 1] as const;
const minutes = [0, 0, 0, 1, 119, 499, 500, 501, 1000, 2166, 2167, 2500, 2501, 5000, 40_000] as const;
const counted = ['extra-phone', 'seat'] as const;

export function generateCase(seed: number, at: number): AmountsCase {
  const random = seeded(seed * 100_003 + at);
  random();
  const below = (count: number): number => Math.floor(random() * count);
  const pick = <T>(of: readonly T[]): T => of[below(of.length)] as T;
  const chance = (share: number): boolean => random() < share;
  const many = (id: string): readonly string[] => Array.from({ length: chance(0.7) ? 1 + below(3) : 1 + below(12) }, () => id);
  // Every plan has its turn, so that a small sample misses none.
  const planId = plans[(at + seed) % plans.length] as string;
  const sound = chance(0.5) ? pick([[], ['ring-back'], many('ivr-recording')]) : [];
  const recording = planId === 'beijing-enhanced' || chance(0.6) ? [] : [pick(['recording-monthly', 'recording-yearly'])];
  const addOnIds = [...sound, ...recording, ...counted.filter(() => chance(0.35)).flatMap(many)];
  const terminals = planId === 'all-answer' ? (chance(0.5) ? 1 + below(4) : 1 + below(60)) : null;
  const localPercent = chance(0.3) ? 0 : below(101);
  const asked = { from: 'questions', minutes: chance(0.7) ? pick(minutes) : below(20_000), localPercent, mobilePercent: below(101 - localPercent), terminals: terminals ?? 1, addOnIds: [...addOnIds] } as const;
  return {
    at, grade: pick(grades), contains: planId === 'area-code-special' ? '010' : '', pickAt: below(40), planId, addOnIds,
    minimumShare: planId === 'hall-standard' && chance(0.6) ? pick([0, 1, random()]) : null, terminals, usage: chance(0.9) ? asked : null,
    tender: pick(['cash', 'pos', 'wechat', 'alipay']), firstPercent: chance(0.25) ? 1 + below(98) : 0,
  };
}
