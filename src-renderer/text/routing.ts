import type { Facts } from '#domain/facts.ts';
import { formatNumber } from '#domain/number/number.ts';
import type { Destination, Group, ListEntry, Strategy } from '#domain/routing/routing-form.ts';
import type { RoutingPlace, RoutingProblem, RoutingProblemCode } from '#domain/routing/routing-problem.ts';
import { expectedShares } from '#domain/routing/strategy.ts';
import { weekdayNames } from './wall-clock.ts';

export const strategyName: Readonly<Record<Strategy, string>> = { roundRobin: '顺序', priority: '队列', random: '随机' };

/** What a strategy does; always stands beside its name, because platforms use the words the other way round. */
export const strategyLine: Readonly<Record<Strategy, string>> = {
  roundRobin: '轮流接，平均分', priority: '先打第一部，忙了再打下一部', random: '每次随机挑一部',
};

/** The letter of a destination as the form prints it: A, B, … Z, then its place. */
export const destinationLetter = (index: number): string => (index < 26 ? String.fromCharCode(65 + index) : String(index + 1));

/** `A 50% · B 50%`; a queue only knows its order: `A 最先 · B 第 2`. */
export function sharesText(group: Pick<Group, 'strategy' | 'destinationIds'>, letterOf: (id: string) => string): string {
  if (group.destinationIds.length === 0) return '';
  return expectedShares(group).map(({ destinationId, rank, share }) => {
    const place = share === undefined ? (rank === 1 ? '最先' : `第 ${rank}`) : `${share % 10 === 0 ? share / 10 : (share / 10).toFixed(1)}%`;
    return `${letterOf(destinationId)} ${place}`;
  }).join(' · ');
}

export const ownerKinds: Readonly<Record<Destination['ownerKind'], string>> = { unit: '本单位', 'legal-person': '法人', employee: '员工', 'related-unit': '关联单位' };
export const proofs: Readonly<Record<Destination['proof'], string>> = { bill: '话费账单', contract: '入网合同', letter: '承诺书', none: '还没有' };

/** 周一至周五, 周六、周日, 每天: as it is said. */
export function weekdaysText(weekdays: readonly number[]): string {
  const days = [...new Set(weekdays)].sort((a, b) => a - b);
  if (days.length === 7) return '每天';
  const [first, last] = [days[0], days.at(-1)];
  if (first !== undefined && last !== undefined && days.length > 2 && last - first === days.length - 1) return `${weekdayNames[first - 1]}至${weekdayNames[last - 1]}`;
  return days.map((day) => weekdayNames[day - 1]).join('、');
}

/** One entry as a line of the paste box: a trailing * is a prefix, an area code begins with 0. */
export const listLine = ({ kind, pattern }: ListEntry): string => (kind === 'prefix' ? `${pattern}*` : pattern);

/** Reads pasted lines: `0085*` a prefix, `0316` an area code, everything else a number; empty lines and separators are dropped. */
export function readList(text: string): readonly ListEntry[] {
  return text.split(/[\n,，;；、]+/).map((line) => line.trim()).filter((line) => line !== '').map((line): ListEntry => {
    const prefix = /^(.*?)[*＊]+$/.exec(line)?.[1];
    if (prefix !== undefined) return { kind: 'prefix', pattern: prefix.trim().slice(0, 20) };
    return /^0\d{2,3}$/.test(line.normalize('NFKC')) ? { kind: 'area-code', pattern: line.normalize('NFKC') } : { kind: 'number', pattern: line.slice(0, 20) };
  });
}

type Say = (facts: Facts) => string;

const fact = (facts: Facts, key: string): string => String(facts[key] ?? '');
const named = (facts: Facts): string => (fact(facts, 'name') === '' ? '这一条' : `「${fact(facts, 'name')}」`);

const words: Readonly<Record<RoutingProblemCode, Say>> = {
  'no-destination': () => '还没有目的码，至少要一部电话', 'nobody-rings': () => '没有一部电话会响', 'too-many-destinations': (facts) => `目的码最多 ${fact(facts, 'limit')} 部`,
  'too-many-time-rules': (facts) => `时间规则最多 ${fact(facts, 'limit')} 条`, 'too-many-list-entries': (facts) => `名单最多 ${fact(facts, 'limit')} 条，现在 ${fact(facts, 'count')} 条`,
  'destination-is-own-number': (facts) => `不能转给自己 ${formatNumber(fact(facts, 'digits'))}`, 'destination-twice': () => '这个号码填了两次', 'destination-unknown-segment': () => '号段没见过，请核对',
  'destination-unused': () => '没有用在任何组里，不会响', 'destination-without-proof': () => '还没有证明，核验前不接通', 'destination-is-400': () => '不能转给 400 号码', 'destination-is-800': () => '不能转给 800 号码',
  'destination-is-service-number': () => '不能转给短号、服务号', 'destination-is-satellite': () => '不能转给卫星电话', 'destination-is-virtual-operator': (facts) => `${fact(facts, 'head')} 是虚拟运营商号段，不能做目的码`,
  'phone-missing': () => '还没填号码', 'phone-character': (facts) => `第 ${fact(facts, 'position')} 个字「${fact(facts, 'character')}」不是号码`, 'phone-foreign': () => '不能是国外号码',
  'phone-not-a-number': () => '号码位数不对', 'phone-area-code-missing': () => '固话要带区号',
  'owner-missing': () => '还没填机主', 'owner-identity-missing': () => '员工的号码要有身份证号', 'owner-identity-wrong': () => '身份证号不对，请核对',
  'proof-month-missing': () => '账单要写月份', 'proof-month-wrong': () => '账单月份写成 2026-10 这样，且不晚于本月', 'proof-too-old': (facts) => `账单是 ${fact(facts, 'months')} 个月前的，要 ${fact(facts, 'limit')} 个月内`,
  'group-name-missing': () => '组还没有名字', 'group-name-twice': (facts) => `有两个组都叫${named(facts)}`, 'group-empty': (facts) => `组${named(facts)}里没有电话`,
  'group-destination-unknown': (facts) => `组${named(facts)}里有已删掉的电话`, 'group-destination-twice': (facts) => `组${named(facts)}里同一部电话出现两次`, 'group-unused': (facts) => `组${named(facts)}没有用到`,
  'time-rule-name-missing': () => '时间规则还没有名字', 'time-rule-no-weekday': (facts) => `${named(facts)}没选星期`, 'time-rule-time': (facts) => `${named(facts)}的时间写成 09:00 这样`,
  'time-rule-empty': (facts) => `${named(facts)}开始和结束是同一时刻`, 'time-rule-group-unknown': (facts) => `${named(facts)}还没选转给谁`,
  'time-rules-overlap': (facts) => `「${fact(facts, 'first')}」和「${fact(facts, 'second')}」在${weekdayNames[Number(facts['weekday'] ?? 1) - 1]} ${fact(facts, 'clock')} 重叠`,
  'default-missing': () => '其余时间还没选转给谁', 'default-unknown': () => '其余时间选的组已经没有了', 'busy-forward-unknown': () => '遇忙转的电话已经没有了',
  'list-entry-malformed': (facts) => `「${fact(facts, 'pattern')}」不是号码、号段或区号`, 'list-entry-twice': (facts) => `「${fact(facts, 'pattern')}」重复`,
  'in-both-lists': (facts) => `「${fact(facts, 'pattern')}」黑白名单里都有`, 'list-holds-destination': (facts) => `黑名单里的「${fact(facts, 'pattern')}」是目的码`,
};

export const problemText = (problem: Pick<RoutingProblem, 'code' | 'facts'>): string => words[problem.code](problem.facts ?? {});

const parts: Readonly<Record<RoutingPlace['part'], string>> = {
  form: '受理单', destinations: '目的码', groups: '组', timeRules: '时间', default: '其余时间', blackList: '黑名单', whiteList: '白名单', busyForward: '遇忙转',
};

export const partName = (part: RoutingPlace['part']): string => parts[part];

export const formText = {
  steps: { fill: '填转接', sign: '核对签字' }, tabs: { phones: '目的码和组', times: '时间和名单' }, destinations: '目的码', addDestination: '加目的码', owner: '机主', relation: '关系', proof: '证明', month: '账单月份', identity: '身份证号', number: '号码',
  noDestinations: '还没有目的码', noDestinationsNext: '400 号码打进来由谁接？加上接听的电话。',
  groups: '组', addGroup: '加组', groupName: '组名', strategy: '怎么分', members: '按次序选电话', share: '预计', newGroup: (n: number) => (n === 0 ? '全天' : `第 ${n + 1} 组`),
  times: '时间规则', addTime: '加时间', timeName: '名称', weekdays: '星期', from: '从', to: '到', goesTo: '转给', otherwise: '其余时间', announcement: '放提示音，不接', voicemail: '语音留言', newTime: '上班时间',
  blackList: '黑名单：一律不接', whiteList: '白名单', whiteKinds: { only: '只接名单里的', priority: '名单里的先接' }, listHint: '一行一个，可整段粘贴。010 是区号，138* 是号段，其余是号码', entries: (n: number) => `${n} 条`, busy: '遇忙、没人接转', nobody: '不转', recording: '来电录音',
  problems: '检查', noErrors: '没有错误', errors: (n: number) => `${n} 处错误`, warnings: (n: number) => `${n} 条提醒`, warningsOk: '提醒不影响签字，会印在单上', allGood: '可以签字了',
  sign: '核对后签字', note: '改完自动保存。签字后再改要重签。', closed: '只能看：已提交、挂起着，或在同事手上。',
  remove: '删', unnamed: '没有名字', keys: { add: '加一行', tab: '换页', sign: '核对后签字' }, letterOf: (letter: string) => `${letter} 号码`,
} as const;
