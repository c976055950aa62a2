import type { Failure } from '#contract/failures.ts';
import type { PaperHead } from '#domain/agreement/paper-head.ts';
import { assert } from '#domain/assert.ts';
import { type Instant, wallTime } from '#domain/calendar/shanghai-time.ts';
import { ok, type Result } from '#domain/result.ts';
import { lastReceiptSequence, receiptNo } from '#domain/till/receipt-no.ts';
import type { MadePaper, MakeOptions, PaperRefusal } from '../../documents/paper-office.ts';
import { nextCount, readCount } from '../../store/tables/setting-rows.ts';
import type { Edit } from '../cases/edit-case.ts';
import type { ConsoleContext, Hall } from '../console-context.ts';
import { namePaper, type StoredFile, storeFile } from '../papers/keep-paper.ts';
import { madeOrRefused } from '../papers/made-paper.ts';
import { refuse } from '../refuse.ts';

/** A receipt or voucher that is drawn and stored under the number that comes next, and not issued yet. */
export type NumberedPaper = {
  readonly no: string; readonly counter: string; readonly sequence: number; readonly paperId: string; readonly file: StoredFile; readonly content: string; readonly digest: string; readonly template: string;
};

type Drawing<P> = { readonly compose: (no: string) => P; readonly make: (paper: P, options: MakeOptions) => Promise<Result<MadePaper, PaperRefusal>> };

/** Draws a paper for the next number of this desk and day: receipts and vouchers share one sequence. The lane keeps others from taking the number meanwhile. */
export async function drawNumbered<P extends { readonly head: PaperHead }>(context: ConsoleContext, hall: Hall, at: Instant, { compose, make }: Drawing<P>): Promise<Result<NumberedPaper, Failure>> {
  const { date } = wallTime(at);
  const counter = `receipt-${date}`;
  const sequence = readCount(context.db, counter) + 1;
  if (sequence > lastReceiptSequence) return refuse('receipts-used-up', { last: lastReceiptSequence });
  const no = receiptNo({ hallCode: hall.code, desk: hall.desk, date, sequence });
  const paper = compose(no);
  const made = madeOrRefused(await make(paper, { createdAt: new Date(at) }));
  if (!made.ok) return made;
  const { id, version } = paper.head.template;
  return ok({
    no, counter, sequence, paperId: context.newId(), file: await storeFile(context, made.value.pdf), content: JSON.stringify(paper), digest: made.value.contentDigest, template: `${id} ${version}`,
  });
}

/** Takes the number and names the paper, in the transaction of the money that it is for. */
export function issueNumbered(context: ConsoleContext, edit: Edit, kind: 'receipt' | 'reversal', paper: NumberedPaper): void {
  assert(nextCount(context.db, paper.counter) === paper.sequence, 'issueNumbered: another paper took the number');
  namePaper(context, paper.file, {
    paperId: paper.paperId, caseId: edit.caseId, kind, documentNo: paper.no, contentDigest: paper.digest, basisDigest: '', content: paper.content,
    madeAt: edit.at, madeBy: edit.by, templateVersion: paper.template, byHand: false, numbers: null,
  });
}
