import { createHash } from 'node:crypto';
import type { ApprovalDetail, ApprovalQueueRow } from '#contract/approval.ts';
import { type DocumentKind, documentKinds } from '#contract/documents.ts';
import { checkCreditCode } from '#domain/applicant/credit-code.ts';
import { type ApprovedContent, readBinding } from '#domain/approval/approval-binding.ts';
import { mayDecide } from '#domain/approval/may-decide.ts';
import type { RequestPacket } from '#domain/approval/request-packet.ts';
import { formatYuan } from '#domain/money/money.ts';
import type { Grade } from '#domain/number/grade/number-rules.ts';
import { formatNumber } from '#domain/number/number.ts';
import { leastPrepayLi } from '#domain/tariff/number-conditions.ts';
import type { Actor, ConsoleContext } from '../console-context.ts';
import { readHall } from '../hall/policy.ts';
import { hitOf } from '../numbers/hit-of.ts';
import { planIn, refusalOf, termsToday } from '../plans/quote-case.ts';
import { rulesInForce } from '../rules/rules-in-force.ts';

type Line = ApprovalDetail['lines'][number];

/** What a packet binds, when its text and its digest belong together; null: it was damaged or made up. */
export function contentOf(packet: Pick<RequestPacket, 'binding' | 'bindingHash'>): ApprovedContent | null {
  if (createHash('sha256').update(packet.binding).digest('hex') !== packet.bindingHash) return null;
  const content = readBinding(packet.binding);
  return content !== null && /^400\d{7}$/.test(content.number) ? content : null;
}

/** A request of another PC in the queue. */
export function packetRow(actor: Actor, packet: RequestPacket, content: ApprovedContent, origin: 'remote' | 'carried'): ApprovalQueueRow {
  const person = mayDecide({ ...packet, decider: actor.staffNo, role: actor.role });
  return {
    approvalId: packet.requestId, caseId: packet.caseId, caseNo: packet.caseNo, company: content.customerName, number: content.number, grade: content.grade, requestedBy: packet.requestedBy,
    requestedByName: packet.requestedByName, requestedAt: packet.requestedAt, holdExpiresAt: packet.deadline, origin, planId: content.planId, mayNot: person.ok ? null : person.error.code,
  };
}

/** A request of another PC, read line by line and checked again by this PC's own tables. */
export function packetDetail(context: ConsoleContext, actor: Actor, packet: RequestPacket, content: ApprovedContent, origin: 'remote' | 'carried', attached: ReadonlySet<string>): ApprovalDetail {
  const scans = packet.scans.map(({ documentId, kind }) => ({
    documentId, kind: documentKinds.includes(kind as DocumentKind) ? (kind as DocumentKind) : 'other' as const, verdict: 'unjudged' as const, note: '', attached: attached.has(documentId),
  }));
  return {
    row: packetRow(actor, packet, content, origin), reason: packet.reason, bindingHash: packet.bindingHash, case: null, scans, lines: packetLines(context, packet, content, scans.every((scan) => scan.attached)),
    lastEditedBy: packet.lastEditedBy, createdBy: packet.createdBy,
  };
}

function packetLines(context: ConsoleContext, packet: RequestPacket, content: ApprovedContent, allAttached: boolean): readonly Line[] {
  const hit = hitOf(context, content.number);
  const leastLi = leastPrepayLi(hit.grade as Grade, hit.floorLi, rulesInForce(context).grades, context.reference.policy.tariff.prepay);
  const sameGrade = hit.grade === content.grade;
  const terms = { ...termsToday(context), addOnIds: content.addOns };
  const plan = planIn(terms.catalogue, content.planId);
  const refusal = plan === null ? { code: 'plan-unknown' } : refusalOf(context, readHall(context), plan, { digits: content.number, grade: hit.grade as Grade, rulesVersion: String(rulesInForce(context).version) }, terms);
  const allowed = refusal === null || refusal.code.startsWith('minimum-');
  const { monthlyMinimumLi = 0, prepayDueLi = 0 } = content.amounts;
  const told = (label: string, value: string): Line => line(label, value, null, 'told-by-other-pc');
  return [
    told('name', content.customerName),
    told('legal-name', packet.legalName),
    line('number', formatNumber(content.number), sameGrade ? 'ok' : 'error', sameGrade ? 'grade-by-rule' : 'grade-changed'),
    checkCreditCode(content.creditCode).ok ? line('credit-code', content.creditCode, 'ok', 'check-character-holds') : line('credit-code', content.creditCode, 'error', 'credit-code-wrong'),
    told('handler-id', packet.handler),
    told('purpose', packet.purpose),
    told('numbers-held', packet.numbersHeld),
    line('scans', String(packet.scans.length), allAttached ? 'ok' : 'warning', allAttached ? 'scans-attached' : 'scans-not-attached'),
    line('plan', plan?.name ?? content.planId, allowed && plan?.version === content.planVersion ? 'ok' : 'error', allowed ? (plan?.version === content.planVersion ? 'plan-allowed' : 'amounts-differ') : refusal.code),
    line('monthly-minimum', formatYuan(monthlyMinimumLi), monthlyMinimumLi >= hit.floorLi ? 'ok' : 'warning', monthlyMinimumLi >= hit.floorLi ? 'at-or-over-floor' : 'floor-waived-by-plan'),
    line('prepay', formatYuan(prepayDueLi), prepayDueLi >= leastLi ? 'ok' : 'warning', 'prepay-by-rule'),
    told('term', String(packet.termMonths)),
  ];
}

const line = (label: string, value: string, check: Line['check'], checkText: string): Line => ({ label, value, check, checkText });
