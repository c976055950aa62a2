import type { AgreementPaper } from '#domain/agreement/agreement-paper.ts';
import { assert } from '#domain/assert.ts';
import { wallTime } from '#domain/calendar/shanghai-time.ts';
import { gradeNumber, gradeReason } from '#domain/number/grade/grade-number.ts';
import { type Grade, isSpecial, type NumberRules } from '#domain/number/grade/number-rules.ts';
import { rateLines } from '#domain/tariff/catalogue.ts';
import { findStaff } from '../../store/tables/staff-rows.ts';
import type { PickRow } from '../../store/tables/number/pick-rows.ts';
import type { LoadedCase } from '../cases/load-case.ts';
import type { Actor, ConsoleContext } from '../console-context.ts';
import { catalogueOf, findPlan } from '../plans/quote-case.ts';
import { termBillOf } from '../plans/term-bill-of.ts';
import { rulesOfVersion } from '../rules/rules-in-force.ts';
import { agreementReadOut } from './parts/agreement-read-out.ts';
import { approvalNumber } from './parts/approval-number.ts';
import { promiseFromNow } from './parts/due-promise.ts';
import { creditCodeOnPaper, handlerPosition, identityOnPaper } from './parts/masked-customer.ts';
import { paperHeadOf } from './parts/paper-head-of.ts';
import { dueTodayParts, priceLines } from './parts/price-lines.ts';
import { summaryFacts } from './parts/summary-facts.ts';
import { termCost } from './parts/term-cost.ts';

/** The agreement of a case with number, plan and (for a special number) approval: every amount from the quote and the plan's rates. */
export function composeAgreement(context: ConsoleContext, loaded: LoadedCase, actor: Actor, documentNo: string): AgreementPaper {
  const { pick, plan: chosen, row } = loaded;
  const quote = chosen?.quote;
  assert(pick !== null && chosen !== null && quote, 'composeAgreement: a case without number or quote');
  const plan = findPlan(context, chosen.planId, chosen.catalogueVersion);
  assert(plan, 'composeAgreement: the catalogue lost the plan');
  const catalogue = catalogueOf(context, chosen.catalogueVersion);
  const names = { plan, addOns: catalogue.addOns, promotions: catalogue.promotions };
  const term = termBillOf(context, loaded);
  assert(term, 'composeAgreement: a quote without its bills');
  const rates = rateLines(plan);
  const number = numberOf(pick, rulesOfVersion(context, pick.rulesVersion).rules);
  const due = promiseFromNow(context, loaded);
  const summary = summaryFacts(quote, rates, names, catalogue);
  const dueToday = { total: quote.dueNowLi, parts: dueTodayParts(quote, names) };
  const overTerm = termCost(quote, term, names);
  const recording = plan.includes.includes('recording') || catalogue.addOns.some(({ id, feature }) => feature === 'recording' && chosen.addOnIds.includes(id));
  return {
    kind: 'agreement', head: paperHeadOf(context, loaded, actor, documentNo, 'agreement'), signedOn: wallTime(context.now()).date, customer: partyOf(loaded),
    ...(number.special && { approval: approvalOf(context, loaded) }), number, due, summary, dueToday,
    prices: { catalogueVersion: `${catalogue.version}版`, taxIncluded: true, lines: priceLines(quote, rates, names, context.reference.policy.tariff.partMonthFee), ...(overTerm && { overTerm }) },
    readOut: agreementReadOut({ number, due, summary, dueToday, purpose: row.customer.purpose.trim(), recording }),
  };
}

function partyOf({ row: { customer } }: LoadedCase): AgreementPaper['customer'] {
  return {
    name: customer.name.trim(), creditCode: creditCodeOnPaper(customer), legalPerson: customer.legalName.trim(), address: customer.address.trim(),
    handler: { name: customer.handlerName.trim(), identity: identityOnPaper(customer.handlerIdNumber), position: handlerPosition(customer) },
  };
}

function approvalOf(context: ConsoleContext, { approval }: LoadedCase): NonNullable<AgreementPaper['approval']> {
  const number = approvalNumber(approval);
  assert(number !== null && approval.decidedBy !== null, 'composeAgreement: a special number without its approval');
  const name = approval.decidedByName ?? findStaff(context.db, approval.decidedBy)?.name ?? `工号${approval.decidedBy}`;
  return { approver: `${name}（班长）`, number };
}

function numberOf(pick: PickRow, rules: NumberRules): AgreementPaper['number'] {
  const grade = pick.grade as Grade;
  return {
    digits: pick.digits, special: isSpecial(grade), grade, rules: isSpecial(grade) ? [ruleWords(pick, rules)] : [],
    ...(pick.hold === 'provisional' && { provisional: { fallbacks: pick.fallbacks } }),
  };
}

/** The rule that was frozen with the pick, with the digits it saw. */
function ruleWords({ digits, ruleId }: PickRow, rules: NumberRules): string {
  const graded = gradeNumber(digits, rules);
  const matches = graded.matches.filter((match) => match.ruleId === ruleId);
  const reason = gradeReason({ ...graded, matches }, rules);
  if (reason.code === 'ordinary') return ruleId ?? '未记规则';
  const place = { tail: '尾号', head: '400 后', middle: '中间', anywhere: '号中' }[reason.anchor];
  return `${place}${reason.seen}${reason.code === 'shape' ? `（${reason.shape}）` : ''}`;
}
