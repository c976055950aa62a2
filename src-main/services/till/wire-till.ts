import { ok } from '#domain/result.ts';
import type { ConsoleContext } from '../console-context.ts';
import { value, wired } from '../wired.ts';
import { openTill } from './open-shift.ts';
import { listShiftRows, tillState } from './till-state.ts';

/** The drawer's channels: who works at the counter counts and closes, an auditor reads. */
export function wireTill(context: ConsoleContext) {
  return {
    'till/state': wired<'till/state'>('day/read', (_, actor) => value(tillState(context, actor))),
    'till/open': wired<'till/open'>('day/close', ({ floatLi }, actor) => {
      const opened = openTill(context, actor, floatLi);
      return opened.ok ? ok(tillState(context, actor)) : opened;
    }),
    'till/list': wired<'till/list'>('day/read', (days) => value(listShiftRows(context, days))),
  };
}
