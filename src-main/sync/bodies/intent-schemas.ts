import { z } from 'zod';
import { requestPacketSchema } from '#contract/carried-approval.ts';
import type { IntentBodies } from '#domain/outbox/intent-bodies.ts';
import type { IntentKind } from '#domain/outbox/intent.ts';
import { tenderKinds } from '#domain/till/tender.ts';

const id = z.string().min(1).max(64);
const text = z.string().max(500);
const digits = z.string().regex(/^400\d{7}$/);
const instant = z.string().refine((value) => !Number.isNaN(Date.parse(value)));

/** Bodies as they must read when they are sent: an older program may have written them, and what does not parse is parked, never guessed. */
export const intentSchemas: { readonly [K in IntentKind]: z.ZodType<IntentBodies[K]> } = {
  'hold-number': z.object({ reservationId: id, digits, caseNo: text, customerId: id, customerName: text, staffNo: text, fallbacks: z.array(digits) }),
  'claim-number': z.object({
    reservationId: id, digits, caseNo: text, customerId: id, customerName: text, staffNo: text,
    epoch: z.number().int().positive(), pickSeq: z.number().int().positive(), atMs: z.number().int(), prevHash: z.string().min(1).max(64), hash: z.string().regex(/^[0-9a-f]{64}$/),
  }),
  'release-number': z.object({ reservationId: id }),
  'register-customer': z.object({
    customerId: id, handlerId: id, legalId: id, name: text, creditCode: text, handlerName: text, handlerIdNumber: text, handlerPhone: text,
    legalName: text, legalIdNumber: text, legalPhone: text,
  }),
  'file-document': z.object({
    documentId: id, fileId: id, name: text, documentType: text, mime: text, sha256: z.string().regex(/^[0-9a-f]{64}$/), size: z.number().int().positive(),
  }),
  'file-agreement': z.object({
    agreementId: id, paperDocumentIds: z.array(id), customerId: id, planId: id, termMonths: z.number().int().nonnegative(), signedAt: instant, handlerId: id,
    staffNo: text, customerName: text, caseNo: text,
  }),
  'record-payment': z.object({
    paymentId: id, correlatorId: id, amountLi: z.number().int().positive().multipleOf(10), tender: z.enum(tenderKinds), arrivedAt: instant,
    customerId: id, orderId: id, reference: text,
  }),
  'record-refund': z.object({
    refundId: id, correlatorId: id, paymentId: id, amountLi: z.number().int().positive().multipleOf(10), tender: z.enum(tenderKinds), refundedAt: instant,
    customerId: id, reason: text, reference: text,
  }),
  'place-order': z.object({
    orderId: id, caseNo: text, customerId: id, customerName: text, agreementId: id, paymentIds: z.array(id), number: digits, reservationId: id,
    grade: z.number().int(), workingDays: z.number().int().positive(), dueDate: z.iso.date(), requiresDocument: z.array(id), requiresPayment: z.boolean(),
    planId: id, addOnIds: z.array(id), routing: z.unknown(), staffNo: text,
    prices: z.array(z.object({ item: text, addOnId: id.nullable(), when: z.enum(['now', 'monthly', 'yearly', 'once']), ruleId: text, li: z.number().int().nonnegative().multipleOf(10) })).exactOptional(),
    planVersion: text.exactOptional(), terminals: z.number().int().positive().nullable().exactOptional(),
  }),
  'cancel-order': z.object({ orderId: id, reason: text }),
  'request-approval': requestPacketSchema,
  'decide-approval': z.object({
    flowId: id, decision: z.enum(['approve', 'return']), reasons: z.array(z.string().max(40)), note: text, bindingHash: text, decidedBy: text, decidedByName: text, onBehalfOf: text.nullable(), decidedAt: instant,
  }),
  'withdraw-approval': z.object({ flowId: id }),
};
