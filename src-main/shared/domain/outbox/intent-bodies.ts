import type { RequestPacket } from '../approval/request-packet.ts';
import type { PickEntry } from '../lease/pick-journal.ts';
import type { QuoteWhen } from '../tariff/quote.ts';
import type { TenderKind } from '../till/tender.ts';
import type { IntentKind } from './intent.ts';

/** Ask the carrier to hold a number for a case; `fallbacks` are tried in order when another hall has it. */
export type HoldNumberBody = {
  readonly reservationId: string;
  readonly digits: string;
  readonly caseNo: string;
  readonly customerId: string;
  readonly customerName: string;
  readonly staffNo: string;
  readonly fallbacks: readonly string[];
};

/** Claim a number that was given to the case offline, from the block lent to this PC: what the entry of the journal says travels with it. */
export type ClaimNumberBody = Omit<HoldNumberBody, 'fallbacks'> & Pick<PickEntry, 'epoch' | 'pickSeq' | 'atMs' | 'prevHash' | 'hash'>;

/** Give a held number back; a hold that is over already counts as given back. */
export type ReleaseNumberBody = { readonly reservationId: string };

/** The organisation with its handler and legal representative; where both are one person the identity numbers are equal. */
export type RegisterCustomerBody = {
  readonly customerId: string;
  readonly handlerId: string;
  readonly legalId: string;
  readonly name: string;
  readonly creditCode: string;
  readonly handlerName: string;
  readonly handlerIdNumber: string;
  readonly handlerPhone: string;
  readonly legalName: string;
  readonly legalIdNumber: string;
  readonly legalPhone: string;
};

/** One scan or sealed paper: its facts travel as JSON, its bytes come from the vault. `sha256` is hex, `size` in bytes. */
export type FileDocumentBody = {
  readonly documentId: string;
  readonly fileId: string;
  readonly name: string;
  readonly documentType: string;
  readonly mime: string;
  readonly sha256: string;
  readonly size: number;
};

/** The signed agreement, citing the sealed papers filed before it. `signedAt` is an instant (UTC ISO). */
export type FileAgreementBody = {
  readonly agreementId: string;
  readonly paperDocumentIds: readonly string[];
  readonly customerId: string;
  readonly planId: string;
  readonly termMonths: number;
  readonly signedAt: string;
  readonly handlerId: string;
  readonly staffNo: string;
  readonly customerName: string;
  readonly caseNo: string;
};

/** Money that arrived. `correlatorId` is the receipt number, unique in the hall for ever; `reference` is the POS or bank reference. */
export type RecordPaymentBody = {
  readonly paymentId: string;
  readonly correlatorId: string;
  readonly amountLi: number;
  readonly tender: TenderKind;
  readonly arrivedAt: string;
  readonly customerId: string;
  readonly orderId: string;
  readonly reference: string;
};

/** Money that went back; `correlatorId` is the number of the reversal's voucher, the payment is known by its own. */
export type RecordRefundBody = {
  readonly refundId: string;
  readonly correlatorId: string;
  readonly paymentId: string;
  readonly amountLi: number;
  readonly tender: TenderKind;
  readonly refundedAt: string;
  readonly customerId: string;
  readonly reason: string;
  readonly reference: string;
};

/** One price of the order as the quote has it: what, when it is paid, the rule, in 厘. */
export type OrderPrice = { readonly item: string; readonly addOnId: string | null; readonly when: QuoteWhen; readonly ruleId: string; readonly li: number };

/** The order for the number with its plan; `dueDate` is the promised day (YYYY-MM-DD), `routing` the acceptance form as signed. */
export type PlaceOrderBody = {
  readonly orderId: string;
  readonly caseNo: string;
  readonly customerId: string;
  readonly customerName: string;
  readonly agreementId: string;
  readonly paymentIds: readonly string[];
  readonly number: string;
  readonly reservationId: string;
  readonly grade: number;
  readonly workingDays: number;
  readonly dueDate: string;
  readonly requiresDocument: readonly string[];
  readonly requiresPayment: boolean;
  readonly planId: string;
  /** What the customer signed for; absent in orders of earlier versions. */
  readonly prices?: readonly OrderPrice[];
  readonly planVersion?: string;
  readonly terminals?: number | null;
  readonly addOnIds: readonly string[];
  readonly routing: unknown;
  readonly staffNo: string;
};

/** Withdraw an order; the carrier may answer that it is too late. */
export type CancelOrderBody = { readonly orderId: string; readonly reason: string };

/** Offer a request for a special number to the hall's other PCs, as a task in the carrier's book. */
export type RequestApprovalBody = RequestPacket;

/** A supervisor's decision on another PC's task; `flowId` is the request's id. */
export type DecideApprovalBody = {
  readonly flowId: string;
  readonly decision: 'approve' | 'return';
  readonly reasons: readonly string[];
  readonly note: string;
  readonly bindingHash: string;
  readonly decidedBy: string;
  readonly decidedByName: string;
  readonly onBehalfOf: string | null;
  readonly decidedAt: string;
};

/** Nobody needs to decide this request any more. */
export type WithdrawApprovalBody = { readonly flowId: string };

/** The body of each kind of intent: our own values, turned into the carrier's words only when sent. */
export type IntentBodies = {
  readonly 'hold-number': HoldNumberBody;
  readonly 'claim-number': ClaimNumberBody;
  readonly 'release-number': ReleaseNumberBody;
  readonly 'register-customer': RegisterCustomerBody;
  readonly 'file-document': FileDocumentBody;
  readonly 'file-agreement': FileAgreementBody;
  readonly 'record-payment': RecordPaymentBody;
  readonly 'record-refund': RecordRefundBody;
  readonly 'place-order': PlaceOrderBody;
  readonly 'cancel-order': CancelOrderBody;
  readonly 'request-approval': RequestApprovalBody;
  readonly 'decide-approval': DecideApprovalBody;
  readonly 'withdraw-approval': WithdrawApprovalBody;
};

/** An intent's kind with its matching body, as a service appends it. */
export type IntentDraft = { readonly [K in IntentKind]: { readonly kind: K; readonly body: IntentBodies[K] } }[IntentKind];
