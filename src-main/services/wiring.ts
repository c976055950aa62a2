import type { Answer, Reply, Request } from '#contract/contract.ts';
import type { Failure } from '#contract/failures.ts';
import { fail, ok, type Result } from '#domain/result.ts';
import { may } from '#domain/staff/role.ts';
import { listOutbox, retryIntent } from './activation/list-outbox.ts';
import { submitCase } from './activation/submit-case.ts';
import { approvalQueue, showApproval } from './approval/approval-queue.ts';
import { exportRequest, importRequest } from './approval/carried/carry-request.ts';
import { importToken } from './approval/carried/import-token.ts';
import { signToken } from './approval/carried/sign-token.ts';
import { distrustSigner, exportSigner, trustedSigners, trustSigner } from './approval/carried/signers.ts';
import { decideOnApproval } from './approval/decide-approval.ts';
import { decideBatch } from './approval/decide-batch.ts';
import { delegate, delegations, endDelegation } from './approval/delegate.ts';
import { openRemoteScans } from './approval/remote/remote-scans.ts';
import { viewRemoteScan } from './approval/remote/view-remote-scan.ts';
import { requestApproval, withdrawApproval } from './approval/request-approval.ts';
import { similarDecisions } from './approval/similar-decisions.ts';
import { takeBack } from './approval/take-back.ts';
import { createCase } from './cases/create-case.ts';
import { cancelCase, parkCase, resumeCase, takeOverCase } from './cases/keep-case.ts';
import { listWorkbench } from './cases/list-workbench.ts';
import { findCases, listCaseEvents, openCase, revealField } from './cases/look-up.ts';
import { rememberPlace, saveCustomerFields, saveRoutingForm } from './cases/save-case.ts';
import { wireCatalogue } from './catalogue/wire-catalogue.ts';
import type { Actor, ConsoleContext } from './console-context.ts';
import { addDocument, exportDocument, judgeDocument, removeDocument, thumbnailOf, viewDocument } from './documents/keep-document.ts';
import { certificateState, importCertificate } from './hall/certificate.ts';
import { readCodes } from '../imaging/read-codes.ts';
import { writePolicy } from './hall/policy.ts';
import { readReference } from './hall/read-reference.ts';
import { addStaff, changePassword, listStaff, setActive } from './hall/staff.ts';
import type { LeaseKeeper } from './leases/keep-leases.ts';
import { forceLease } from './leases/force-lease.ts';
import { listHallLeases } from './leases/list-hall-leases.ts';
import { viewLease } from './leases/view-lease.ts';
import type { Lane } from './lane.ts';
import { explainNumber } from './numbers/explain-number.ts';
import { extendHold, holdNumber, releaseNumber } from './numbers/hold-number.ts';
import { listHolds } from './numbers/list-holds.ts';
import { pickProvisional } from './numbers/pick-provisional.ts';
import { poolStatus, searchNumbers } from './numbers/search-numbers.ts';
import { suggestNumbers } from './numbers/suggest-numbers.ts';
import { openPaper, verifyPaper } from './papers/open-paper.ts';
import { printComparison } from './papers/print-comparison.ts';
import { completeByHand, preparePaper, signPaper } from './papers/sign-paper.ts';
import { confirmArrival } from './payments/confirm-arrival.ts';
import { reversePayment } from './payments/reverse-payment.ts';
import { takePayment } from './payments/take-payment.ts';
import { wirePlans } from './plans/wire-plans.ts';
import { choosePrinter, listJobs, listPrinters, submitPrint } from './print/print-paper.ts';
import { previewDraft, publishRules, readRules, tryRules } from './rules/rule-desk.ts';
import { type Session, sessionState } from './session/session.ts';
import { checkSignIn } from './session/sign-in.ts';
import { addToShortlist } from './shortlist/add-number.ts';
import { dropFromShortlist, orderShortlist } from './shortlist/change-shortlist.ts';
import type { CustomerDesk } from './shortlist/customer-desk.ts';
import { extendShortlist } from './shortlist/extend-shortlist.ts';
import { type Listed, viewShortlist } from './shortlist/view-shortlist.ts';
import { watchCustomer } from './shortlist/watch-customer.ts';
import { wireRouting } from './routing/wire-routing.ts';
import { wireTill } from './till/wire-till.ts';
import { type Needs, type ServiceChannel, value, wired, type Wired } from './wired.ts';

type Wiring = { readonly [C in ServiceChannel]: Wired<C> };

/** A call as the door makes it; only the channels that need a database. */
export type CallService = <C extends ServiceChannel>(channel: C, request: Request<C>) => Promise<Answer<C>>;

/** Connects every channel with its service and says who may call it. */
export function wireServices(context: ConsoleContext, session: Session, lane: Lane, customer: CustomerDesk, leases: LeaseKeeper): CallService {
  const wiring = wire(context, session, lane, customer, leases);
  const watch = watchCustomer(customer);
  return async (channel, request) => {
    const wired = wiring[channel] as Wired<typeof channel>;
    const actor = session.actor();
    if (session.locked()) customer.close();
    const refusal = refusalOf(wired.needs, actor, session.locked());
    if (refusal !== null) return fail(refusal);
    if (wired.needs !== 'anyone' && channel !== 'session/touch') session.touch();
    try {
      const answer = await wired.run(request, actor ?? nobody);
      if (answer.ok) await watch(channel, request);
      return answer;
    } catch (error) {
      // A full disk is a condition of this PC, not a bug: nothing was half done, the transaction is undone.
      if (isDiskFull(error)) return fail({ code: 'disk-full' });
      throw error;
    }
  };
}

const isDiskFull = (error: unknown): boolean => ['SQLITE_FULL', 'ENOSPC', 'EDQUOT'].includes((error as { readonly code?: string } | null)?.code ?? '');

/** Stands in for the person on channels that ask for none. */
const nobody: Actor = { staffNo: '', name: '', role: 'auditor' };

function refusalOf(needs: Needs, actor: Actor | null, locked: boolean): Failure | null {
  if (needs === 'anyone') return null;
  if (actor === null) return { code: 'not-signed-in' };
  if (needs === 'signed-in') return null;
  if (locked) return { code: 'session-locked' };
  return needs === 'unlocked' || may(actor.role, needs) ? null : { code: 'not-allowed' };
}

function wire(context: ConsoleContext, session: Session, lane: Lane, customer: CustomerDesk, leases: LeaseKeeper): Wiring {
  const state = (): Answer<'session/state'> => ok(sessionState(context, session));
  return {
    'session/state': wired('anyone', state),
    'session/sign-in': wired('anyone', async ({ staffNo, password }) => {
      const actor = await checkSignIn(context, staffNo, password);
      if (!actor.ok) return actor;
      session.open(actor.value);
      return state();
    }),
    'session/sign-out': wired('signed-in', () => { session.close(); return state(); }),
    'session/lock': wired('signed-in', () => { session.lock(); return state(); }),
    'session/unlock': wired('signed-in', async ({ password }, actor) => {
      const again = await checkSignIn(context, actor.staffNo, password);
      if (!again.ok) return again;
      session.unlock();
      return state();
    }),
    'session/touch': wired('signed-in', () => { session.touch(); return ok(null); }),
    'staff/list': wired('unlocked', () => value(listStaff(context))),
    'staff/add': wired('staff/manage', (request) => addStaff(context, request)),
    'staff/change-password': wired('unlocked', ({ staffNo, password }, actor) => changePassword(context, actor, staffNo, password)),
    'staff/set-active': wired('staff/manage', ({ staffNo, active }, actor) => setActive(context, actor, staffNo, active)),
    'reference/read': wired('unlocked', () => value(readReference(context))),
    'policy/save': wired('hall/configure', (policy) => { writePolicy(context, policy); return value(readReference(context)); }),
    'certificate/state': wired('unlocked', () => value(certificateState(context))),
    'certificate/import': wired('certificate/manage', ({ p12, password }) => importCertificate(context, p12, password)),
    ...wireCases(context),
    ...wirePlans(context),
    ...wireRouting(context),
    ...wireCatalogue(context),
    'plans/print-comparison': wired('case/write', ({ caseId }, actor) => printComparison(context, lane, actor, caseId)),
    ...wireNumbers(context, leases),
    ...wireShortlist(context, customer),
    ...wireApprovals(context),
    ...wireCounter(context, lane),
    ...wireTill(context, lane),
  };
}

function wireCases(context: ConsoleContext) {
  return {
    'workbench/list': wired<'workbench/list'>('case/read', ({ filter }, actor) => value(listWorkbench(context, actor, filter))),
    'cases/create': wired<'cases/create'>('case/write', (_, actor) => createCase(context, actor)),
    'cases/open': wired<'cases/open'>('case/read', ({ caseId }) => openCase(context, caseId)),
    'cases/save-customer': wired<'cases/save-customer'>('case/write', ({ caseId, patch }, actor) => saveCustomerFields(context, actor, caseId, patch)),
    'cases/save-form': wired<'cases/save-form'>('case/write', ({ caseId, form }, actor) => saveRoutingForm(context, actor, caseId, form)),
    'cases/save-place': wired<'cases/save-place'>('case/read', ({ caseId, task, field }, actor) => rememberPlace(context, actor, caseId, task, field)),
    'cases/park': wired<'cases/park'>('case/write', ({ caseId, note }, actor) => parkCase(context, actor, caseId, note)),
    'cases/resume': wired<'cases/resume'>('case/write', ({ caseId }, actor) => resumeCase(context, actor, caseId)),
    'cases/take-over': wired<'cases/take-over'>('case/take-over', ({ caseId }, actor) => takeOverCase(context, actor, caseId)),
    'cases/cancel': wired<'cases/cancel'>('case/write', ({ caseId, reason }, actor) => cancelCase(context, actor, caseId, reason)),
    'cases/find': wired<'cases/find'>('case/read', ({ text }, actor) => findCases(context, actor, text)),
    'cases/events': wired<'cases/events'>('case/read', ({ caseId }) => listCaseEvents(context, caseId)),
    'cases/reveal': wired<'cases/reveal'>('identity/view', ({ caseId, field }, actor) => revealField(context, actor, caseId, field)),
    'numbers/search': wired<'numbers/search'>('number/search', (request) => searchNumbers(context, request)),
    'numbers/pool-status': wired<'numbers/pool-status'>('unlocked', () => value<Reply<'numbers/pool-status'>>(poolStatus(context))),
    'numbers/hold': wired<'numbers/hold'>('number/hold', ({ caseId, digits }, actor) => holdNumber(context, actor, caseId, digits)),
    'numbers/extend': wired<'numbers/extend'>('number/hold', ({ caseId }, actor) => extendHold(context, actor, caseId)),
    'numbers/release': wired<'numbers/release'>('number/hold', ({ caseId }, actor) => releaseNumber(context, actor, caseId)),
    'numbers/pick-provisional': wired<'numbers/pick-provisional'>('number/hold', ({ caseId, ranked }, actor) => pickProvisional(context, actor, caseId, ranked)),
  };
}

function wireNumbers(context: ConsoleContext, leases: LeaseKeeper) {
  return {
    'numbers/suggest': wired<'numbers/suggest'>('number/search', ({ caseId }) => suggestNumbers(context, caseId)),
    'numbers/explain': wired<'numbers/explain'>('number/search', ({ digits }) => explainNumber(context, digits)),
    'rules/read': wired<'rules/read'>('unlocked', () => value(readRules(context))),
    'rules/try': wired<'rules/try'>('hall/configure', ({ draft, digits }) => value(tryRules(context, draft, digits))),
    'rules/preview': wired<'rules/preview'>('hall/configure', ({ draft }) => previewDraft(context, draft)),
    'rules/publish': wired<'rules/publish'>('hall/configure', async (request, actor) => {
      const published = await publishRules(context, actor, request);
      if (published.ok) leases.wake();
      return published;
    }),
    'leases/state': wired<'leases/state'>('unlocked', () => value(viewLease(context))),
    'leases/hall': wired<'leases/hall'>('approval/decide', () => listHallLeases(context)),
    'leases/grant': wired<'leases/grant'>('number/hold', () => leases.askNow()),
    'leases/close': wired<'leases/close'>('number/hold', () => leases.closeNow()),
    'leases/force': wired<'leases/force'>('approval/decide', async (request, actor) => {
      const forced = await forceLease(context, actor, request);
      if (forced.ok) leases.wake();
      return forced;
    }),
  };
}

function wireShortlist(context: ConsoleContext, customer: CustomerDesk) {
  const shown = async (caseId: string, listed: Promise<Result<Listed, Failure>>): Promise<Answer<'shortlist/read'>> => {
    const answer = await listed;
    return answer.ok ? ok({ ...answer.value, shown: customer.isShown(caseId, 'shortlist') }) : answer;
  };
  return {
    'numbers/holds': wired<'numbers/holds'>('number/search', () => value(listHolds(context))),
    'shortlist/read': wired<'shortlist/read'>('number/search', ({ caseId }) => shown(caseId, viewShortlist(context, caseId))),
    'shortlist/add': wired<'shortlist/add'>('number/hold', ({ caseId, digits }, actor) => shown(caseId, addToShortlist(context, actor, caseId, digits))),
    'shortlist/drop': wired<'shortlist/drop'>('number/hold', ({ caseId, digits }, actor) => shown(caseId, dropFromShortlist(context, actor, caseId, digits))),
    'shortlist/order': wired<'shortlist/order'>('number/hold', ({ caseId, ranked }, actor) => shown(caseId, orderShortlist(context, actor, caseId, ranked))),
    'shortlist/extend': wired<'shortlist/extend'>('number/hold', ({ caseId, digits }, actor) => shown(caseId, extendShortlist(context, actor, caseId, digits))),
    'customer/show': wired<'customer/show'>('number/search', ({ caseId, ...wanted }) => (caseId === null ? ok(customer.close()) : customer.show(caseId, wanted))),
    'customer/scene': wired<'customer/scene'>('anyone', () => ok(customer.scene())),
  };
}

function wireApprovals(context: ConsoleContext) {
  const scans = openRemoteScans();
  const remoteScan = (actor: Actor, documentId: string): Answer<'documents/view'> | null => {
    const found = viewRemoteScan(context, scans, actor, documentId);
    return found === null ? null : ok(found);
  };
  return {
    'approval/request': wired<'approval/request'>('approval/request', ({ caseId, reason }, actor) => requestApproval(context, actor, caseId, reason)),
    'approval/withdraw': wired<'approval/withdraw'>('approval/request', ({ caseId }, actor) => withdrawApproval(context, actor, caseId)),
    'approval/queue': wired<'approval/queue'>('case/read', (_, actor) => value(approvalQueue(context, actor))),
    'approval/show': wired<'approval/show'>('case/read', ({ approvalId }, actor) => showApproval(context, scans, actor, approvalId)),
    // A clerk's session may carry it: then a supervisor signs in beside, and the service asks who that is.
    'approval/decide': wired<'approval/decide'>('case/read', (request, actor) => decideOnApproval(context, actor, request)),
    'approval/take-back': wired<'approval/take-back'>('approval/decide', ({ approvalId }, actor) => takeBack(context, actor, approvalId)),
    'approval/similar': wired<'approval/similar'>('case/read', ({ approvalId }) => similarDecisions(context, approvalId)),
    'approval/export-request': wired<'approval/export-request'>('approval/request', ({ caseId, asFile }, actor) => exportRequest(context, actor, caseId, asFile)),
    'approval/import-request': wired<'approval/import-request'>('approval/decide', ({ text }, actor) => importRequest(context, scans, actor, text)),
    'approval/sign-token': wired<'approval/sign-token'>('approval/decide', (request, actor) => signToken(context, actor, request)),
    'approval/import-token': wired<'approval/import-token'>('approval/request', ({ text }, actor) => importToken(context, actor, text)),
    'approval/signer': wired<'approval/signer'>('approval/decide', ({ password }, actor) => exportSigner(context, actor, password)),
    'approval/trusted': wired<'approval/trusted'>('unlocked', () => value(trustedSigners(context))),
    'approval/trust': wired<'approval/trust'>('hall/configure', ({ text }, actor) => trustSigner(context, actor, text)),
    'approval/distrust': wired<'approval/distrust'>('hall/configure', ({ keyId }, actor) => distrustSigner(context, actor, keyId)),
    'approval/delegates': wired<'approval/delegates'>('case/read', () => value(delegations(context))),
    'approval/delegate': wired<'approval/delegate'>('approval/decide', (wanted, actor) => delegate(context, actor, wanted)),
    'approval/end-delegation': wired<'approval/end-delegation'>('approval/decide', ({ delegationId }, actor) => endDelegation(context, actor, delegationId)),
    'approval/decide-batch': wired<'approval/decide-batch'>('approval/decide', (request, actor) => decideBatch(context, actor, request)),
    'documents/view': wired<'documents/view'>('identity/view', ({ documentId }, actor) => remoteScan(actor, documentId) ?? viewDocument(context, actor, documentId)),
    'documents/thumbnail': wired<'documents/thumbnail'>('identity/view', ({ documentId }, actor) => remoteScan(actor, documentId) ?? thumbnailOf(context, documentId)),
  };
}

function wireCounter(context: ConsoleContext, lane: Lane) {
  return {
    'papers/prepare': wired<'papers/prepare'>('paper/sign', ({ caseId, kind }, actor) => preparePaper(context, actor, caseId, kind)),
    'papers/sign': wired<'papers/sign'>('paper/sign', (request, actor) => signPaper(context, lane, actor, request)),
    'papers/open': wired<'papers/open'>('paper/verify', ({ paperId }, actor) => openPaper(context, actor, paperId)),
    'papers/verify': wired<'papers/verify'>('paper/verify', ({ paperId }) => verifyPaper(context, paperId)),
    'papers/by-hand': wired<'papers/by-hand'>('paper/sign', ({ caseId, kind, allow }, actor) => completeByHand(context, actor, caseId, kind, allow)),
    'documents/add': wired<'documents/add'>('document/capture', (request, actor) => addDocument(context, actor, request)),
    'documents/judge': wired<'documents/judge'>('document/capture', ({ documentId, verdict, note }, actor) => judgeDocument(context, actor, documentId, verdict, note)),
    'documents/remove': wired<'documents/remove'>('document/capture', ({ documentId, reason }, actor) => removeDocument(context, actor, documentId, reason)),
    'documents/export': wired<'documents/export'>('identity/view', ({ documentId }, actor) => exportDocument(context, actor, documentId)),
    'payments/take': wired<'payments/take'>('till/take', (offer, actor) => takePayment(context, lane, actor, offer)),
    'payments/confirm-arrival': wired<'payments/confirm-arrival'>('till/take', (claim, actor) => confirmArrival(context, lane, actor, claim)),
    'payments/reverse': wired<'payments/reverse'>('till/take', (wanted, actor) => reversePayment(context, lane, actor, wanted)),
    'activation/submit': wired<'activation/submit'>('activation/submit', ({ caseId }, actor) => submitCase(context, actor, caseId)),
    'codes/read': wired<'codes/read'>('unlocked', async ({ image }) => ok({ texts: await readCodes(image) })),
    'outbox/list': wired<'outbox/list'>('outbox/read', () => value(listOutbox(context))),
    'outbox/status': wired<'outbox/status'>('unlocked', () => value(context.line.connection())),
    'outbox/retry': wired<'outbox/retry'>('outbox/retry', ({ seq }, actor) => retryIntent(context, actor, seq)),
    'print/printers': wired<'print/printers'>('unlocked', () => listPrinters(context)),
    'print/choose-printer': wired<'print/choose-printer'>('unlocked', ({ name }) => choosePrinter(context, name)),
    'print/submit': wired<'print/submit'>('paper/print', (request, actor) => submitPrint(context, actor, request)),
    'print/jobs': wired<'print/jobs'>('unlocked', ({ caseId }) => value(listJobs(context, caseId))),
  };
}
