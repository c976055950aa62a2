import { z } from 'zod';

const caseId = z.uuid();
const digits = z.string().regex(/^400\d{7}$/);

export const numberRequests = {
  'numbers/search': z.strictObject({
    text: z.string().max(80), grades: z.array(z.number().int().min(1).max(9)).max(7).readonly(), offset: z.number().int().min(0).max(2_000_000), limit: z.number().int().min(1).max(200),
  }),
  'numbers/pool-status': z.undefined(),
  'numbers/hold': z.strictObject({ caseId, digits }),
  'numbers/extend': z.strictObject({ caseId }),
  'numbers/release': z.strictObject({ caseId }),
  /** Offline: ranked picks, first is the wish, the rest are fallbacks the customer accepts. */
  'numbers/pick-provisional': z.strictObject({ caseId, ranked: z.array(digits).min(1).max(5).readonly() }),
} as const;

/** One number of the pool with what it costs. */
export type NumberHit = {
  readonly digits: string;
  readonly grade: number;
  readonly ruleId: string | null;
  readonly floorLi: number;
  readonly prepayLi: number;
  readonly termMonths: number;
};

/** Answer of a search: exact total and count per grade, the first page ranked. */
export type NumberSearch = {
  readonly total: number;
  readonly perGrade: readonly { readonly grade: number; readonly count: number }[];
  readonly hits: readonly NumberHit[];
  readonly elapsedMs: number;
};

/** State of the local mirror of the pool; its age is always shown. */
export type PoolStatus = { readonly loaded: boolean; readonly free: number; readonly syncedAt: string | null };

/** The case's number. */
export type NumberView = NumberHit & {
  readonly rulesVersion: string;
  readonly hold: 'granted' | 'provisional' | 'lost' | 'expired';
  readonly expiresAt: string | null;
  readonly heldAt: string;
  /** Ranked fallbacks of a provisional pick. */
  readonly fallbacks: readonly NumberHit[];
  /** Three of the same kind, offered when the hold was lost. */
  readonly alternatives: readonly NumberHit[];
};
