import { z } from 'zod';
import type { CustomerDraft, CustomerProblem } from '#domain/applicant/customer.ts';
import type { CaseEventKind } from '#domain/cases/case-event.ts';
import type { CaseState } from '#domain/cases/case-state.ts';
import type { TaskName, TaskView } from '#domain/cases/task.ts';
import type { RoutingForm } from '#domain/routing/routing-form.ts';
import type { RoutingProblem } from '#domain/routing/form-problems.ts';
import type { ActivationView, ApprovalView } from './approval.ts';
import type { DocumentsView } from './documents.ts';
import type { NumberView } from './numbers.ts';
import type { PaperView } from './papers.ts';
import type { PaymentsView } from './payments.ts';
import type { PlanView } from './plans.ts';
import { routingForm } from './routing.ts';

const caseId = z.uuid();
const line = z.string().max(200);
const task = z.enum(['customer', 'number', 'plan', 'agreement', 'form', 'documents', 'prepayment', 'activation']);

/** The fields of the customer task, as typed; a patch carries only the fields that changed. */
const customerPatch = z.strictObject({
  name: line, licenceKind: z.enum(['enterprise', 'branch', 'institution', 'society', 'other']), creditCode: z.string().max(60),
  licenceTerm: z.enum(['not-shown', 'long', 'until']), licenceUntil: z.string().max(20), phone: z.string().max(60), address: line,
  foundedOn: z.string().max(20), stockCode: z.string().max(20),
  legalName: line, legalIdNumber: z.string().max(60), legalPhone: z.string().max(60), handlerName: line, handlerIdNumber: z.string().max(60),
  handlerPhone: z.string().max(60), handlerRelation: z.enum(['legal-person', 'employee', 'agent']), handlerIdFrom: z.string().max(20),
  handlerIdTo: z.string().max(20), purpose: line, businessScope: z.string().max(2000), toldCallerPays: z.boolean(), consents: z.boolean(),
}).partial();

export const caseRequests = {
  'workbench/list': z.strictObject({ filter: z.enum(['all', 'mine', 'returned', 'approval', 'due', 'customer', 'parked', 'carrier', 'done']) }),
  'cases/create': z.undefined(),
  'cases/open': z.strictObject({ caseId }),
  'cases/save-customer': z.strictObject({ caseId, patch: customerPatch }),
  'cases/save-form': z.strictObject({ caseId, form: routingForm }),
  'cases/save-place': z.strictObject({ caseId, task, field: z.string().max(60).nullable() }),
  'cases/park': z.strictObject({ caseId, note: line }),
  'cases/resume': z.strictObject({ caseId }),
  'cases/take-over': z.strictObject({ caseId }),
  'cases/cancel': z.strictObject({ caseId, reason: line.min(1) }),
  'cases/find': z.strictObject({ text: z.string().max(60) }),
  'cases/events': z.strictObject({ caseId }),
  'cases/reveal': z.strictObject({ caseId, field: z.enum(['legalIdNumber', 'handlerIdNumber']) }),
} as const;

/** A case as the screen sees it: identity numbers masked, everything computed by main. */
export type CaseView = {
  readonly caseId: string;
  readonly caseNo: string;
  readonly createdBy: string;
  readonly owner: string;
  readonly ownerName: string;
  readonly createdAt: string;
  readonly savedAt: string;
  readonly revision: number;
  readonly state: CaseState;
  readonly editable: boolean;
  readonly training: boolean;
  readonly parked: { readonly at: string; readonly note: string } | null;
  readonly place: { readonly task: TaskName; readonly field: string | null };
  readonly tasks: readonly TaskView[];
  readonly next: TaskName | null;
  /** Whose turn it is: this hall, its supervisor, the customer or the carrier. */
  readonly turn: 'hall' | 'supervisor' | 'customer' | 'carrier' | 'nobody';
  /** What runs out first: the hold, the due date…; instant (UTC ISO) and what it is. */
  readonly deadline: { readonly at: string; readonly kind: 'hold' | 'approval' | 'due' } | null;
  readonly customer: CustomerDraft;
  /** Fields of `customer` that are masked in this view; reveal shows and logs. */
  readonly masked: readonly ('legalIdNumber' | 'handlerIdNumber')[];
  readonly customerProblems: readonly CustomerProblem[];
  readonly number: NumberView | null;
  readonly plan: PlanView | null;
  readonly approval: ApprovalView;
  readonly agreement: PaperView;
  readonly formPaper: PaperView;
  readonly form: RoutingForm;
  readonly formProblems: readonly RoutingProblem[];
  readonly documents: DocumentsView;
  readonly payments: PaymentsView;
  readonly activation: ActivationView | null;
};

/** One row of the workbench. */
export type CaseRow = {
  readonly caseId: string;
  readonly caseNo: string;
  readonly company: string;
  readonly number: string | null;
  readonly provisional: boolean;
  readonly replaced: NumberView['replaced'];
  readonly situation: 'returned' | 'mine' | 'approval' | 'customer' | 'parked' | 'carrier' | 'done' | 'cancelled';
  readonly reason: { readonly code: string; readonly facts?: Readonly<Record<string, string | number>> } | null;
  readonly task: TaskName | null;
  readonly deadline: CaseView['deadline'];
  readonly ownerName: string;
  readonly own: boolean;
  readonly editedAt: string;
};

/** The workbench: rows oldest deadline first, counts per filter, today's figures. */
export type Workbench = {
  readonly rows: readonly CaseRow[];
  readonly counts: Readonly<Record<'all' | 'mine' | 'returned' | 'approval' | 'due' | 'customer' | 'parked' | 'carrier' | 'done', number>>;
  readonly today: { readonly created: number; readonly signed: number; readonly activated: number; /** null while a shift is open: its count is blind. */ readonly receivedLi: number | null };
  readonly dueByDay: readonly { readonly day: string; readonly count: number; readonly overdue: boolean }[];
  readonly cutOff: string;
};

/** One hit of the global search. */
export type FoundCase = { readonly caseId: string; readonly caseNo: string; readonly company: string; readonly number: string | null; readonly matched: 'case-no' | 'company' | 'pinyin' | 'number' | 'credit-code' | 'receipt' };

/** One event of a case: who, when and what. */
export type CaseEventView = { readonly seq: number; readonly at: string; readonly staffNo: string; readonly staffName: string; readonly kind: CaseEventKind; readonly facts: Readonly<Record<string, string | number>> };
