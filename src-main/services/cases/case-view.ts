import type { CaseView } from '#contract/cases.ts';
import type { NumberHit, NumberView } from '#contract/numbers.ts';
import type { PaperRow, PaperView } from '#contract/papers.ts';
import { assert } from '#domain/assert.ts';
import { maskIdentityNumber } from '#domain/applicant/mask.ts';
import { instantOfWall } from '#domain/calendar/shanghai-time.ts';
import { isEditable, nextTask } from '#domain/cases/task-status.ts';
import type { RoutingForm } from '#domain/routing/routing-form.ts';
import { findStaff } from '../../store/tables/staff-rows.ts';
import type { SealedPaper } from '../../store/tables/paper-rows.ts';
import { viewActivation } from '../activation/view-activation.ts';
import type { ConsoleContext } from '../console-context.ts';
import { hitOf } from '../numbers/hit-of.ts';
import { replacedNumber } from '../numbers/replaced-number.ts';
import { refundOf, viewPayments } from '../payments/view-payments.ts';
import { rulesOfVersion } from '../rules/rules-in-force.ts';
import { holdNow, type LoadedCase, loadCase } from './load-case.ts';

const guarded = ['legalIdNumber', 'handlerIdNumber'] as const;

/** The case for the screen: identity numbers masked, whatever was typed. */
export function viewCase(context: ConsoleContext, caseId: string, alternatives: readonly NumberHit[] = []): CaseView {
  const loaded = loadCase(context, caseId);
  assert(loaded !== null, 'viewCase: the case vanished');
  return viewLoaded(context, loaded, alternatives);
}

export function viewLoaded(context: ConsoleContext, loaded: LoadedCase, alternatives: readonly NumberHit[] = []): CaseView {
  const { row, tasks } = loaded;
  const masked = guarded.filter((field) => row.customer[field].trim() !== '');
  return {
    caseId: row.caseId, caseNo: row.caseNo, createdBy: row.createdBy, owner: row.owner, ownerName: findStaff(context.db, row.owner)?.name ?? row.owner,
    createdAt: row.createdAt, savedAt: row.editedAt, revision: row.revision, state: row.state, editable: isEditable(row) && row.parkedAt === null,
    training: context.mode === 'training', parked: row.parkedAt === null ? null : { at: row.parkedAt, note: row.parkedNote }, place: row.place,
    tasks, next: nextTask(tasks), turn: turnOf(context, loaded), deadline: deadlineOf(loaded),
    customer: { ...row.customer, ...Object.fromEntries(masked.map((field) => [field, maskIdentityNumber(row.customer[field])])) }, masked,
    customerProblems: loaded.customerProblems, number: viewNumber(context, loaded, alternatives), plan: loaded.plan, approval: loaded.approval,
    agreement: viewPaper(loaded, 'agreement'), formPaper: viewPaper(loaded, 'form'), form: maskForm(row.form, isEditable(row)), formProblems: loaded.formProblems,
    documents: loaded.documents, payments: viewPayments(context, loaded), activation: viewActivation(context, loaded),
  };
}

function viewNumber(context: ConsoleContext, { pick, row }: LoadedCase, alternatives: readonly NumberHit[]): NumberView | null {
  if (pick === null) return null;
  const frozen = rulesOfVersion(context, pick.rulesVersion);
  return {
    ...hitOf(context, pick.digits, frozen), grade: pick.grade, ruleId: pick.ruleId, rulesVersion: pick.rulesVersion, hold: holdNow(context, pick, row.state), expiresAt: row.state === 'draft' ? pick.expiresAt : null, heldAt: pick.heldAt,
    fallbacks: pick.fallbacks.map((digits) => hitOf(context, digits, frozen)), replaced: replacedNumber(pick, row.state), alternatives,
  };
}

/** Phones of private owners carry their identity number: masked like every other. The password is for who may still change it. */
const maskForm = (form: RoutingForm, editable: boolean): RoutingForm => ({
  ...form, password: editable ? form.password : '•'.repeat(form.password.length), destinations: form.destinations.map((destination) => (destination.ownerIdNumber ? { ...destination, ownerIdNumber: maskIdentityNumber(destination.ownerIdNumber) } : destination)),
});

function viewPaper(loaded: LoadedCase, kind: 'agreement' | 'form'): PaperView {
  const paper = kind === 'agreement' ? loaded.agreement : loaded.formPaper;
  const status = kind === 'agreement' ? loaded.facts.agreement : loaded.facts.form;
  const need = loaded.documents.needed.find((entry) => entry.kind === `sealed-${kind}`);
  return {
    status, current: paper === null ? null : paperRow(paper, status === 'outdated' ? 'outdated' : 'current'),
    sealedScan: paper !== null && need?.status === 'matches', byHand: loaded.row.byHand.includes(kind),
  };
}

export const paperRow = (paper: SealedPaper, state: PaperRow['state']): PaperRow => ({
  paperId: paper.paperId, kind: paper.kind, documentNo: paper.documentNo, madeAt: paper.madeAt, sha256: paper.sha256, contentDigest: paper.contentDigest, state,
  printCount: paper.printCount, byHand: paper.byHand,
});

/** Whose turn it is, from what stands in the way of the next step. */
export function turnOf(context: ConsoleContext, loaded: LoadedCase): CaseView['turn'] {
  const { row, tasks, facts } = loaded;
  if (refundOf(context, loaded) !== null) return 'hall';
  if (row.state === 'completed' || row.state === 'cancelled') return 'nobody';
  if (row.state !== 'draft') return row.state === 'acknowledged' || row.state === 'inProgress' || row.state === 'held' ? 'carrier' : 'hall';
  if (nextTask(tasks.filter((view) => view.reason?.code !== 'awaiting-seal' && view.reason?.code !== 'transfer-awaited')) !== null) return 'hall';
  if (facts.approval === 'requested') return 'supervisor';
  return tasks.some((view) => view.reason?.code === 'awaiting-seal' || view.reason?.code === 'transfer-awaited') ? 'customer' : 'hall';
}

/** What runs out first: the promise once submitted, else the hold of the number. */
export function deadlineOf({ row, pick, order }: LoadedCase): CaseView['deadline'] {
  if (row.state === 'completed' || row.state === 'cancelled') return null;
  if (order !== null && row.state !== 'draft') return { at: instantOfWall(order.dueDate, '23:59:59'), kind: 'due' };
  return pick !== null && pick.hold === 'granted' && pick.expiresAt !== null ? { at: pick.expiresAt, kind: 'hold' } : null;
}
