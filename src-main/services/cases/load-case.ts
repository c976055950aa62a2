import { customerProblems } from '#domain/applicant/customer-problems.ts';
import type { CustomerProblem } from '#domain/applicant/customer.ts';
import { wallTime } from '#domain/calendar/shanghai-time.ts';
import { announcedCalendar } from '#domain/calendar/work-calendar.ts';
import type { CaseFacts, NumberFacts } from '#domain/cases/case-facts.ts';
import type { CaseState } from '#domain/cases/case-state.ts';
import { caseTasks } from '#domain/cases/task-status.ts';
import type { TaskView } from '#domain/cases/task.ts';
import { isSpecial, type Grade } from '#domain/number/grade/number-rules.ts';
import { formProblems, type RoutingProblem } from '#domain/routing/form-problems.ts';
import { hasStarted, type RoutingForm } from '#domain/routing/routing-form.ts';
import { currentPick, type PickRow } from '../../store/tables/number/pick-rows.ts';
import { type CaseRow, countNumbersOf, findCase } from '../../store/tables/case-rows.ts';
import { type LedgerRow, listPayments } from '../../store/tables/payment-rows.ts';
import { latestPaper, type SealedPaper } from '../../store/tables/paper-rows.ts';
import { listScans, type ScanRow } from '../../store/tables/document-rows.ts';
import { findOrder, type OrderRow } from '../../store/tables/order-rows.ts';
import type { NumberView } from '#contract/numbers.ts';
import type { PlanView } from '#contract/plans.ts';
import type { ApprovalView } from '#contract/approval.ts';
import type { DocumentsView } from '#contract/documents.ts';
import type { ConsoleContext, Hall } from '../console-context.ts';
import { viewApproval } from '../approval/view-approval.ts';
import { viewDocuments } from '../documents/view-documents.ts';
import { customerPolicy, readHall, readPolicy } from '../hall/policy.ts';
import { replacedNumber } from '../numbers/replaced-number.ts';
import { basisNow, paperStands } from '../papers/paper-basis.ts';
import { quotedNumber, viewPlan } from '../plans/quote-case.ts';
import { moneyOf } from '../payments/money-of.ts';

/** A case with everything that was read and computed for it, once: views, refusals and papers all start from this. */
export type LoadedCase = {
  readonly row: CaseRow;
  readonly hall: Hall;
  readonly pick: PickRow | null;
  readonly plan: PlanView | null;
  readonly customerProblems: readonly CustomerProblem[];
  readonly formProblems: readonly RoutingProblem[];
  readonly approval: ApprovalView;
  readonly agreement: SealedPaper | null;
  readonly formPaper: SealedPaper | null;
  /** Of the papers as they would be signed now. */
  readonly basis: { readonly agreement: string; readonly form: string };
  readonly scans: readonly ScanRow[];
  readonly documents: DocumentsView;
  readonly payments: readonly LedgerRow[];
  readonly order: OrderRow | null;
  readonly facts: CaseFacts;
  readonly tasks: readonly TaskView[];
};

/** Reads a case; null when there is none of that id. */
export function loadCase(context: ConsoleContext, caseId: string): LoadedCase | null {
  const row = findCase(context.db, caseId);
  return row === null ? null : complete(context, row);
}

/** Completes a case row; the workbench calls this for each of its rows. */
export function complete(context: ConsoleContext, row: CaseRow): LoadedCase {
  const { db } = context;
  const hall = readHall(context);
  const pick = currentPick(db, row.caseId);
  const number = pick === null ? null : quotedNumber(pick);
  const plan = viewPlan(context, hall, row.plan, number);
  const source = { row, pick, plan };
  const agreement = latestPaper(db, row.caseId, 'agreement');
  const formPaper = latestPaper(db, row.caseId, 'form');
  const paperFacts = (paper: SealedPaper | null): CaseFacts['agreement'] => (paper === null ? 'none' : paperStands(paper, source) ? 'signed' : 'outdated');
  const agreementFacts = paperFacts(agreement);
  const approval = viewApproval(context, row, pick, plan, agreementFacts === 'signed');
  const scans = listScans(db, row.caseId);
  const documents = viewDocuments(row, scans, { agreement, form: formPaper, sealedScanRequired: readPolicy(context).sealedScanRequired });
  const payments = listPayments(db, row.caseId);
  const problems = {
    customer: customerProblems(row.customer, {
      today: wallTime(context.now()).date, policy: customerPolicy(context), numbersHeld: countNumbersOf(db, row.customer.creditCode, row.caseId),
    }),
    form: checkedForm(context, row.form, pick?.digits ?? ''),
  };
  const money = moneyOf(plan, payments);
  const facts: CaseFacts = {
    state: row.state,
    customerStarted: row.revision > 1,
    customerNamed: row.customer.name.trim().length >= 2,
    customerErrors: problems.customer.filter((problem) => problem.severity === 'error').length,
    number: numberFacts(context, pick, row.state),
    planChosen: plan !== null,
    planAllowed: plan?.allowed ?? false,
    approval: pick !== null && isSpecial(pick.grade as Grade) ? (approval.state === 'not-needed' ? 'none' : approval.state) : 'not-needed',
    agreement: agreementFacts,
    formStarted: hasStarted(row.form),
    formErrors: problems.form.filter((problem) => problem.severity === 'error').length,
    form: paperFacts(formPaper),
    documentsMissing: documents.needed.filter((need) => need.required && need.status !== 'matches' && !need.kind.startsWith('sealed-')).map((need) => need.kind),
    documentsAdded: scans.length,
    awaitingSeal: documents.needed.filter((need) => need.required && need.kind.startsWith('sealed-') && need.status !== 'matches').length,
    ...money,
  };
  return {
    row, hall, pick, plan, customerProblems: problems.customer, formProblems: problems.form, approval, agreement, formPaper,
    basis: { agreement: basisNow('agreement', source), form: basisNow('form', source) }, scans, documents, payments,
    order: findOrder(db, row.caseId), facts, tasks: caseTasks(facts),
  };
}

// The workbench checks every case's form again and again; a form that nobody changed is the same object.
const checked = new WeakMap<RoutingForm, { readonly by: string; readonly problems: readonly RoutingProblem[] }>();

function checkedForm({ reference, now }: ConsoleContext, form: RoutingForm, ordered400Number: string): readonly RoutingProblem[] {
  const today = wallTime(now()).date;
  const by = `${ordered400Number} ${today}`;
  const known = checked.get(form);
  if (known?.by === by) return known.problems;
  const problems = formProblems(form, { ordered400Number, limits: reference.policy.routing, regions: reference.regions, calendar: announcedCalendar, today });
  checked.set(form, { by, problems });
  return problems;
}

/** A hold that ran out by the carrier's clock is shown as run out before its own word comes with the feed; an ordered number runs out no more. */
export function holdNow(context: Pick<ConsoleContext, 'line'>, pick: PickRow, state: CaseState): NumberView['hold'] {
  if (pick.hold === 'released') return 'lost';
  const ranOut = pick.hold === 'granted' && state === 'draft' && pick.expiresAt !== null && pick.expiresAt <= context.line.carrierNow();
  return ranOut ? 'expired' : pick.hold;
}

function numberFacts(context: ConsoleContext, pick: PickRow | null, state: CaseState): NumberFacts | null {
  if (pick === null || pick.hold === 'released') return null;
  const replaced = replacedNumber(pick, state);
  return { grade: pick.grade, hold: sureOr(holdNow(context, pick, state)), ...(replaced && { fallbackRank: replaced.rank }) };
}

/** A leased number is as sure as one that the carrier holds for us. */
const sureOr = (hold: NumberView['hold']): NumberFacts['hold'] => (hold === 'leased' ? 'granted' : hold);
