import type { Step, StepCode } from '#domain/routing/call.ts';
import type { RoutingForm } from '#domain/routing/routing-form.ts';
import { goalWords, lineWords, phoneLetter } from '#domain/routing/words/part-words.ts';
import { listLineWords } from './routing-tryout.ts';

type Say = (form: RoutingForm, step: Step) => string;

const why = { day: '日子不符', time: '时间不符', region: '地区不符', line: '线路不符' } as const;
const ruleName: Say = (form, { place }) => form.rules.find(({ id }) => id === place.id)?.name.trim() || lineWords(form, place);
const phone: Say = (form, { place }) => phoneLetter(form, place.id ?? '');
const group = (form: RoutingForm, id: string | undefined): string => goalWords(form, id ?? '');

const words: Readonly<Record<StepCode, Say>> = {
  'monthly-cap-reached': () => '本月呼叫次数已到上限', 'not-open': () => '港澳台和境外打不通 400 号码', 'black-listed': (form, { place }) => `在黑名单：${listLineWords(form.blackList[place.index ?? 0])}`, 'white-listed': (form, { place }) => `在白名单：${listLineWords(form.whiteList[place.index ?? 0])}`,
  'not-white-listed': () => '不在白名单', 'region-denied': () => '来电地区在不接之列', 'region-not-allowed': () => '来电地区不在只接之列', 'password-right': () => '密码对', 'password-wrong': () => '密码不对',
  'concurrent-cap-reached': () => '同时呼叫已满', 'recording-notice': () => '先听录音提示', 'rule-passed': (form, step) => `${ruleName(form, step)}：${why[step.facts?.why ?? 'time']}，看下一条`, 'rule-matched': (form, step) => `${ruleName(form, step)}：符合`,
  otherwise: (form) => `${form.rules.length > 0 ? '规则都不符合，' : ''}按其余来电`, 'menu-entered': (form, { place }) => `听${goalWords(form, place.id ?? '')}`, 'menu-key': (_form, { facts }) => `按了 ${facts?.key}`, 'menu-operator': () => '按了 0，转人工', 'menu-timeout': () => '没有按键',
  'menu-invalid': (_form, { facts }) => `按了 ${facts?.key}，没有这个键`, 'menu-invalid-limit': () => '按错次数到了', 'menu-depth': () => '菜单层数到头，接不通', 'group-entered': (form, { place }) => `打${group(form, place.id)}`,
  'phone-busy': (form, step) => `${phone(form, step)} 占线`, 'phone-rang': (form, step) => `${phone(form, step)} 响了没人接`, 'phone-answered': (form, step) => `${phone(form, step)} 接起`, 'forward-busy': (form, { place }) => `都占线，转${goalWords(form, form.groups.find(({ id }) => id === place.id)?.onBusy ?? '')}`,
  'forward-no-answer': (form, { place }) => `没人接，转${goalWords(form, form.groups.find(({ id }) => id === place.id)?.onNoAnswer ?? '')}`, 'forward-limit': () => '转接次数到了，不再转', 'ended-announcement': () => '播提示音，挂断', 'ended-voicemail': () => '进语音信箱留言', 'ended-fax': () => '进传真信箱',
  'goal-unknown': () => '没有选去处，接不通', 'group-empty': (form, { place }) => `${group(form, place.id)}里没有能响的电话`,
};

/** One decision as a sentence, and the line of the form that it came from. */
export const stepText = (form: RoutingForm, step: Step): { readonly text: string; readonly line: string } => ({ text: words[step.code](form, step), line: lineWords(form, step.place) });
