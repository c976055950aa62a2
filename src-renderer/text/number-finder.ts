import type { LeaseView } from '#contract/leases.ts';
import type { HoldRow, NumberSearch } from '#contract/numbers.ts';
import { shortMoment, yuanSign } from './formats.ts';
import { gradeChip } from './number.ts';

const frozenWhy: Readonly<Record<NonNullable<LeaseView['frozenWhy']>, string>> = {
  restored: '这台电脑的数据是恢复来的', copied: '这台电脑的数据是复制来的', 'journal-forked': '离线记录接不上',
};

/** This PC's offline numbers in one line; null where there is nothing to say. */
export function leaseLine(lease: LeaseView): { readonly text: string; readonly tone: 'quiet' | 'warning'; readonly why?: string } | null {
  if (!lease.supported) return null;
  switch (lease.state) {
    case 'active': return { text: `离线号剩 ${lease.left} 个${lease.pickUntil ? `，可用到 ${shortMoment(lease.pickUntil)}` : ''}`, tone: lease.left < 20 ? 'warning' : 'quiet' };
    case 'frozen': return { text: '离线号冻结，等联网核对', tone: 'warning', ...(lease.frozenWhy ? { why: frozenWhy[lease.frozenWhy] } : {}) };
    case 'closed': return { text: '离线号已停用，等运营商结算', tone: 'quiet' };
    case 'over': return { text: '离线号到期，联网后重新领', tone: 'warning' };
    case 'none': return { text: '没有离线号，联网后会自动领', tone: 'quiet' };
  }
}

/** What kind of hold it is, as the list of holds says it. */
export const holdKind: Readonly<Record<HoldRow['kind'], string>> = { browse: '挑选中', case: '本单占号', leased: '离线号', provisional: '暂定' };

const places = (changed: readonly number[]): string => changed.map((place) => place + 1).join('、');

/** What the near misses left out, by name. */
export function gaveUpWords(gaveUp: NumberSearch['gaveUp']): string {
  const words = gaveUp.flatMap((one) => (one.what === 'word' ? [`「${one.source}」`] : []));
  const parts = [...(words.length > 0 ? [`去掉了${words.join('')}`] : []), ...(gaveUp.some(({ what }) => what === 'grades') ? ['放开了级别'] : []), ...(gaveUp.some(({ what }) => what === 'filters') ? ['放开了筛选'] : [])];
  return parts.length === 0 ? '' : `${parts.join('，')}。`;
}

/** The other words fit numbers, but none of the grades that were asked for; empty where that is not so. */
export function gradesMissed(perGrade: NumberSearch['perGrade'], asked: readonly number[]): string {
  const others = perGrade.filter(({ grade, count }) => count > 0 && !asked.includes(grade));
  if (asked.length === 0 || others.length === 0) return '';
  return `${asked.map(gradeChip).join('、')}里没有这样的号，有的是${others.map(({ grade, count }) => `${gradeChip(grade)} ${count.toLocaleString('en-US')} 个`).join('、')}。`;
}

export const finderText = {
  sort: '排序', sorts: { memorable: '好记在前', price: '便宜在前', number: '按号码' },
  minimumAny: '月低消不限', minimumAtMost: (li: number) => `月低消 ≤ ${yuanSign(li)}`, minimumNone: '不要月低消', prepayAny: '预存不限', prepayAtMost: (li: number) => `预存 ≤ ${yuanSign(li)}`, prepayNone: '不要预存',
  looksSpecial: '看着像靓号、按普通收费', leasedOnly: '只看离线号',
  looks: (what: string) => `看着像${what}，按普通收费`, looksShort: (what: string) => `像${what}`, byHallPlan: '金额按营业厅标准',
  nearTitle: (count: number) => `没有完全符合的号，下面 ${count} 个最接近。`, near: (changed: readonly number[]) => `第 ${places(changed)} 位不同`,
  build: '逐位', place: (place: number) => `第 ${place + 1} 位`, shapes: '样式', digitSets: { without: '不含', only: '只要' }, buildMore: '更多条件',
  buildWords: [{ word: '升4位', label: '升序' }, { word: '降4位', label: '降序' }, { word: '8多', label: '8 多' }, { word: '年', label: '年份' }, { word: '日期', label: '日期' }, { word: '口诀', label: '口诀' }],
  customer: '客户', noData: '填上成立日期、地址门牌、座机，这里会给出客户自己的号', toCustomer: '去填客户资料', none: '无号', allSources: '全部推荐', suggestUnit: '个推荐', listUnit: '个在挑选单', listShown: '只看挑选单：Ins 去掉，Alt Ins 设为首选，Ctrl M 回到搜索', suggestedFor: (shown: number, all: number) => `客户推荐：列出 ${shown.toLocaleString('en-US')} / ${all.toLocaleString('en-US')} 个空号，上面的条件和级别这里不用，按 Esc 回到搜索`,
 
  shortlist: '挑选单', shortlistHint: '按 Ins 把当前号放进挑选单，最多 6 个，给客户一起看', offlineHint: '离线：按 Ins 排好首选和备选（备选要普通号，最多 4 个），联网后自动占号，没占到就换下一个', noFallback: '不作备选', firstIsSpecial: '首选是靓号，不能带备选', specialNoFallback: '靓号不能作备选', fallbacksFull: '备选最多 4 个', fallbackHint: '没有备选，没占到就要请客户再来；可按 Ins 加备选', drop: (number: string) => `从挑选单去掉 ${number}`,
  itemState: { held: '留号', free: '没占', taken: '刚被占', expired: '留号过期' }, extendList: '再留 15 分', show: '给客户看', hide: '收起客户窗',
  meaning: '含义', goOnProvisional: '已暂定，办下一件', goOnLeased: '离线号已定，办下一件', pickLeased: (number: string) => `定离线号 ${number}`, offlineAdvice: '离线：先暂定，联网后自动占号', offlineFree: '可暂定', leasedFree: '离线号', close: '关上', prepay: '预存', noTransfer: '不能过户', noCancel: '在网期内不能退号',
  own: '本单', leased: '离线号，已定', leasedNote: '联网后自动报给运营商',
  releaseAsk: (state: string) => `靓号审批${state}。放掉这个号，审批就作废，要重新申请。`, approvalPending: '正在等班长批', approvalDone: '已经批了', keep: '不放', keepOld: '不换', pickRanked: (number: string, fallbacks: number) => `暂定 ${number}，备选 ${fallbacks} 个`,
  explain: '为什么是这个价', alsoFits: '也符合', unconfirmed: '规则未经运营商确认', noTerm: '没有最低在网期', minimum: '月低消',
  release: (months: number) => `预存分 ${months} 个月返还`, groups: '怎么分', readings: '怎么念', nearest: '最近的普通号', saves: (li: number) => `同样月数少付 ${yuanSign(li)}`, nearestNone: '附近没有空着的普通号',
  holds: '占号清单', holdsEmpty: '这台电脑现在没有占着的号', holdsHint: '↑ ↓ 移动，F7 续占，Del 放号，Enter 打开这一单', noEnd: '等联网', releaseAgain: '再按一次 Del 放掉', by: '占号人', holdsOpen: '打开这一单',
  keys: { query: '改条件', move: '移动', list: '加减挑选单', listOnly: '只看挑选单', first: '设为首选', build: '拼号', explain: '为什么', suggest: '客户推荐', show: '给客户看', extend: '续占本单的号', release: '放掉本单的号', extendList: '挑选单全部再留 15 分', back: '回到搜索', holds: '占号清单', nearest: '占最近的普通号', again: '再找一次', offer: '占备选' },
} as const;
