import type { Result } from '#domain/result.ts';
import { inTransaction } from '../../store/db.ts';
import { findCase } from '../../store/tables/case-rows.ts';
import { currentPick } from '../../store/tables/number/pick-rows.ts';
import { readSetting, writeSetting } from '../../store/tables/setting-rows.ts';
import { findListedByReservation, setListedState } from '../../store/tables/number/shortlist-rows.ts';
import { intend } from '../append-intent.ts';
import type { Edit } from '../cases/edit-case.ts';
import type { ConsoleContext, GrantedHold, HoldRequest, LineFailure } from '../console-context.ts';

/**
 * Holds that the carrier was asked for and whose answer is not on disk yet. A kill or a lost answer would otherwise leave a number
 * held for days under a reservation that this PC does not know.
 */
type Asked = Readonly<Record<string, { readonly caseId: string; readonly digits: string; readonly by: string }>>;

const setting = 'asked-holds';
const read = (context: Pick<ConsoleContext, 'db'>): Asked => readSetting<Asked>(context.db, setting) ?? {};

type Ask = (request: HoldRequest) => Promise<Result<GrantedHold, LineFailure>>;

/**
 * Asks the carrier with the question on disk. Granted: it stays noted until `clearAsked` in the transaction that keeps the answer.
 * No answer: what may have been granted is given back through the outbox, but for an upgrade (`ours`): its number is held for this case
 * either way, and stays so until the clerk asks again, drops it, or the program starts anew.
 */
export async function askNoted(context: ConsoleContext, request: HoldRequest, call: Ask, ours = false): Promise<Result<GrantedHold, LineFailure>> {
  const { reservationId, caseId, digits, staffNo } = request;
  inTransaction(context.db, () => writeSetting(context.db, setting, { ...read(context), [reservationId]: { caseId, digits, by: staffNo } }));
  const answer = await call(request);
  if (answer.ok) return answer;
  if (answer.error.code !== 'offline') inTransaction(context.db, () => clearAsked(context, reservationId));
  else if (!ours) giveBackAsked(context, reservationId);
  return answer;
}

/** The answer is known; call it in the transaction that keeps what it said. */
export function clearAsked(context: ConsoleContext, reservationId: string): void {
  const { [reservationId]: _answered, ...rest } = read(context);
  writeSetting(context.db, setting, rest);
}

/** The carrier may hold the number all the same. What is the case's own number by now is not given back; where it was a browse hold, its place on the shortlist is without one from now on. */
function giveBackAsked(context: ConsoleContext, reservationId: string): void {
  inTransaction(context.db, () => {
    const asked = read(context)[reservationId];
    clearAsked(context, reservationId);
    if (asked === undefined || findCase(context.db, asked.caseId) === null) return;
    const pick = currentPick(context.db, asked.caseId);
    if (pick?.digits === asked.digits && (pick.hold === 'granted' || pick.hold === 'provisional')) return;
    const listed = findListedByReservation(context.db, reservationId);
    if (listed !== null) setListedState(context.db, listed.caseId, listed.digits, 'free');
    const edit: Edit = { caseId: asked.caseId, by: asked.by, at: context.now() };
    intend(context, edit, { kind: 'release-number', body: { reservationId } }, asked.digits);
  });
}

/** At start: whatever was asked when the program died is given back. */
export function giveBackUnanswered(context: ConsoleContext): void {
  for (const reservationId of Object.keys(read(context))) giveBackAsked(context, reservationId);
}
