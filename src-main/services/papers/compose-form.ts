import type { FormPaper } from '#domain/agreement/form-paper.ts';
import { assert } from '#domain/assert.ts';
import { wallTime } from '#domain/calendar/shanghai-time.ts';
import { type Grade, isSpecial } from '#domain/number/grade/number-rules.ts';
import type { LoadedCase } from '../cases/load-case.ts';
import type { Actor, ConsoleContext } from '../console-context.ts';
import { catalogueOf, findPlan } from '../plans/quote-case.ts';
import { approvalNumber } from './parts/approval-number.ts';
import { promiseFromNow } from './parts/due-promise.ts';
import { formDestinations } from './parts/form-destinations.ts';
import { featureCharge, formFeatures } from './parts/form-features.ts';
import { formLists, listsNote } from './parts/form-lists.ts';
import { formRules, formShares } from './parts/form-rules.ts';
import { formCoverage, formDiagram, formTestCalls } from './parts/form-tryout.ts';
import { contactOnPaper, creditCodeOnPaper, identityOnPaper } from './parts/masked-customer.ts';
import { paperHeadOf } from './parts/paper-head-of.ts';

/** The acceptance form that opens a number: routing in sentences from the very form that the order carries. */
export function composeForm(context: ConsoleContext, loaded: LoadedCase, actor: Actor, documentNo: string): FormPaper {
  const { pick, plan: chosen, row, approval } = loaded;
  const quote = chosen?.quote;
  assert(pick !== null && chosen !== null && quote, 'composeForm: a case without number or quote');
  const plan = findPlan(context, chosen.planId, chosen.catalogueVersion);
  assert(plan, 'composeForm: the catalogue lost the plan');
  const { addOns, promotions } = catalogueOf(context, chosen.catalogueVersion);
  const names = { plan, addOns, promotions };
  const { form } = row;
  const approvedAs = approvalNumber(approval);
  return {
    kind: 'form', head: paperHeadOf(context, loaded, actor, documentNo, 'form'), formKind: 'open', date: wallTime(context.now()).date,
    number: { digits: pick.digits, special: isSpecial(pick.grade as Grade), ...(approvedAs !== null && { approvalNumber: approvedAs }), provisional: pick.hold === 'provisional' },
    planName: chosen.name, scope: '国内', due: promiseFromNow(context, loaded), purpose: row.customer.purpose.trim(), customer: customerOf(loaded),
    destinations: formDestinations(loaded), rules: formRules(form, context.reference.policy.routing, context.reference.regions), shares: formShares(form), lists: formLists(form), listsNote: listsNote(form, context.reference.regions),
    diagram: formDiagram(form, context.reference),
    features: formFeatures(form, quote, names), featureCharge: featureCharge(quote, names), testCalls: formTestCalls(form, context.reference),
    coverage: formCoverage(form, context.reference, wallTime(context.now()).date), declarations: context.reference.clauses.formDeclarations,
  };
}

function customerOf(loaded: LoadedCase): FormPaper['customer'] {
  const { row: { customer }, scans } = loaded;
  return {
    name: customer.name.trim(), creditCode: creditCodeOnPaper(customer), address: customer.address.trim(), phone: contactOnPaper(customer.phone), payment: paymentWords(loaded),
    legalPerson: { name: customer.legalName.trim(), identity: identityOnPaper(customer.legalIdNumber), mobile: contactOnPaper(customer.legalPhone) },
    handler: { name: customer.handlerName.trim(), identity: identityOnPaper(customer.handlerIdNumber), mobile: contactOnPaper(customer.handlerPhone) },
    authorisation: customer.handlerRelation === 'legal-person' ? '法定代表人本人办理，不需要' : scans.some(({ kind }) => kind === 'authorisation') ? '已收，随本单留存' : '待收，收到后才能提交开通',
  };
}

function paymentWords({ plan, facts }: LoadedCase): string {
  if (plan?.billing === 'postpaid') return facts.dueLi > 0 ? '后付费，按月账单；今日另收款项见协议' : '后付费，按月账单';
  return facts.dueLi > 0 ? '预付费，在营业厅预存' : '预付费，今日不收款';
}
