import type { CaseView } from '#contract/cases.ts';
import type { Failure } from '#contract/failures.ts';
import { checkToken, type TokenClaims } from '#domain/approval/approval-token.ts';
import { may } from '#domain/staff/role.ts';
import { ok, type Result } from '#domain/result.ts';
import { inTransaction } from '../../../store/db.ts';
import { findApproval } from '../../../store/tables/approval/approval-rows.ts';
import { findSigner, type SignerRow } from '../../../store/tables/approval/signer-rows.ts';
import { findStaff } from '../../../store/tables/staff-rows.ts';
import { insertToken, tokenWasUsed } from '../../../store/tables/approval/token-rows.ts';
import { viewCase } from '../../cases/case-view.ts';
import { record } from '../../cases/edit-case.ts';
import { loadCase } from '../../cases/load-case.ts';
import type { Actor, ConsoleContext } from '../../console-context.ts';
import { readHall } from '../../hall/policy.ts';
import { refuse } from '../../refuse.ts';
import { withdrawRemote } from '../remote/offer-remote.ts';
import { takeDecision, tellDecided } from '../take-decision.ts';
import { bindingOf } from '../view-approval.ts';
import { readToken } from './carried-text.ts';
import { signatureHolds } from './signing-key.ts';

/** Takes a carried decision in: signed by a key this hall trusts, for this request as it stands now, in time, once. Token and decision are one transaction. */
export function importToken(context: ConsoleContext, actor: Actor, text: string): Result<CaseView, Failure> {
  const read = readToken(text);
  if (read === null) return refuse('token-unreadable');
  const signer = findSigner(context.db, read.claims.keyId);
  if (signer === null || signer.endedAt !== null) return refuse('token-unknown-signer', { staffNo: read.claims.decidedBy });
  if (!signatureHolds(read.line, read.signature, signer.publicKey)) return refuse('token-forged');
  const taken = inTransaction(context.db, () => takeIn(context, actor, read.claims, signer, text.trim()));
  if (!taken.ok) return taken;
  tellDecided(context, taken.value);
  context.line.wake();
  return ok(viewCase(context, taken.value));
}

function takeIn(context: ConsoleContext, actor: Actor, claims: TokenClaims, signer: SignerRow, token: string): Result<string, Failure> {
  const { db } = context;
  if (tokenWasUsed(db, claims.tokenId, claims.requestId)) return refuse('token-used');
  const stored = findApproval(db, claims.requestId);
  const loaded = stored === null ? null : loadCase(context, stored.caseId);
  if (stored === null || loaded === null) return refuse('token-for-another');
  const at = context.now();
  const checked = checkToken(claims, {
    requestId: stored.approvalId, caseNo: loaded.row.caseNo, hallCode: readHall(context).code, bindingHash: stored.bindingHash,
    currentHash: bindingOf(loaded.row, loaded.pick, loaded.plan)?.hash ?? '', signer: signer.staffNo, now: at,
  });
  if (!checked.ok) return refuse(checked.error.code);
  const known = findStaff(db, signer.staffNo);
  if (known !== null && !(known.active && may(known.role, 'approval/decide'))) return refuse('not-supervisor');
  const decided = takeDecision(context, {
    approvalId: stored.approvalId, decision: claims.decision, reasons: claims.reasons, note: claims.note, bindingHash: claims.bindingHash,
    by: { staffNo: signer.staffNo, name: claims.decidedByName, role: 'supervisor' }, via: 'token', decidedAt: claims.issuedAt, expiresAt: claims.expiresAt, onBehalfOf: claims.onBehalfOf,
  });
  if (!decided.ok) return decided;
  insertToken(db, { tokenId: claims.tokenId, approvalId: stored.approvalId, keyId: claims.keyId, decidedBy: signer.staffNo, token, importedAt: at, importedBy: actor.staffNo });
  record(context, { caseId: stored.caseId, by: actor.staffNo, at }, 'approval-token-used', { by: `${claims.decidedByName} ${claims.decidedBy}`, key: claims.keyId });
  withdrawRemote(context, { caseId: stored.caseId, by: actor.staffNo, at }, stored.approvalId, 'now');
  return ok(stored.caseId);
}
