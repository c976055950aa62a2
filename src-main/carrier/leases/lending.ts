import { existsSync, readFileSync } from 'node:fs';
import { z } from 'zod';
import type { LeaseCandidate } from '#domain/lease/choose-block.ts';
import { LEASE_TERMS, type LeaseTerms } from '#domain/lease/grant-lease.ts';
import { gradeNumber } from '#domain/number/grade/grade-number.ts';
import { memorabilityScale } from '#domain/number/memorability.ts';
import { isSpecial, type NumberRules } from '#domain/number/grade/number-rules.ts';
import { segmentHeads, type NumberSpace } from '../pool/number-space.ts';
import type { Pool } from '../pool/pool.ts';
import type { CarrierStore } from '../store/carrier-store.ts';

/** What this carrier lends and on which terms. */
export type Lending = {
  readonly terms: LeaseTerms;
  /** Ordinary numbers that anybody may take now; the share of ordinary ones is measured once, on a sample in a large pool. */
  readonly ordinaryFree: () => number;
  /** Free ordinary numbers from all over the pool; another `turn` looks elsewhere. */
  readonly candidates: (count: number, turn: number) => readonly LeaseCandidate[];
};

export const openingTerms = (hours: { readonly pickHours?: number | undefined; readonly settleDays?: number | undefined }): LeaseTerms => ({
  ...LEASE_TERMS,
  ...(hours.pickHours === undefined ? {} : { pickMs: hours.pickHours * 3_600_000 }),
  ...(hours.settleDays === undefined ? {} : { settleMs: hours.settleDays * 86_400_000 }),
});

/** The shipped rule table (its whole shape is checked where it is edited); undefined when there is none: then nothing is lent. */
export function readNumberRules(path: string): NumberRules | undefined {
  if (!existsSync(path)) return undefined;
  const table = z.looseObject({ rules: z.array(z.looseObject({ id: z.string(), kind: z.string() })).min(1), downgrades: z.array(z.unknown()), heads: z.array(z.unknown()), memorable: z.array(z.unknown()) });
  return table.parse(JSON.parse(readFileSync(path, 'utf8'))) as unknown as NumberRules;
}

const sampleSize = 20_000;
/** A prime: steps of it visit each number once. */
const stride = 617_959;

const numberAt = (space: NumberSpace, index: number): string =>
  space.numberAt({ segment: index % segmentHeads.length, suffix: Math.floor(index / segmentHeads.length) });

export function createLending(store: CarrierStore, pool: Pool, rules: NumberRules, terms: LeaseTerms): Lending {
  const { space } = pool;
  const isOrdinary = (number: string): boolean => !isSpecial(gradeNumber(number, rules).grade);
  let share: number | undefined;
  let scale: ReturnType<typeof memorabilityScale> | undefined;
  const ordinaryShare = (): number => {
    const count = Math.min(sampleSize, space.size);
    const step = Math.floor(space.size / count);
    share ??= Array.from({ length: count }, (_, index) => numberAt(space, index * step)).filter(isOrdinary).length / count;
    return share;
  };
  return {
    terms,
    ordinaryFree: () => Math.floor((pool.unsold - store.numbers.leaseCounts('').rows) * ordinaryShare()),
    candidates(count, turn) {
      scale ??= memorabilityScale(rules.memorable);
      const found: LeaseCandidate[] = [];
      for (let step = 0; step < space.size && found.length < count; step += 1) {
        const digits = numberAt(space, ((turn * 7919 + step) * stride) % space.size);
        if (pool.statusOf(digits) === 'available' && isOrdinary(digits)) found.push({ digits, memorability: scale(Number(digits.slice(4))) });
      }
      return found;
    },
  };
}
