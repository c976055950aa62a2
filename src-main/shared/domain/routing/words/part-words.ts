import { formatPhone, parsePhone } from '../../applicant/phone.ts';
import type { Goal, RoutingForm, Strategy } from '../routing-form.ts';

/*
 * Words of the routing form that stand on the screen and on paper: the customer signs what was seen.
 * What only one of them says lives in src-renderer/text and services/papers/wording.
 */

/** A, B, C… by the place on the form; AA follows Z. */
export const letterOf = (index: number): string => (index < 26 ? '' : String.fromCharCode(64 + Math.floor(index / 26))) + String.fromCharCode(65 + (index % 26));

/** The letter of a phone; ？ when it is no longer on the form. */
export function phoneLetter(form: Pick<RoutingForm, 'destinations'>, id: string): string {
  const index = form.destinations.findIndex((phone) => phone.id === id);
  return index < 0 ? '？' : letterOf(index);
}

/** `A 010-5920 6688`; only the letter while the number cannot be read. */
export function phoneWords(form: Pick<RoutingForm, 'destinations'>, id: string): string {
  const letter = phoneLetter(form, id);
  const parsed = parsePhone(form.destinations.find((phone) => phone.id === id)?.number ?? '');
  return parsed.ok ? `${letter} ${formatPhone(parsed.value)}` : letter;
}

export const strategyNames: Readonly<Record<Strategy, string>> = { roundRobin: '顺序', priority: '队列', random: '随机', ringAll: '同振', percentage: '按比例' };

/** What a strategy does: its name never stands alone, because platforms use the words the other way round. */
export const strategyLines: Readonly<Record<Strategy, string>> = {
  roundRobin: '轮流接，平均分', priority: '总从第一部打起，忙了再打下一部', random: '每次随机挑一部', ringAll: '一起响，谁先接算谁的', percentage: '按比例分',
};

/** A group by its name, a menu with its kind, an end by what the caller gets. */
export function goalWords(form: RoutingForm, goal: Goal): string {
  if (goal === 'voicemail') return '语音信箱';
  if (goal === 'fax') return '传真信箱';
  if (goal === 'announcement') return '提示音，不接';
  const group = form.groups.find(({ id }) => id === goal);
  if (group) return group.name.trim() || '没有名字的组';
  const menu = form.menus.find(({ id }) => id === goal);
  return menu ? `语音菜单「${menu.name.trim() || '没有名字'}」` : '还没选';
}

/** `规则 2`, `组 客服`, `其余来电`: a line of the form as it is cited. */
export function lineWords(form: RoutingForm, place: { readonly part: string; readonly id?: string; readonly index?: number; readonly field?: string }): string {
  const of = (items: readonly { readonly id: string }[]): number => items.findIndex(({ id }) => id === place.id) + 1;
  switch (place.part) {
    case 'rules': return place.id === undefined ? '规则' : `规则 ${of(form.rules)}`;
    case 'groups': return place.id === undefined ? '组' : `组「${nameIn(form.groups, place.id)}」`;
    case 'menus': return `菜单「${nameIn(form.menus, place.id)}」${place.field === 'keys' && place.index !== undefined ? ` ${form.menus.find(({ id }) => id === place.id)?.keys[place.index]?.key ?? ''} 键` : ''}`;
    case 'destinations': return place.id === undefined ? '目的码' : `目的码 ${phoneLetter(form, place.id)}`;
    case 'otherwise': return '其余来电';
    case 'blackList': return place.index === undefined ? '黑名单' : `黑名单 ${place.index + 1}`;
    case 'whiteList': return place.index === undefined ? '白名单' : `白名单 ${place.index + 1}`;
    case 'regions': return place.field === 'denied' ? '地区阻截' : '只接的地区';
    case 'features': return featureNames[place.field ?? ''] ?? '功能';
    case 'testCalls': return place.id === undefined ? '试打' : `试打 ${of(form.testCalls)}`;
    default: return '受理单';
  }
}

const nameIn = (items: readonly { readonly id: string; readonly name: string }[], id: string | undefined): string => items.find((item) => item.id === id)?.name.trim() || '没有名字';

export const featureNames: Readonly<Record<string, string>> = {
  password: '接入密码', monthlyCap: '每月呼叫上限', concurrentCap: '同时呼叫上限', recording: '录音', recordingNotice: '录音提示', ringBack: '彩铃',
};
