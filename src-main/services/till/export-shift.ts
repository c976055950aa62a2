import type { Failure } from '#contract/failures.ts';
import { ok, type Result } from '#domain/result.ts';
import { writeWorkbook } from '../../files/write-workbook.ts';
import { appendView } from '../../store/tables/setting-rows.ts';
import type { Actor, ConsoleContext } from '../console-context.ts';
import { refuse } from '../refuse.ts';
import { shiftSheets } from './sheet/shift-sheets.ts';
import { showShift } from './view/view-shift.ts';

/** Writes a shift as an Excel workbook where the clerk chooses; who took it out is on disk first. */
export async function exportShift(context: ConsoleContext, actor: Actor, shiftId: string): Promise<Result<{ readonly fileName: string }, Failure>> {
  const view = showShift(context, actor, shiftId);
  if (!view.ok) return view;
  appendView(context.db, { at: context.now(), staffNo: actor.staffNo, what: 'shift-exported', subject: shiftId });
  const fileName = await context.saveAs(`${view.value.shiftNo}.xlsx`, writeWorkbook(shiftSheets(view.value)));
  return fileName === null ? refuse('export-cancelled') : ok({ fileName });
}
