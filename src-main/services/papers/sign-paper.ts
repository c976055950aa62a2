import type { CaseView } from '#contract/cases.ts';
import type { Failure } from '#contract/failures.ts';
import type { PreparedPaper } from '#contract/papers.ts';
import { completedByHand } from '#domain/agreement/paper-content.ts';
import type { AgreementPaper } from '#domain/agreement/agreement-paper.ts';
import type { FormPaper } from '#domain/agreement/form-paper.ts';
import type { TaskName } from '#domain/cases/task.ts';
import { ok, type Result } from '#domain/result.ts';
import { contentDigest } from '../../documents/content-digest.ts';
import { inTransaction } from '../../store/db.ts';
import { listPapers } from '../../store/tables/paper-rows.ts';
import { useApproval } from '../../store/tables/approval/approval-rows.ts';
import { findCase, saveByHand } from '../../store/tables/case-rows.ts';
import { viewCase } from '../cases/case-view.ts';
import { editCase, type Edit, mayEdit, record } from '../cases/edit-case.ts';
import { type LoadedCase, loadCase } from '../cases/load-case.ts';
import type { Actor, ConsoleContext } from '../console-context.ts';
import type { Lane } from '../lane.ts';
import { refuse } from '../refuse.ts';
import { agreementAnswers, formAnswers } from './answers.ts';
import { composeAgreement } from './compose-agreement.ts';
import { composeForm } from './compose-form.ts';
import { madeOrRefused, sealedAt } from './made-paper.ts';
import { namePaper, storeFile } from './keep-paper.ts';
import { numbersNow } from './paper-basis.ts';
import { formReadOut } from './read-out.ts';
import { type Pen, signedAgreement, signedForm } from './signing.ts';

export type PaperKind = 'agreement' | 'form';

/** The words to check and read out, a draft of exactly this content, and the digest that the signature will be asked for. */
export async function preparePaper(context: ConsoleContext, actor: Actor, caseId: string, kind: PaperKind): Promise<Result<PreparedPaper, Failure>> {
  const ready = readyToSign(context, actor, caseId, kind);
  if (!ready.ok) return ready;
  const composed = await compose(context, ready.value, actor, kind);
  if (!composed.ok) return composed;
  const { paper } = composed.value;
  const draft = await make(context, paper, context.now());
  if (!draft.ok) return draft;
  return ok({
    kind, contentDigest: ready.value.basis[kind], draft: draft.value,
    answers: paper.kind === 'agreement' ? agreementAnswers(paper) : formAnswers(paper),
    readOut: readOutOf(paper),
  });
}

export type Signature = { readonly caseId: string; readonly kind: PaperKind; readonly contentDigest: string; readonly readItemIds: readonly string[]; readonly strokes: Pen };

/** Signs and seals: everything was read out, the content is still the one shown, the approval (if one is needed) is spent on it. */
export const signPaper = (context: ConsoleContext, lane: Lane, actor: Actor, request: Signature): Promise<Result<CaseView, Failure>> =>
  lane(async () => {
    const { caseId, kind } = request;
    const ready = readyToSign(context, actor, caseId, kind);
    if (!ready.ok) return ready;
    if (ready.value.basis[kind] !== request.contentDigest) return refuse('content-changed');
    if (!request.strokes.some((stroke) => stroke.length > 1)) return refuse('signature-empty');
    const composed = await compose(context, ready.value, actor, kind);
    if (!composed.ok) return composed;
    const { paper: unsigned, documentNo } = composed.value;
    const unread = readOutOf(unsigned).filter((item) => !request.readItemIds.includes(item.id));
    if (unread.length > 0) return refuse('not-read-out', { count: unread.length });
    const signedAt = context.now();
    const paper = unsigned.kind === 'agreement' ? signedAgreement(unsigned, request.strokes, signedAt) : signedForm(unsigned, request.strokes, signedAt);
    const made = await make(context, paper, signedAt);
    if (!made.ok) return made;
    const file = await storeFile(context, made.value);
    return inTransaction(context.db, () => {
      const again = readyToSign(context, actor, caseId, kind);
      if (!again.ok) return again;
      if (again.value.basis[kind] !== request.contentDigest) return refuse('content-changed');
      const edit: Edit = { caseId, by: actor.staffNo, at: signedAt };
      const { approval } = again.value;
      if (kind === 'agreement' && approval.needed && !(approval.approvalId !== null && useApproval(context.db, approval.approvalId, signedAt))) return refuse('approval-needed');
      const paperId = context.newId();
      namePaper(context, file, {
        paperId, caseId, kind, documentNo, contentDigest: contentDigest(paper), basisDigest: request.contentDigest, content: JSON.stringify(paper), madeAt: signedAt,
        madeBy: actor.staffNo, templateVersion: `${paper.head.template.id} ${paper.head.template.version}`, byHand: paper.head.completedByHand,
        numbers: numbersNow(again.value.pick),
      });
      record(context, edit, `${kind}-signed`, { paper: documentNo, sha256: file.sha256 });
      return ok(viewCase(context, caseId));
    });
  });

/** Allows (or no longer allows) blanks for characters that no font prints; the handler completes them with a pen. */
export function completeByHand(context: ConsoleContext, actor: Actor, caseId: string, kind: PaperKind, allow: boolean): Result<CaseView, Failure> {
  const saved = editCase(context, actor, caseId, (row, edit) => {
    saveByHand(context.db, edit, allow ? [...new Set([...row.byHand, kind])] : row.byHand.filter((entry) => entry !== kind));
    record(context, edit, 'by-hand-allowed', { paper: kind, allow: allow ? 1 : 0 });
    return ok(null);
  });
  return saved.ok ? ok(viewCase(context, caseId)) : saved;
}

/** What must hold before this paper can be shown for signing. */
function readyToSign(context: ConsoleContext, actor: Actor, caseId: string, kind: PaperKind): Result<LoadedCase, Failure> {
  const row = mayEdit(findCase(context.db, caseId), actor);
  if (!row.ok) return row;
  const loaded = loadCase(context, caseId);
  if (loaded === null) return refuse('case-not-found');
  if (kind === 'form' && loaded.facts.formErrors > 0) return refuse('routing-errors', { count: loaded.facts.formErrors });
  if (kind === 'agreement' && loaded.approval.needed && loaded.approval.state !== 'approved') return refuse('approval-needed');
  // The form may be signed while a supervisor still thinks about the number; the agreement may not.
  const enough = (task: TaskName): boolean => loaded.tasks.find((view) => view.task === task)?.status === 'done' || (kind === 'form' && task === 'number' && loaded.pick !== null);
  const waiting = (['customer', 'number', 'plan'] as const).filter((task) => !enough(task));
  return waiting.length > 0 ? refuse('task-not-open', { waitsFor: waiting.join(' ') }) : ok(loaded);
}

/** The unsigned paper with the number it will carry: the case's number and how many papers of the kind came before. */
async function compose(context: ConsoleContext, loaded: LoadedCase, actor: Actor, kind: PaperKind): Promise<Result<{ readonly paper: AgreementPaper | FormPaper; readonly documentNo: string }, Failure>> {
  const before = listPapers(context.db, loaded.row.caseId).filter((paper) => paper.kind === kind).length;
  const documentNo = `${kind === 'agreement' ? 'XY' : 'SL'}-${loaded.row.caseNo}-${String(before + 1).padStart(2, '0')}`;
  const paper = kind === 'agreement' ? composeAgreement(context, loaded, actor, documentNo) : composeForm(context, loaded, actor, documentNo);
  if (!loaded.row.byHand.includes(kind)) return ok({ paper, documentNo });
  const missing = await context.papers.missingCharacters(JSON.stringify(paper));
  if (!missing.ok) return refuse('paper-office-stopped');
  return ok({ paper: missing.value.length === 0 ? paper : completedByHand(paper, missing.value), documentNo });
}

async function make(context: ConsoleContext, paper: AgreementPaper | FormPaper, at: string): Promise<Result<Uint8Array, Failure>> {
  const options = paper.signing === undefined ? { createdAt: new Date(at) } : sealedAt(context, at, paper.kind === 'agreement' ? '签订合作协议' : '受理业务');
  const made = madeOrRefused(paper.kind === 'agreement' ? await context.papers.makeAgreement(paper, options) : await context.papers.makeForm(paper, options));
  return made.ok ? ok(made.value.pdf) : made;
}

const readOutOf = (paper: AgreementPaper | FormPaper): readonly { readonly id: string; readonly text: string }[] =>
  paper.kind === 'agreement' ? paper.readOut.map((entry, index) => ({ id: `item-${index + 1}`, text: `${entry.item}：${entry.content}` })) : formReadOut(paper);
