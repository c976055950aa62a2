import { inTransaction } from '../../store/db.ts';
import { findCase } from '../../store/tables/case-rows.ts';
import { readSetting, writeSetting } from '../../store/tables/setting-rows.ts';
import { intend } from '../append-intent.ts';
import type { Edit } from '../cases/edit-case.ts';
import type { ConsoleContext } from '../console-context.ts';

/**
 * Holds that the carrier was asked for and whose answer is not on disk yet. A kill or a lost answer would otherwise leave a number
 * held for days under a reservation that this PC does not know.
 */
type Asked = Readonly<Record<string, { readonly caseId: string; readonly digits: string; readonly by: string }>>;

const setting = 'asked-holds';
const read = (context: Pick<ConsoleContext, 'db'>): Asked => readSetting<Asked>(context.db, setting) ?? {};

/** Written down before the carrier is asked. */
export const noteAsked = (context: ConsoleContext, reservationId: string, asked: Asked[string]): void =>
  inTransaction(context.db, () => writeSetting(context.db, setting, { ...read(context), [reservationId]: asked }));

/** The answer is known; call it in the transaction that keeps what it said. */
export function clearAsked(context: ConsoleContext, reservationId: string): void {
  const { [reservationId]: _answered, ...rest } = read(context);
  writeSetting(context.db, setting, rest);
}

/** No answer came: the carrier may hold the number all the same, so it is given back through the outbox. */
export function giveBackAsked(context: ConsoleContext, reservationId: string): void {
  inTransaction(context.db, () => {
    const asked = read(context)[reservationId];
    clearAsked(context, reservationId);
    if (asked === undefined || findCase(context.db, asked.caseId) === null) return;
    const edit: Edit = { caseId: asked.caseId, by: asked.by, at: context.now() };
    intend(context, edit, { kind: 'release-number', body: { reservationId } }, asked.digits);
  });
}

/** At start: whatever was asked when the program died is given back. */
export function giveBackUnanswered(context: ConsoleContext): void {
  for (const reservationId of Object.keys(read(context))) giveBackAsked(context, reservationId);
}
