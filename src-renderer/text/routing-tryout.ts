import type { CoverageState } from '#domain/routing/coverage/coverage.ts';
import type { HoleMend } from '#domain/routing/coverage/mend-hole.ts';
import type { ReachWay } from '#domain/routing/coverage/reach-of.ts';
import { entryText } from '#domain/routing/list-entry.ts';
import type { ListEntry } from '#domain/routing/routing-form.ts';

/** One entry of a list as it is typed. */
export const listLineWords = (entry: ListEntry | undefined): string => (entry === undefined ? '' : entryText(entry));

export const coverageStateText: Readonly<Record<CoverageState, string>> = {
  rings: '有人接', single: '只剩一部电话', voicemail: '只能留言', refused: '不接（阻截）', announcement: '只有提示音', nobody: '接不通', notOpen: '不开放',
};
export const reachText: Readonly<Record<ReachWay, string>> = { first: '先打它', 'in-turn': '轮到时打', 'after-others': '别的不通才打', 'by-forward': '转接过来', 'by-key': '按键选到', never: '打不到' };

export const tryText = {
  title: '试打', caller: '主叫', callerHint: '号码，或 天津、河北 手机', takeCaller: '回车，看谁会响', usualHint: '不填，按北京固话试', unreadCaller: '看不懂这个主叫，改一下', usualCaller: '北京 固话', unknownPlace: '归属不明', region: '地区', landline: '固话', mobile: '手机', date: '日期', time: '时间', week: '一周',
  weekHint: '←→ 小时，↑↓ 日子', busy: '占线', silent: '没人接', keys: '按键', keysHint: '依次按的键，- 表示不按', password: '知道密码', result: '结果', steps: '怎么走的', shares: '预计占比', share: (group: string) => `${group} 预计`,
  holiday: (name: string) => name || '法定节假日', makeUp: '调休上班', rest: '休息日', workday: '工作日', expected: '预计', save: '存为试打', showCustomer: '给客户看', hideCustomer: '收起客户窗', reverse: '反查来电', suggest: '补齐试打', saved: (n: number) => `试打 ${n} 次`, few: (n: number) => `还差 ${n} 次`, enough: '次数够了', full: '最多 10 次，先删一次', kept: '清单里已有',
  noCalls: '还没有试打', noCallsNext: '在右边试一个电话，F7 存下来；客户看过、签过的试打会印在受理单上，开通后照着打。', was: '以前', now: '现在', accept: '以现在为准', show: '看', remove: '删', changed: '结果变了', same: '和签认时一样', calls: '试打清单', columns: ['次', '来电', '时间', '当时', '结果'] as const,
  allFree: '都空闲', diagram: '来话流程图', diagramHint: '方向键移动，回车去改', loadingMap: '正在算覆盖图', map: '接听覆盖图', mapHint: '←→ 小时　↑↓ 地区　回车试打', lines: { landline: '固话', mobile: '手机' }, holes: '没人接的时段', noHoles: '没有：开放地区任何时间都有人接或可留言', agree: '客户同意', applyAll: (n: number) => `按建议补好 ${n} 处`,
  mends: { 'otherwise-to-voicemail': '其余来电改留言', 'rule-to-voicemail': '这条改留言', 'rule-extended': '前一段延到下一段', 'otherwise-to-group': '其余来电转主组' } satisfies Record<HoleMend['code'], string>, mendDefault: '按建议补', special: '节假日、调休和指定日期', worst: '各地区里最差的', reachOf: '谁打得到', reachPick: '看哪部电话', cursorMixed: '（部分地方或时间更好）', back: '回覆盖图', failed: '覆盖图没算出来，改一处再看', region35: '35 个地区 × 168 小时',
} as const;
