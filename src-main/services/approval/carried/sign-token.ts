import type { CarriedText } from '#contract/approval.ts';
import type { Failure } from '#contract/failures.ts';
import { expiryOf, tokenLine, type TokenClaims } from '#domain/approval/approval-token.ts';
import { documentsForDecision, mayDecide } from '#domain/approval/may-decide.ts';
import type { RequestPacket } from '#domain/approval/request-packet.ts';
import { checkReturn, type ReturnReason } from '#domain/approval/return-reason.ts';
import { sameStaff } from '#domain/approval/same-staff.ts';
import { ok, type Result } from '#domain/result.ts';
import { inTransaction } from '../../../store/db.ts';
import { currentKeyOf } from '../../../store/tables/approval/signer-rows.ts';
import { insertSignedToken, signedTokenFor } from '../../../store/tables/approval/token-rows.ts';
import type { Actor, ConsoleContext } from '../../console-context.ts';
import { readHall } from '../../hall/policy.ts';
import { refuse } from '../../refuse.ts';
import { checkSignIn } from '../../session/sign-in.ts';
import { contentOf } from '../packet-detail.ts';
import { delegatorOf } from '../take-decision.ts';
import { partsOf, readRequest, readToken, writeToken } from './carried-text.ts';
import { openSigningKey, signLine } from './signing-key.ts';

type Request = { readonly request: string; readonly decision: 'approve' | 'return'; readonly reasons: readonly ReturnReason[]; readonly note: string; readonly password: string; readonly asFile: boolean };

/** The supervisor decides a carried request on their own PC; the password opens their key for this one signature. */
export async function signToken(context: ConsoleContext, actor: Actor, request: Request): Promise<Result<CarriedText, Failure>> {
  const packet = decidable(context, actor, request);
  if (!packet.ok) return packet;
  const person = await checkSignIn(context, actor.staffNo, request.password);
  if (!person.ok) return person;
  const row = currentKeyOf(context.db, actor.staffNo);
  const key = row === null ? null : await openSigningKey(row, request.password);
  if (row === null || key === null) return refuse('no-signing-key');
  const claims = claimsOf(context, actor, packet.value, request, row.keyId);
  const line = tokenLine(claims);
  const text = writeToken({ line, signature: signLine(line, key) });
  const kept = inTransaction(context.db, (): Result<string, Failure> => {
    const before = signedTokenFor(context.db, packet.value.requestId);
    // A lost code may be shown again; other words on the same request, or another's, are not signed beside it.
    if (before !== null) return saysTheSame(readToken(before)?.claims, claims) ? ok(before) : refuse('token-signed-before');
    insertSignedToken(context.db, { tokenId: claims.tokenId, requestId: claims.requestId, staffNo: actor.staffNo, packet: JSON.stringify(packet.value), token: text, signedAt: claims.issuedAt });
    return ok(text);
  });
  if (!kept.ok) return kept;
  const saved = request.asFile ? await context.saveAs(`审批码-${packet.value.caseNo}.txt`, Buffer.from(`${kept.value}\n`)) : null;
  return request.asFile && saved === null ? refuse('export-cancelled') : ok({ text: kept.value, parts: partsOf(kept.value), fileName: saved });
}

/** Whether both are one person's same words on the request. */
function saysTheSame(before: TokenClaims | undefined, now: TokenClaims): boolean {
  const words = ({ decision, reasons, note }: TokenClaims): string => JSON.stringify([decision, reasons, note]);
  return before !== undefined && sameStaff(before.decidedBy, now.decidedBy) && words(before) === words(now);
}

/** The packet, when this person may decide it so: the same rules as at the clerk's PC, which checks them again. */
function decidable(context: ConsoleContext, actor: Actor, request: Request): Result<RequestPacket, Failure> {
  const packet = readRequest(request.request)?.packet ?? null;
  if (packet === null || contentOf(packet) === null) return refuse('token-unreadable');
  if (packet.hallCode !== readHall(context).code) return refuse('other-hall');
  const person = mayDecide({ ...packet, decider: actor.staffNo, role: actor.role });
  if (!person.ok) return refuse(person.error.code);
  const scans = documentsForDecision(new Set(packet.scans.map((scan) => scan.kind)));
  if (request.decision === 'approve' && !scans.ok) return refuse('documents-before-approval', { missing: scans.error.missing.join(' ') });
  return request.decision === 'return' && !checkReturn(request.reasons, request.note).ok ? refuse('reason-needed') : ok(packet);
}

function claimsOf(context: ConsoleContext, actor: Actor, packet: RequestPacket, request: Request, keyId: string): TokenClaims {
  const issuedAt = context.now();
  const reasons = request.decision === 'return' ? checkReturn(request.reasons, request.note) : ok([]);
  return {
    tokenId: context.newId(), requestId: packet.requestId, caseNo: packet.caseNo, hallCode: packet.hallCode, bindingHash: packet.bindingHash, decision: request.decision,
    reasons: reasons.ok ? reasons.value : [], note: request.note.trim(), decidedBy: actor.staffNo, decidedByName: actor.name, onBehalfOf: delegatorOf(context, actor, packet), keyId,
    issuedAt, expiresAt: expiryOf(issuedAt),
  };
}
