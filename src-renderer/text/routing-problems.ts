import type { Facts } from '#domain/facts.ts';
import { formatNumber } from '#domain/number/number.ts';
import { regionName } from '#domain/routing/region-names.ts';
import type { RegionTable } from '#domain/routing/region-table.ts';
import type { RoutingProblem, RoutingProblemCode } from '#domain/routing/routing-problem.ts';
import { weekdayNames } from './wall-clock.ts';

type Say = (facts: Facts) => string;

const fact = (facts: Facts, key: string): string => String(facts[key] ?? '');
const named = (facts: Facts): string => (fact(facts, 'name') === '' ? '这一条' : `「${fact(facts, 'name')}」`);
const pattern = (facts: Facts): string => `「${fact(facts, 'pattern')}」`;

const words: Readonly<Record<RoutingProblemCode, Say>> = {
  'no-destination': () => '还没有目的码，至少要一部电话', 'nobody-rings': () => '没有一部电话会响', 'too-many-destinations': (facts) => `目的码最多 ${fact(facts, 'limit')} 部`,
  'too-many-time-segments': (facts) => `不同的时段最多 ${fact(facts, 'limit')} 个，现在 ${fact(facts, 'count')} 个`, 'too-many-list-entries': (facts) => `名单最多 ${fact(facts, 'limit')} 条，现在 ${fact(facts, 'count')} 条`,
  'destination-is-own-number': (facts) => `不能转给自己 ${formatNumber(fact(facts, 'digits'))}`, 'destination-twice': () => '这个号码填了两次', 'destination-unknown-segment': () => '号段没见过，请核对',
  'destination-unused': () => '没有用在任何组里，不会响', 'destination-without-proof': () => '还没有证明，核验前不接通', 'destination-is-400': () => '不能转给 400 号码', 'destination-is-800': () => '不能转给 800 号码',
  'destination-is-service-number': () => '不能转给短号、服务号', 'destination-is-satellite': () => '不能转给卫星电话', 'destination-is-virtual-operator': (facts) => `${fact(facts, 'head')} 是虚拟运营商号段，不能做目的码`,
  'phone-missing': () => '还没填号码', 'phone-character': (facts) => `第 ${fact(facts, 'position')} 个字「${fact(facts, 'character')}」不是号码`, 'phone-foreign': () => '不能是国外号码',
  'phone-not-a-number': () => '号码位数不对', 'phone-area-code-missing': () => '固话要带区号',
  'owner-missing': () => '还没填机主', 'owner-identity-missing': () => '员工的号码要有身份证号', 'owner-identity-wrong': () => '身份证号不对，请核对',
  'proof-month-missing': () => '账单要写月份', 'proof-month-wrong': () => '账单月份写成 2026-10 这样，且不晚于本月', 'proof-too-old': (facts) => `账单是 ${fact(facts, 'months')} 个月前的，要 ${fact(facts, 'limit')} 个月内`,
  'capacity-zero': () => '同时能接 0 路，不会响', 'capacity-of-phone': (facts) => `单机一般只能接 1 路，现在填了 ${fact(facts, 'capacity')} 路`, 'capacity-over-limit': (facts) => `小交换机最多 ${fact(facts, 'limit')} 路`,
  'group-name-missing': () => '组还没有名字', 'group-name-twice': (facts) => `有两个组都叫${named(facts)}`, 'group-empty': (facts) => `组${named(facts)}里没有电话`,
  'group-destination-unknown': (facts) => `组${named(facts)}里有已删掉的电话`, 'group-destination-twice': (facts) => `组${named(facts)}里同一部电话出现两次`, 'group-unused': (facts) => `组${named(facts)}没有用到`,
  'shares-not-100': (facts) => `组${named(facts)}的比例合计 ${fact(facts, 'sum')}%，要正好 100%`, 'share-zero': (facts) => `组${named(facts)}里有一部的比例是 0，永远不响`, 'fax-among-voices': (facts) => `组${named(facts)}里传真机和电话混在一起`,
  'group-no-overflow': (facts) => `组${named(facts)}都占线时没有去处，别的组都有`, 'overflow-unknown': (facts) => `组${named(facts)}不通时选的去处已经没有了`, 'forward-loop': (facts) => `组${named(facts)}不通时转来转去，又回到自己`, 'forwards-too-many': (facts) => `每次来话最多转 ${fact(facts, 'limit')} 次，${named(facts)}这一转不会做`,
  'forward-to-same-phones': (facts) => `组${named(facts)}都占线时转「${fact(facts, 'other')}」，还是那几部电话`,
  'rule-name-missing': () => '规则还没有名字', 'rule-no-weekday': (facts) => `${named(facts)}没选星期`, 'rule-time': (facts) => `${named(facts)}的时间写成 09:00 这样`, 'rule-empty': (facts) => `${named(facts)}开始和结束是同一时刻`,
  'rule-goal-unknown': (facts) => `${named(facts)}还没选转给谁`, 'rules-overlap': (facts) => `「${fact(facts, 'first')}」和「${fact(facts, 'second')}」在${weekdayNames[Number(facts['weekday'] ?? 1) - 1]} ${fact(facts, 'clock')} 重叠`,
  'rule-dead': (facts) => `${named(facts)}永远轮不到，前面的「${fact(facts, 'earlier')}」都接走了`, 'rule-region-unknown': (facts) => `${named(facts)}里的「${fact(facts, 'region')}」不是地区`, 'rule-region-refused': (facts) => `${named(facts)}里的${fact(facts, 'region')}已被地区阻截，轮不到`,
  'rule-late': (facts) => `${named(facts)}排在「${fact(facts, 'earlier')}」后面，当天的电话先被它接走`,
  'dates-missing': (facts) => `${named(facts)}还没填日期`, 'dates-wrong': (facts) => `${named(facts)}的日期不对：${fact(facts, 'from')} 至 ${fact(facts, 'to')}`, 'dates-over': (facts) => `${named(facts)}的日期 ${fact(facts, 'to')} 已过`, 'dates-not-announced': (facts) => `${fact(facts, 'year')} 年放假安排还没公布，到时核对`,
  'otherwise-missing': () => '其余来电还没选转给谁', 'otherwise-unknown': () => '其余来电选的去处已经没有了', 'unknown-region-nobody': () => '规则按地区分，归属不明的来电没有人接',
  'menu-name-missing': () => '菜单还没有名字', 'menu-name-twice': (facts) => `有两个菜单都叫${named(facts)}`, 'menu-no-keys': (facts) => `菜单${named(facts)}没有按键`, 'menu-key-illegal': (facts) => `「${fact(facts, 'key')}」不是按键，只能是 0–9、*、#`,
  'menu-key-twice': (facts) => `${fact(facts, 'key')} 键出现两次`, 'menu-key-dead': () => '0 键已归人工，这一行轮不到', 'menu-key-goal-unknown': (facts) => `${fact(facts, 'key')} 键还没选转给谁`,
  'menu-too-many-keys': (facts) => `一层菜单最多 ${fact(facts, 'limit')} 个键，现在 ${fact(facts, 'count')} 个`, 'menu-too-deep': (facts) => `菜单最多 ${fact(facts, 'limit')} 层，${named(facts)}在第 ${fact(facts, 'depth')} 层`, 'menu-loop': (facts) => `菜单${named(facts)}转来转去，又回到自己`,
  'menu-operator-missing': (facts) => `菜单${named(facts)}没有人工键`, 'menu-operator-unknown': (facts) => `菜单${named(facts)}的人工键去处没有了`, 'menu-timeout-unknown': (facts) => `菜单${named(facts)}没选“不按键”转给谁`, 'menu-invalid-unknown': (facts) => `菜单${named(facts)}没选“按错”转给谁`,
  'menu-tries-zero': (facts) => `菜单${named(facts)}至少允许按 1 次`, 'menu-unused': (facts) => `菜单${named(facts)}没有用到`,
  'list-entry-malformed': (facts) => `${pattern(facts)}不是号码、号段或区号`, 'list-prefix-too-short': (facts) => `号段${pattern(facts)}太短，会挡掉一大片，至少 3 位`, 'list-entry-twice': (facts) => `${pattern(facts)}重复`, 'list-window-wrong': (facts) => `${pattern(facts)}的时段不对`,
  'in-both-lists': (facts) => `${pattern(facts)}黑白名单里都有`, 'list-holds-destination': (facts) => `黑名单里的${pattern(facts)}挡住了自己的目的码`, 'list-holds-own-number': (facts) => `黑名单里的${pattern(facts)}挡住了这个 400 号码自己`,
  'regions-both-set': () => '“只接”和“不接”同时填了，只能用一种', 'region-in-both': (facts) => `${fact(facts, 'region')}又接又不接`, 'allow-list-empty': () => '“只接下列地区”是空的，谁也打不进来', 'denied-everywhere': () => '“不接”填满了全部地区，谁也打不进来', 'region-unknown': (facts) => `「${fact(facts, 'region')}」不是地区`, 'region-twice': (facts) => `${fact(facts, 'region')}重复`,
  'password-missing': () => '开了密码接入，还没填密码', 'password-length': (facts) => `密码是 ${fact(facts, 'least')} 至 ${fact(facts, 'most')} 位数字`, 'password-trivial': () => '密码太好猜（重复或连号）', 'monthly-cap-zero': () => '每月上限是 0，谁也打不进来', 'concurrent-cap-zero': () => '同时上限是 0，谁也打不进来',
  'concurrent-over-capacity': (facts) => `同时上限 ${fact(facts, 'cap')}，电话一共只有 ${fact(facts, 'lines')} 路`, 'recording-without-notice': () => '录音必须先告知来电人', 'ring-back-with-menu': () => '彩铃和语音菜单只能用一种',
  'test-calls-few': (facts) => `试打 ${fact(facts, 'count')} 次，建议至少 ${fact(facts, 'fewest')} 次`, 'too-many-test-calls': (facts) => `试打最多 ${fact(facts, 'most')} 次`, 'test-call-phone-gone': (facts) => `第 ${fact(facts, 'number')} 次试打里的电话已删掉`, 'test-call-changed': (facts) => `第 ${fact(facts, 'number')} 次试打，现在结果不同了`,
};

/** What is wrong, in one sentence; places by their names. */
export function problemText({ code, facts = {} }: Pick<RoutingProblem, 'code' | 'facts'>, regions?: RegionTable): string {
  const region = facts['region'];
  return words[code](regions !== undefined && typeof region === 'string' ? { ...facts, region: regionName(region, regions) } : facts);
}
