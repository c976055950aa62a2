import type { Failure } from '#contract/failures.ts';
import { ok, type Result } from '#domain/result.ts';
import { may } from '#domain/staff/role.ts';
import { mayAuthorise } from '#domain/till/close-shift.ts';
import type { Actor, ConsoleContext } from '../console-context.ts';
import { refuse } from '../refuse.ts';
import { checkSignIn } from '../session/sign-in.ts';
import type { LoadedShift } from './view/load-shift.ts';

/** A supervisor's own number and password, typed beside the clerk. */
export type Beside = { readonly staffNo: string; readonly password: string } | null;

/** Who signs in beside; a supervisor at the desk stands for it as signed in. Null: nobody who may. */
export async function whoAuthorises(context: ConsoleContext, actor: Actor, beside: Beside): Promise<Result<Actor | null, Failure>> {
  if (beside === null) return ok(may(actor.role, 'till/authorise') ? actor : null);
  const signedIn = await checkSignIn(context, beside.staffNo, beside.password);
  if (!signedIn.ok) return signedIn;
  return may(signedIn.value.role, 'till/authorise') ? signedIn : refuse('not-supervisor');
}

/** The same person as far as they may stand for this shift: neither whose it is nor who counted it. A person who signed in for nothing is told so. */
export function standsFor(authoriser: Actor | null, beside: Beside, { record, count }: Pick<LoadedShift, 'record' | 'count'>): Result<string | null, Failure> {
  if (authoriser === null) return ok(null);
  if (mayAuthorise(authoriser.staffNo, { owner: record.staffNo, countedBy: count?.countedBy ?? null })) return ok(authoriser.staffNo);
  return beside === null ? ok(null) : refuse('supervisor-needed');
}
