import type { AnswerItem } from '#contract/papers.ts';
import type { AgreementPaper, AgreementSummary } from '#domain/agreement/agreement-paper.ts';
import type { FormPaper, PaperPerson } from '#domain/agreement/form-paper.ts';
import type { PaperDue } from '#domain/agreement/paper-head.ts';
import { formatNumber } from '#domain/number/number.ts';
import { yuanWords } from './wording/amounts.ts';
import { dateWords } from './wording/days.ts';
import { factWords } from './wording/fact-words.ts';

type Customer = AgreementPaper['customer'];
const answer = (id: string, label: string, value: string, task: AnswerItem['task'], field: string | null = null): AnswerItem => ({ id, label, value, task, field });

const dueAnswer = (due: PaperDue): AnswerItem => answer('due', due.expected ? '预计开通' : '最迟开通', `${dateWords(due.date)}${due.reason === '' ? '' : `（${due.reason}）`}`, 'number');

const numberWords = (digits: string, special: boolean, provisional: boolean): string => `${formatNumber(digits)}，${special ? '特殊号码' : '普通号码'}${provisional ? '，待确认' : ''}`;

/** What the agreement says, each with the place that changes it. */
export function agreementAnswers({ customer, number, summary, dueToday, due, approval }: AgreementPaper): readonly AnswerItem[] {
  const grade = number.special ? `${numberWords(number.digits, true, number.provisional !== undefined)}${number.grade}级` : numberWords(number.digits, false, number.provisional !== undefined);
  return [
    ...partyAnswers(customer), answer('number', '400号码', grade, 'number'),
    ...(number.provisional ? [answer('fallbacks', '备选号码', number.provisional.fallbacks.map(formatNumber).join('、') || '没有备选', 'number')] : []),
    ...(approval ? [answer('approval', '特殊号码审批', `${approval.approver} ${approval.number}`, 'number')] : []),
    ...summaryAnswers(summary), answer('due-today', '今日应付', dueToday.total === 0 ? '无' : yuanWords(dueToday.total), 'plan'), dueAnswer(due),
  ];
}

const partyAnswers = ({ name, creditCode, legalPerson, handler, address }: Customer): readonly AnswerItem[] => [
  answer('name', '单位名称', name, 'customer', 'name'), answer('credit-code', '统一社会信用代码', creditCode, 'customer', 'creditCode'),
  answer('legal-person', '法定代表人', legalPerson, 'customer', 'legalName'), answer('handler', '经办人', handler.name, 'customer', 'handlerName'),
  answer('handler-identity', '经办人身份证', handler.identity, 'customer', 'handlerIdNumber'), answer('position', '职务', handler.position, 'customer', 'handlerRelation'),
  answer('address', '住所', address, 'customer', 'address'),
];

const SUMMARY: readonly (readonly [keyof AgreementSummary, string])[] = [
  ['plan', '套餐'], ['rate', '来电资费'], ['monthlyFee', '每月固定费用'], ['monthlyMinimum', '月最低消费'], ['commitment', '承诺消费'], ['term', '期限'], ['addOns', '附加业务'], ['earlyExit', '提前终止'], ['prepayment', '预存款'],
];

/** Value and notes as on the first page: nothing of what is signed is left out here. */
const summaryAnswers = (summary: AgreementSummary): readonly AnswerItem[] =>
  SUMMARY.map(([key, label]) => answer(key, label, factWords(summary[key]), 'plan'));

/** What the acceptance form says, each with the place that changes it. */
export function formAnswers(paper: FormPaper): readonly AnswerItem[] {
  const { number, customer, destinations, rules, lists, features, featureCharge } = paper;
  return [
    answer('number', '400号码', numberWords(number.digits, number.special, number.provisional), 'number'), answer('plan', '套餐', paper.planName, 'plan'),
    answer('purpose', '用途', paper.purpose, 'customer', 'purpose'), ...customerAnswers(customer),
    ...destinations.map(({ letter, number: phone, owner, relation, proof }) => answer(`destination-${letter}`, `落地号码${letter}`, `${phone}，${owner}，${relation}，${proof.join('、')}`, 'form', 'destinations')),
    ...rules.map(({ when, who }, index) => answer(`rule-${index + 1}`, `来话第${index + 1}行`, `${when}：${who}`, 'form', 'rules')),
    answer('lists', '黑白名单', lists.length === 0 ? `没有名单；${paper.listsNote}` : `${lists.length}条；${paper.listsNote}`, 'form', 'blackList'),
    ...paper.coverage.holes.map(({ who, when, why, accepted }, index) => answer(`hole-${index + 1}`, `没人接 ${index + 1}`, `${who}，${when}：${why}${accepted ? '，客户同意' : ''}`, 'form', 'coverage')),
    answer('test-calls', '试打', paper.testCalls.length === 0 ? '没有' : `${paper.testCalls.length}次，见单上试呼`, 'form', 'testCalls'),
    answer('features', '功能', features.filter(({ on }) => on).map(({ name }) => name).join('、') || '无', 'plan'),
    answer('feature-charge', '今日收取功能费', featureCharge.amount === 0 ? '无' : yuanWords(featureCharge.amount), 'plan'), dueAnswer(paper.due),
  ];
}

const personWords = ({ name, identity, mobile }: PaperPerson): string => `${name}，${identity}，${mobile}`;

const customerAnswers = ({ name, creditCode, address, phone, payment, legalPerson, handler, authorisation }: FormPaper['customer']): readonly AnswerItem[] => [
  answer('name', '单位名称', name, 'customer', 'name'), answer('credit-code', '信用代码', creditCode, 'customer', 'creditCode'), answer('address', '住所', address, 'customer', 'address'),
  answer('phone', '单位电话', phone, 'customer', 'phone'), answer('legal-person', '法定代表人', personWords(legalPerson), 'customer', 'legalName'),
  answer('handler', '经办人', personWords(handler), 'customer', 'handlerName'), answer('authorisation', '授权书', authorisation, 'documents'), answer('payment', '付款方式', payment, 'plan'),
];
