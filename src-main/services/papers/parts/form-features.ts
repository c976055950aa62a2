import type { FormFeature, FormPaper } from '#domain/agreement/form-paper.ts';
import { formatYuan } from '#domain/money/money.ts';
import { formLinks } from '#domain/routing/form-links.ts';
import type { RoutingForm } from '#domain/routing/routing-form.ts';
import type { Quote, QuoteLine } from '#domain/tariff/quote.ts';
import { unitOf } from '../wording/amounts.ts';
import { discountWords } from '../wording/discount-words.ts';
import { itemWords, type QuoteNames } from '../wording/quote-words.ts';

const free = (name: string, on: boolean): FormFeature => ({ name, on, charge: on ? '含' : '' });

/** Every feature of the form with its tick: routing from the form's rules, paid ones from the quote; what was not bought is not ticked. */
export function formFeatures(form: RoutingForm, quote: Quote, names: QuoteNames): readonly FormFeature[] {
  const { blackList, whiteList } = form;
  const links = formLinks(form);
  const leadsTo = (goal: string): boolean => links.some(({ to }) => to === goal);
  const cap = (value: number | null): string => (value === null ? '' : ` ${value}`);
  return [
    free('遇忙转移', form.groups.some(({ onBusy }) => onBusy !== '')), free('无应答转移', form.groups.some(({ onNoAnswer }) => onNoAnswer !== '')), free('按时间接听', form.rules.length > 0),
    free('轮流、队列、随机分配', form.groups.some(({ destinationIds }) => destinationIds.length > 1)), free('黑名单、白名单', blackList.length + whiteList.length > 0),
    free('地区阻截', form.allowOnly || form.deniedRegions.length > 0 || blackList.some(({ kind }) => kind === 'area-code')), free('语音信箱', leadsTo('voicemail')),
    free('按来电地区接听', form.rules.some(({ regions }) => regions.length > 0)), free(form.passwordOn ? `密码接入（${form.password.length}位）` : '密码接入', form.passwordOn),
    free(`同时呼叫数上限${cap(form.concurrentCap)}`, form.concurrentCap !== null), free(`每月呼叫数上限${cap(form.monthlyCap)}`, form.monthlyCap !== null), free('每月费用上限', false), free('传真', leadsTo('fax')),
    ...paidFeatures(form, quote, names),
  ];
}

function paidFeatures(form: RoutingForm, quote: Quote, names: QuoteNames): readonly FormFeature[] {
  const bought = (feature: string): readonly QuoteLine[] =>
    quote.lines.filter(({ addOnId }) => addOnId !== null && names.addOns.find(({ id }) => id === addOnId)?.feature === feature);
  const paid = (feature: string, name: string, whyNot: string): FormFeature => {
    if (names.plan.includes.includes(feature)) return { name, on: true, charge: '含' };
    const lines = bought(feature);
    return lines.length === 0 ? { name, on: false, charge: whyNot } : { name: `${name}${countWords(lines)}`, on: true, charge: onceFirst(lines).map(priceWords).join('，') };
  };
  const ringBack = bought('ring-back').length > 0;
  const menu = bought('ivr-recording').length > 0;
  const known: readonly (readonly [string, string, string])[] = [
    ['recording', form.recording && form.recordingNotice ? '录音（先播提示）' : '录音', form.recording ? '没有办理' : ''], ['ring-back', '彩铃', form.ringBack ? '没有办理' : menu ? '与语音导航只能选一' : ''],
    ['ivr-recording', '语音导航录制', ringBack ? '与彩铃只能选一' : ''],
    ['extra-phone', '增加电话', ''], ['seat', '增加座席', ''],
  ];
  const included = ([['ivr', '语音导航'], ['hotline', '热线'], ['screen-pop', '来电弹屏'], ['crm', '客户管理'], ['statistics', '统计']] as const).filter(([id]) => names.plan.includes.includes(id));
  return [...known.map((feature) => paid(...feature)), ...included.map(([, name]) => free(name, true))];
}

const countWords = ([line]: readonly QuoteLine[]): string => {
  const quantity = Number(line?.calc.facts['quantity'] ?? 1);
  return quantity > 1 ? `×${quantity}` : '';
};

const onceFirst = (lines: readonly QuoteLine[]): readonly QuoteLine[] => lines.toSorted((a, b) => Number(b.when === 'once') - Number(a.when === 'once'));

/** 600.00／年, 次年起120.00／年 */
function priceWords(line: QuoteLine): string {
  const { li, when, calc: { facts } } = line;
  const price = `${formatYuan(li)}${unitOf(when)}`;
  const onlyFirstYear = when === 'yearly' && facts['waivedPeriods'] === 1 && Number(facts['percentOff'] ?? 0) === 0;
  return onlyFirstYear ? `次年起${price}` : `${price}${discountWords(line)}`;
}

/** What features cost today. */
export function featureCharge(quote: Quote, names: QuoteNames): FormPaper['featureCharge'] {
  const now = quote.lines.filter(({ item, when, li }) => item === 'add-on' && when === 'now' && li > 0);
  const amount = now.reduce((sum, { li }) => sum + li, 0);
  return { text: now.length === 0 ? '无' : now.map((line) => `${itemWords(line, names)}${formatYuan(line.li)}`).join(' ＋ '), amount };
}
