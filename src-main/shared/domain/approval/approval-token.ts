import { elapsedMs, toInstant, type Instant } from '../calendar/shanghai-time.ts';
import { fail, ok, type Result } from '../result.ts';
import type { ReturnReason } from './return-reason.ts';
import { sameStaff } from './same-staff.ts';

/** What a supervisor signs on another PC: one decision on one request of one case, once. */
export type TokenClaims = {
  readonly tokenId: string;
  readonly requestId: string;
  readonly caseNo: string;
  readonly hallCode: string;
  readonly bindingHash: string;
  readonly decision: 'approve' | 'return';
  readonly reasons: readonly ReturnReason[];
  readonly note: string;
  readonly decidedBy: string;
  readonly decidedByName: string;
  readonly onBehalfOf: string | null;
  readonly keyId: string;
  readonly issuedAt: Instant;
  readonly expiresAt: Instant;
};

/** An approval lives three days, however it came. */
export const approvalLifeMs = 3 * 86_400_000;

/** The clocks of two PCs may differ by this much. */
export const clockSkewMs = 10 * 60_000;

/** When a decision made now runs out. */
export const expiryOf = (decidedAt: Instant): Instant => toInstant(Date.parse(decidedAt) + approvalLifeMs);

/** The one text that is signed: keys in order, characters as they are. */
export const tokenLine = (claims: TokenClaims): string =>
  JSON.stringify(['approval-token/1', claims.tokenId, claims.requestId, claims.caseNo, claims.hallCode, claims.bindingHash, claims.decision, claims.reasons, claims.note,
    claims.decidedBy, claims.decidedByName, claims.onBehalfOf, claims.keyId, claims.issuedAt, claims.expiresAt]);

/** What the clerk's PC knows when a token with a good signature comes in. */
export type TokenQuestion = {
  readonly requestId: string;
  readonly caseNo: string;
  readonly hallCode: string;
  readonly bindingHash: string;
  /** Hash of the case as it is now. */
  readonly currentHash: string;
  /** Whose key it is, as this PC trusts it. */
  readonly signer: string;
  readonly now: Instant;
};

/** Whether the signed words speak of this request as it stands now, in the name of the key's owner, and in time. */
export function checkToken(claims: TokenClaims, question: TokenQuestion): Result<TokenClaims, { readonly code: 'token-forged' | 'token-for-another' | 'token-expired' }> {
  if (!sameStaff(claims.decidedBy, question.signer)) return fail({ code: 'token-forged' });
  const same = claims.requestId === question.requestId && claims.caseNo === question.caseNo && claims.hallCode === question.hallCode
    && claims.bindingHash === question.bindingHash && claims.bindingHash === question.currentHash;
  if (!same) return fail({ code: 'token-for-another' });
  const life = elapsedMs(claims.issuedAt, claims.expiresAt);
  const inTime = life > 0 && life <= approvalLifeMs && elapsedMs(question.now, claims.expiresAt) > 0 && elapsedMs(question.now, claims.issuedAt) <= clockSkewMs;
  return inTime ? ok(claims) : fail({ code: 'token-expired' });
}
