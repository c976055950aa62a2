import type { SessionState } from '#contract/session.ts';
import { elapsedMs, type Instant } from '#domain/calendar/shanghai-time.ts';
import { lockAfterMs } from '#domain/staff/sign-in-lockout.ts';
import { findStaff } from '../../store/tables/staff-rows.ts';
import type { Actor, ConsoleContext } from '../console-context.ts';
import { readPolicy } from '../hall/policy.ts';

/** Who is signed in at this PC. Lives in memory only: a restart asks for the password again. */
export type Session = {
  readonly actor: () => Actor | null;
  readonly locked: () => boolean;
  readonly open: (actor: Actor) => void;
  readonly close: () => void;
  readonly lock: () => void;
  readonly unlock: () => void;
  readonly touch: () => void;
};

/** One session per console; it locks itself when nothing was touched for the hall's idle time. */
export function makeSession(now: () => Instant, idleMs: () => number): Session {
  let actor: Actor | null = null;
  let isLocked = false;
  let touchedAt = now();
  const locked = (): boolean => {
    if (actor !== null && !isLocked && elapsedMs(touchedAt, now()) > idleMs()) isLocked = true;
    return isLocked;
  };
  return {
    actor: () => actor,
    locked,
    open: (next) => { actor = next; isLocked = false; touchedAt = now(); },
    close: () => { actor = null; isLocked = false; },
    lock: () => { isLocked = actor !== null; },
    unlock: () => { isLocked = false; touchedAt = now(); },
    touch: () => { if (!locked()) touchedAt = now(); },
  };
}

/** What the frame shows about the session and the line. */
export function sessionState(context: ConsoleContext, session: Session): SessionState {
  const actor = session.actor();
  const row = actor === null ? null : findStaff(context.db, actor.staffNo);
  return {
    staff: row === null ? null : { staffNo: row.staffNo, name: row.name, role: row.role, active: row.active },
    locked: session.locked(),
    lockAfterMs: lockAfterMs(readPolicy(context).lockAfterMinutes),
    connection: context.line.connection(),
  };
}
