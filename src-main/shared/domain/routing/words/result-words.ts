import type { Outcome, RefusalReason } from '../call.ts';
import type { RoutingForm } from '../routing-form.ts';
import type { TestCallResult } from '../test-call.ts';
import { phoneLetter, phoneWords } from './part-words.ts';

const refusals: Readonly<Record<RefusalReason, string>> = {
  'monthly-cap': '本月次数用完，播提示音', 'not-open': '港澳台和境外打不通', 'black-list': '黑名单，不接', 'not-white-listed': '不在白名单，不接', 'region-denied': '地区阻截，不接', 'region-not-allowed': '不在只接的地区，不接',
  password: '密码不对，不接', 'concurrent-cap': '同时呼叫已满，播提示音',
};
const announcements = { closed: '播提示音，没有人接', busy: '都占线，播“请稍后再拨”', 'no-answer': '没人接，播“暂时无法接通”' } as const;
const nothings = { 'goal-unknown': '没有去处，接不通', 'group-empty': '组里没有电话，接不通', 'menu-depth': '菜单太深，接不通' } as const;

/** How a call ends, in a few words: 打通 A 010-5920 6688. */
export function outcomeWords(form: RoutingForm, outcome: Outcome): string {
  switch (outcome.kind) {
    case 'answered': return `打通 ${phoneWords(form, outcome.destinationId)}`;
    case 'voicemail': return '转语音信箱留言';
    case 'fax': return '转传真信箱';
    case 'announcement': return announcements[outcome.reason];
    case 'refused': return refusals[outcome.reason];
    case 'nobody': return nothings[outcome.reason];
    default: return outcome satisfies never;
  }
}

/** What rang before the end: 先响 A，再响 B. Empty where the first that rang answered. */
export function ringingWords(form: RoutingForm, { ringing, outcome }: TestCallResult): string {
  const waves = ringing.map((phones) => phones.map((id) => phoneLetter(form, id)).join('、') + (phones.length > 1 ? '一起' : ''));
  const rang = outcome.kind === 'answered' && ringing.at(-1)?.length === 1 ? waves.slice(0, -1) : waves;
  return rang.length === 0 ? '' : rang.map((wave, at) => `${at === 0 ? '先' : '再'}响${wave}`).join('，');
}

/** The result of a test call in one line. */
export function resultWords(form: RoutingForm, result: TestCallResult): string {
  const before = ringingWords(form, result);
  return before === '' ? outcomeWords(form, result.outcome) : `${before}，${outcomeWords(form, result.outcome)}`;
}
