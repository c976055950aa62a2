import type { FlowEdge, FlowNode } from '../diagram/flow-graph.ts';
import type { RegionTable } from '../region-table.ts';
import type { RoutingForm, Strategy } from '../routing-form.ts';
import { callerWords } from './caller-words.ts';
import { phoneLetter } from './part-words.ts';
import { windowWords } from './time-words.ts';

/** What stands in a box of the form's picture. */
export type BoxWords = { readonly title: string; readonly notes: readonly string[] };

export function boxWords(form: RoutingForm, node: FlowNode, regions: RegionTable): BoxWords {
  switch (node.kind) {
    case 'caller': return { title: '来电', notes: [] };
    case 'gate': return { title: '先查', notes: gateNotes(form) };
    case 'rule': return ruleWords(form, node.ref, regions);
    case 'otherwise': return { title: `${form.rules.length + 1} ${form.rules.length === 0 ? '任何时间' : '其余来电'}`, notes: [] };
    case 'group': return groupWords(form, node.ref);
    case 'menu': return { title: `菜单 ${form.menus.find(({ id }) => id === node.ref)?.name ?? ''}`, notes: ['听提示按键'] };
    case 'voicemail': return { title: '语音信箱', notes: [] };
    case 'fax': return { title: '传真信箱', notes: [] };
    case 'announcement': return { title: '提示音', notes: [] };
    case 'lost': return { title: '没有去处', notes: [] };
    default: return node.kind satisfies never;
  }
}

function gateNotes({ blackList, whiteList, whiteListKind, deniedRegions, allowOnly, passwordOn, concurrentCap, monthlyCap }: RoutingForm): readonly string[] {
  return [
    blackList.length > 0 ? `黑名单 ${blackList.length} 条` : '', whiteList.length > 0 ? (whiteListKind === 'only' ? `只接白名单 ${whiteList.length} 条` : `白名单 ${whiteList.length} 条优先`) : '',
    allowOnly ? '只接部分地区' : deniedRegions.length > 0 ? '地区阻截' : '', passwordOn ? '密码' : '', concurrentCap === null && monthlyCap === null ? '' : '次数上限',
  ].filter((note) => note !== '');
}

function ruleWords(form: RoutingForm, id: string, regions: RegionTable): BoxWords {
  const index = form.rules.findIndex((rule) => rule.id === id);
  const rule = form.rules[index];
  if (rule === undefined) return { title: '', notes: [] };
  return { title: `${index + 1} ${rule.name.trim()}`, notes: [windowWords(rule), callerWords(rule, regions)].filter((note) => note !== '') };
}

function groupWords(form: RoutingForm, id: string): BoxWords {
  const group = form.groups.find((one) => one.id === id);
  if (group === undefined) return { title: '', notes: [] };
  return { title: group.name.trim() || '没有名字的组', notes: [ringWords(group.strategy, group.destinationIds.map((phone) => phoneLetter(form, phone)))] };
}

/** A、B轮着接, A → B, A 70% ... in a box. */
export function ringWords(strategy: Strategy, letters: readonly string[]): string {
  if (letters.length === 0) return '没有电话';
  if (letters.length === 1) return `打${letters[0]}`;
  const named = letters.length > 6 ? `${letters.slice(0, 5).join('、')}等${letters.length}部` : letters.join(strategy === 'priority' ? ' → ' : '、');
  return `${named}${{ priority: '', roundRobin: '轮着接', random: '随机接', ringAll: '一起响', percentage: '按比例接' }[strategy]}`;
}

/** What stands on a way: 按 1、2, 不按, 占线; empty on a plain one. */
export function wayWords({ kinds, keys }: FlowEdge): string {
  const said = [keys.length > 0 ? `按${keys.join('、')}` : '', kinds.includes('timeout') ? '不按' : '', kinds.includes('invalid') ? '按错' : '', kinds.includes('busy') ? '占线' : '', kinds.includes('no-answer') ? '没人接' : ''];
  return said.filter((word) => word !== '').join('/');
}

/** The same, and 直接 on a plain way that ends where ways with words end: they share the last stretch. */
export const wayWordsAmong = (edges: readonly FlowEdge[], edge: FlowEdge): string =>
  wayWords(edge) || (edges.some((other) => other.to === edge.to && wayWords(other) !== '') ? '直接' : '');
