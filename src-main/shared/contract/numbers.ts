import { z } from 'zod';
import type { GradeMatch, GradeReason } from '#domain/number/grade/grade-number.ts';
import type { Meaning, MeaningKind } from '#domain/number/meaning/meaning.ts';
import type { NumberWarning } from '#domain/number/meaning/number-warnings.ts';
import type { UnderstoodTerm } from '#domain/number/query/understood-terms.ts';

const caseId = z.uuid();
const digits = z.string().regex(/^400\d{7}$/);
const li = z.number().int().min(0).max(100_000_000);

export const numberRequests = {
  'numbers/search': z.strictObject({
    text: z.string().max(80), grades: z.array(z.number().int().min(1).max(9)).max(7).readonly(),
    /** Dearest monthly minimum and prepayment of 营业厅标准 that may be shown (厘); null: any. */
    minimumAtMostLi: li.nullable(), prepayAtMostLi: li.nullable(),
    /** Only numbers that look special and are billed as ordinary ones. */
    looksSpecial: z.boolean(),
    /** Only numbers of this PC's lease (本厅离线号). */
    leasedOnly: z.boolean(),
    sort: z.enum(['memorable', 'price', 'number']),
    offset: z.number().int().min(0).max(2_000_000), limit: z.number().int().min(1).max(200),
  }),
  'numbers/pool-status': z.undefined(),
  /** Free numbers that mean something to this customer. */
  'numbers/suggest': z.strictObject({ caseId }),
  /** Why this number has its grade, what it costs over the term, how it is read aloud, and the nearest ordinary one. */
  'numbers/explain': z.strictObject({ digits }),
  'numbers/hold': z.strictObject({ caseId, digits }),
  'numbers/extend': z.strictObject({ caseId }),
  'numbers/release': z.strictObject({ caseId }),
  /** Offline: ranked picks, first is the wish, the rest are fallbacks the customer accepts. */
  'numbers/pick-provisional': z.strictObject({ caseId, ranked: z.array(digits).min(1).max(5).readonly() }),
  /** Every hold of this PC that lives, browse and case alike. */
  'numbers/holds': z.undefined(),
} as const;

/** One number of the pool with what it costs and how it reads. */
export type NumberHit = {
  readonly digits: string;
  readonly grade: number;
  readonly ruleId: string | null;
  readonly reason: GradeReason;
  /** A month, and due at the start, in 营业厅标准 (厘). */
  readonly minimumLi: number;
  readonly prepayLi: number;
  /** What every other plan has to reach a month. */
  readonly floorLi: number;
  readonly termMonths: number;
  /** What makes an ordinary number look special; null for special numbers and plain ones. */
  readonly looks: string | null;
  readonly warnings: readonly NumberWarning[];
  /** In this PC's lease: an offline pick of it is kept. */
  readonly leased: boolean;
};

/** A free number close to what was asked; `changed` are the places (0–9) whose digit differs from the wish. */
export type NearMiss = NumberHit & { readonly changed: readonly number[] };

/** Answer of a search: exact total and count per grade, the first page ranked. */
export type NumberSearch = {
  readonly total: number;
  readonly perGrade: readonly { readonly grade: number; readonly count: number }[];
  readonly hits: readonly NumberHit[];
  readonly elapsedMs: number;
  readonly understood: readonly UnderstoodTerm[];
  /** At least ten when nothing was found and the pool has them; else empty. */
  readonly nearMisses: readonly NearMiss[];
  /** What the near misses had to give up beside digits: the grades, the other filters (money, looks, lease), or words of the box by name. */
  readonly gaveUp: readonly ({ readonly what: 'grades' | 'filters' } | { readonly what: 'word'; readonly source: string })[];
};

/** State of the local mirror of the pool; its age is always shown. */
export type PoolStatus = { readonly loaded: boolean; readonly free: number; readonly syncedAt: string | null };

/** A free number with the one line that says what it means to the customer. */
export type Suggestion = NumberHit & { readonly meaning: Meaning };

/** What the customer's own data gives: the sources with how many free numbers each has, nought included, and the best ones. */
export type Suggestions = {
  readonly sources: readonly { readonly kind: MeaningKind; readonly from: string; readonly count: number }[];
  readonly hits: readonly Suggestion[];
  readonly elapsedMs: number;
};

/** One number explained. Money in 厘 as in 营业厅标准. */
export type NumberExplained = {
  readonly hit: NumberHit;
  readonly matches: readonly (GradeMatch & { readonly name: string })[];
  readonly rulesVersion: string;
  readonly confirmed: boolean;
  readonly monthlyMinimumLi: number;
  readonly prepayDueLi: number;
  readonly termMonths: number;
  readonly totalOverTermLi: number;
  readonly releaseMonths: number;
  readonly transferable: boolean;
  readonly cancellable: boolean;
  readonly groupings: readonly string[];
  readonly readings: readonly string[];
  /** The nearest ordinary number that is free, and what it saves over the same months; null when none is near. */
  readonly nearestOrdinary: { readonly hit: NumberHit; readonly savingLi: number; readonly changed: readonly number[] } | null;
};

/** The case's number. */
export type NumberView = NumberHit & {
  readonly rulesVersion: string;
  /** leased: taken offline from this PC's lease, sure but not yet claimed. */
  readonly hold: 'granted' | 'provisional' | 'leased' | 'lost' | 'expired';
  readonly expiresAt: string | null;
  readonly heldAt: string;
  /** Ranked fallbacks of a provisional pick. */
  readonly fallbacks: readonly NumberHit[];
  /** The customer's first choice, which another hall had, and as which of the ranked fallbacks this number came in for it by itself; null: it is the first choice. */
  readonly replaced: { readonly digits: string; readonly rank: number } | null;
  /** Three of the same kind, offered when the hold was lost. */
  readonly alternatives: readonly NumberHit[];
};

/** One living hold: a look around (15 min) or a case's number. */
export type HoldRow = {
  readonly digits: string;
  readonly caseId: string;
  readonly caseNo: string;
  readonly company: string;
  readonly kind: 'browse' | 'case' | 'leased' | 'provisional';
  readonly expiresAt: string | null;
  readonly heldBy: string;
};
