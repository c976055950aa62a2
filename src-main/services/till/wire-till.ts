import { ok } from '#domain/result.ts';
import type { ConsoleContext } from '../console-context.ts';
import type { Lane } from '../lane.ts';
import { value, wired } from '../wired.ts';
import { askCarrier } from './ask-carrier.ts';
import { closeShift } from './close-shift.ts';
import { countShift } from './count-shift.ts';
import { explainMismatches } from './explain-mismatches.ts';
import { exportShift } from './export-shift.ts';
import { openTill } from './open-shift.ts';
import { listShiftRows, tillState } from './till-state.ts';
import { showShift } from './view/view-shift.ts';

/** The drawer's channels: who works at the counter counts and closes, an auditor reads. */
export function wireTill(context: ConsoleContext, lane: Lane) {
  return {
    'till/state': wired<'till/state'>('day/read', (_, actor) => value(tillState(context, actor))),
    'till/open': wired<'till/open'>('day/close', ({ floatLi }, actor) => {
      const opened = openTill(context, actor, floatLi);
      return opened.ok ? ok(tillState(context, actor)) : opened;
    }),
    'till/shift': wired<'till/shift'>('day/read', ({ shiftId }, actor) => showShift(context, actor, shiftId)),
    'till/count': wired<'till/count'>('day/close', (request, actor) => countShift(context, actor, request)),
    'till/explain': wired<'till/explain'>('day/close', (request, actor) => explainMismatches(context, actor, request)),
    'till/close': wired<'till/close'>('day/close', (request, actor) => closeShift(context, lane, actor, request)),
    'till/list': wired<'till/list'>('day/read', (days) => value(listShiftRows(context, days))),
    'till/ask-carrier': wired<'till/ask-carrier'>('day/read', ({ shiftId }, actor) => askCarrier(context, actor, shiftId)),
    'till/export': wired<'till/export'>('day/read', ({ shiftId }, actor) => exportShift(context, actor, shiftId)),
  };
}
