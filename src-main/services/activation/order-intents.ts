import { assert } from '#domain/assert.ts';
import type { SealedPaper } from '../../store/tables/paper-rows.ts';
import { intend } from '../append-intent.ts';
import type { Edit } from '../cases/edit-case.ts';
import type { LoadedCase } from '../cases/load-case.ts';
import { partyId } from '../cases/party-id.ts';
import type { ConsoleContext } from '../console-context.ts';
import { holdsMoney } from '../payments/money-of.ts';
import { recordArrivals } from '../payments/record-at-carrier.ts';
import { registerCustomer } from './register-customer.ts';

/** Everything the carrier needs for an order, in the order of sending: party, scans and papers, agreement, money, order. */
export function appendOrderIntents(context: ConsoleContext, edit: Edit, loaded: LoadedCase, due: { readonly dueDate: string; readonly workingDays: number }): void {
  const { row, pick, plan, agreement, formPaper } = loaded;
  assert(pick !== null && plan?.quote != null && agreement !== null && formPaper !== null, 'appendOrderIntents: the case is not complete');
  const { caseId } = edit;
  const ids = { customerId: partyId(caseId, 'customer'), handlerId: partyId(caseId, 'handler'), legalId: partyId(caseId, 'legal'), orderId: partyId(caseId, 'order') };
  const { customer } = row;
  registerCustomer(context, edit, row);
  // What leaves the hall carries its purpose: the clean scan stays in the vault.
  const scans = loaded.scans.map((scan) => ({ documentId: scan.documentId, ...scan.marked, name: scan.kind, documentType: scan.kind, mime: 'image/jpeg' }));
  const papers = [agreement, formPaper].map((paper) => ({
    documentId: paper.paperId, fileId: paper.fileId, name: paper.documentNo, documentType: paper.kind, mime: 'application/pdf', sha256: paper.sha256, size: paper.size,
  }));
  for (const body of [...scans, ...papers]) intend(context, edit, { kind: 'file-document', body }, body.documentId);
  intend(context, edit, { kind: 'file-agreement', body: agreementBody(loaded, agreement, formPaper, ids) }, agreement.documentNo);
  // Money was told of when it arrived; this finds what an earlier version kept for the order.
  recordArrivals(context, edit, row, loaded.payments);
  intend(context, edit, { kind: 'place-order', body: {
    orderId: ids.orderId, caseNo: row.caseNo, customerId: ids.customerId, customerName: customer.name.trim(), agreementId: agreement.paperId,
    paymentIds: loaded.payments.filter(holdsMoney).map((payment) => payment.paymentId), number: pick.digits, reservationId: pick.reservationId ?? '', grade: pick.grade, ...due,
    requiresDocument: [...scans, ...papers].map((body) => body.documentId), requiresPayment: plan.quote.dueNowLi > 0, planId: plan.planId, addOnIds: plan.addOnIds,
    planVersion: plan.version, terminals: plan.terminals, prices: plan.quote.lines.map(({ item, addOnId, when, ruleId, li }) => ({ item, addOnId, when, ruleId, li })),
    routing: row.form, staffNo: edit.by,
  } }, row.caseNo);
}

function agreementBody({ row, plan }: LoadedCase, agreement: SealedPaper, form: SealedPaper, ids: { readonly customerId: string; readonly handlerId: string }) {
  return {
    agreementId: agreement.paperId, paperDocumentIds: [agreement.paperId, form.paperId], customerId: ids.customerId, planId: plan?.planId ?? '', termMonths: plan?.quote?.termMonths ?? 0,
    signedAt: agreement.madeAt, handlerId: ids.handlerId, staffNo: agreement.madeBy, customerName: row.customer.name.trim(), caseNo: row.caseNo,
  };
}
