import type { Failure } from '#contract/failures.ts';
import type { PrinterView, PrintJobView } from '#contract/hall.ts';
import { ok, type Result } from '#domain/result.ts';
import { isFinal, type PrintState, watchJob } from '../../devices/printer.ts';
import { inTransaction } from '../../store/db.ts';
import { countPrint, findPaper } from '../../store/tables/paper-rows.ts';
import { findPrintJob, insertPrintJob, listPrintJobs, type PrintRow, queuedPrintJobs, setPrintState } from '../../store/tables/print-rows.ts';
import { record } from '../cases/edit-case.ts';
import type { Actor, ConsoleContext } from '../console-context.ts';
import { readPolicy, writePolicy } from '../hall/policy.ts';
import { bytesOf } from '../papers/open-paper.ts';
import { refuse } from '../refuse.ts';
import { markCopy } from './mark-copy.ts';

const pauseMs = 1000;

/** The system's printers; the chosen one of this PC first. */
export async function listPrinters(context: ConsoleContext): Promise<Result<readonly PrinterView[], Failure>> {
  const found = await context.printer.list();
  if (!found.ok) return refuse('printer-unreachable', { why: found.error.code });
  const chosen = readPolicy(context).defaultPrinter;
  return ok(found.value.map(({ name, state, accepting, message, isDefault }) => ({
    name, state: accepting ? (state === 'printing' ? 'busy' as const : state) : 'stopped' as const, note: message, isDefault: chosen === null ? isDefault : name === chosen,
  })));
}

export async function choosePrinter(context: ConsoleContext, name: string): Promise<Result<readonly PrinterView[], Failure>> {
  writePolicy(context, { ...readPolicy(context), defaultPrinter: name });
  return listPrinters(context);
}

type Request = { readonly paperId: string; readonly printer: string; readonly copies: number; readonly reason: string };

/** Commits a print job and hands it over afterwards; nothing waits for it. What was printed before comes out marked 副本. */
export function submitPrint(context: ConsoleContext, actor: Actor, { paperId, printer, copies, reason }: Request): Result<readonly PrintJobView[], Failure> {
  const paper = findPaper(context.db, paperId);
  if (paper === null) return refuse('paper-not-found');
  const jobId = context.newId();
  inTransaction(context.db, () => {
    const at = context.now();
    const before = countPrint(context.db, paperId, copies);
    // The first job is the two originals for the company's seal (one for a receipt); every later one is a copy.
    insertPrintJob(context.db, { jobId, paperId, printer, copies, copyNo: before + 1, reprint: before > 0, reason, requestedAt: at, requestedBy: actor.staffNo });
    if (paper.caseId !== null) record(context, { caseId: paper.caseId, by: actor.staffNo, at }, 'print-requested', { paper: paper.documentNo, copies, copyNo: before + 1 });
  });
  void handOver(context, jobId);
  return ok(listJobs(context, paper.caseId));
}

export const listJobs = (context: ConsoleContext, caseId: string | null): readonly PrintJobView[] => listPrintJobs(context.db, caseId).map(viewJob);

/** At start: what was committed and not handed over goes to the printer now; what was handed over is watched again. */
export function resumePrinting(context: ConsoleContext): void {
  for (const job of queuedPrintJobs(context.db)) void (job.spoolId === null ? handOver(context, job.jobId) : watch(context, job, job.spoolId));
}

async function handOver(context: ConsoleContext, jobId: string): Promise<void> {
  const job = findPrintJob(context.db, jobId);
  const paper = job === null ? null : findPaper(context.db, job.paperId);
  if (job === null || paper === null) return;
  const bytes = await bytesOf(context, paper);
  if (!bytes.ok) return settle(context, job, 'failed', bytes.error.code, null);
  const printed = job.reprint ? await markCopy(context, paper, job.copyNo) : bytes;
  if (!printed.ok) return settle(context, job, 'failed', printed.error.code, null);
  const handed = await context.printer.submit(printed.value, { printer: job.printer, copies: job.copies, title: job.documentNo });
  if (!handed.ok) return settle(context, job, 'failed', handed.error.code, null);
  settle(context, job, 'submitted', '', handed.value.id);
  await watch(context, job, handed.value.id);
}

async function watch(context: ConsoleContext, job: PrintRow, spoolId: string): Promise<void> {
  const pause = (): Promise<void> => new Promise((resolve) => { setTimeout(resolve, pauseMs).unref(); });
  for await (const asked of watchJob(context.printer, { printer: job.printer, id: spoolId }, pause)) {
    if (context.closing()) return;
    const seen: PrintState = asked.ok ? asked.value : { state: 'failed', pages: null, message: asked.error.code };
    settle(context, job, seen.state, seen.message, spoolId);
    if (isFinal(seen)) return;
  }
}

function settle(context: ConsoleContext, job: PrintRow, state: PrintRow['state'], note: string, spoolId: string | null): void {
  if (context.closing()) return;
  setPrintState(context.db, job.jobId, state, note, spoolId, context.now());
  const now = findPrintJob(context.db, job.jobId);
  if (now !== null) context.emit('print/changed', viewJob(now));
}

const viewJob = (job: PrintRow): PrintJobView => ({
  jobId: job.jobId, paperId: job.paperId, documentNo: job.documentNo, printer: job.printer, copies: job.copies, state: job.state, copyNo: job.copyNo, reprint: job.reprint,
  note: job.note, at: job.requestedAt,
});
