import type { TrustedSigner } from '#contract/approval.ts';
import type { Reply } from '#contract/contract.ts';
import type { Failure } from '#contract/failures.ts';
import { may } from '#domain/staff/role.ts';
import { ok, type Result } from '#domain/result.ts';
import { inTransaction } from '../../../store/db.ts';
import { currentKeyOf, endSigner, findSigner, insertSigner, insertSigningKey, listSigners, type SigningKeyRow } from '../../../store/tables/approval/signer-rows.ts';
import { findStaff } from '../../../store/tables/staff-rows.ts';
import type { Actor, ConsoleContext } from '../../console-context.ts';
import { readHall } from '../../hall/policy.ts';
import { checkSignIn } from '../../session/sign-in.ts';
import { refuse } from '../../refuse.ts';
import { lineOfSigner, partsOf, readSigner, writeSigner } from './carried-text.ts';
import { keyIdOf, makeSigningKey, openSigningKey, signatureHolds, signLine } from './signing-key.ts';

/** The public half of the supervisor's key as text for other PCs; with the password it is made where there is none that opens. */
export async function exportSigner(context: ConsoleContext, actor: Actor, password: string | null): Promise<Result<Reply<'approval/signer'>, Failure>> {
  if (password === null) {
    const row = currentKeyOf(context.db, actor.staffNo);
    return row === null ? refuse('no-signing-key') : ok(carriedKey(row));
  }
  const person = await checkSignIn(context, actor.staffNo, password);
  return person.ok ? ok(carriedKey(await keyThatOpens(context, actor, password))) : person;
}

const carriedKey = ({ keyId, carried }: SigningKeyRow): Reply<'approval/signer'> => ({ keyId, text: carried, parts: partsOf(carried), fileName: null });

/** The key on this PC, or a new one where there is none that this password opens: an old password's key is dead. */
async function keyThatOpens(context: ConsoleContext, actor: Actor, password: string): Promise<SigningKeyRow> {
  const known = currentKeyOf(context.db, actor.staffNo);
  if (known !== null && (await openSigningKey(known, password)) !== null) return known;
  const { privateKey, ...made } = await makeSigningKey(actor.staffNo, password, context.passwordCost);
  const madeAt = context.now();
  const line = lineOfSigner({ keyId: made.keyId, staffNo: actor.staffNo, name: actor.name, hallCode: readHall(context).code, publicKey: made.publicKey, madeAt });
  const row: SigningKeyRow = { ...made, staffNo: actor.staffNo, madeAt, carried: writeSigner({ line, signature: signLine(line, privateKey) }) };
  inTransaction(context.db, () => insertSigningKey(context.db, row));
  return row;
}

/** Every key this hall ever let in; ended ones stay. */
export const trustedSigners = (context: ConsoleContext): readonly TrustedSigner[] => listSigners(context.db).map(({ publicKey: _key, ...signer }) => signer);

/** The hall's admin lets a supervisor's key in: whole, of this hall, and held by who says so. */
export function trustSigner(context: ConsoleContext, actor: Actor, text: string): Result<readonly TrustedSigner[], Failure> {
  const read = readSigner(text);
  if (read === null) return refuse('signer-unreadable');
  const { signer } = read;
  if (keyIdOf(signer.publicKey) !== signer.keyId || !signatureHolds(read.line, read.signature, signer.publicKey)) return refuse('signer-forged');
  if (signer.hallCode !== readHall(context).code) return refuse('other-hall');
  const known = findStaff(context.db, signer.staffNo);
  if (known !== null && !(known.active && may(known.role, 'approval/decide'))) return refuse('not-supervisor');
  return inTransaction(context.db, () => {
    if (findSigner(context.db, signer.keyId) !== null) return refuse('already-trusted');
    insertSigner(context.db, { keyId: signer.keyId, staffNo: signer.staffNo, name: signer.name, hallCode: signer.hallCode, publicKey: signer.publicKey, addedAt: context.now(), addedBy: actor.staffNo });
    return ok(trustedSigners(context));
  });
}

/** Ends the trust in a key; what it signed before is not taken in any more. */
export function distrustSigner(context: ConsoleContext, actor: Actor, keyId: string): Result<readonly TrustedSigner[], Failure> {
  return endSigner(context.db, keyId, context.now(), actor.staffNo) ? ok(trustedSigners(context)) : refuse('signer-not-found');
}
