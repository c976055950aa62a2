import type { Destination, Group, RoutingForm, Strategy } from '#domain/routing/routing-form.ts';
import type { RoutingPlace } from '#domain/routing/routing-problem.ts';
import { expectedShares } from '#domain/routing/strategy.ts';
import type { TemplateName, TemplateWords } from '#domain/routing/templates.ts';
import { lineWords, phoneLetter, strategyLines, strategyNames } from '#domain/routing/words/part-words.ts';

/** `A 50% · B 50%`; a queue only knows its order: `A 最先 · B 第 2`. */
export function sharesText(form: RoutingForm, group: Pick<Group, 'strategy' | 'destinationIds' | 'shares'>): string {
  if (group.destinationIds.length === 0) return '';
  return expectedShares(group).map(({ destinationId, rank, share }) => {
    const place = share === undefined ? (group.strategy === 'ringAll' ? '同响' : rank === 1 ? '最先' : `第 ${rank}`) : percentText(share);
    return `${phoneLetter(form, destinationId)} ${place}`;
  }).join(' · ');
}

/** Per mille as 50% or 33.4%. */
export const percentText = (share: number): string => `${share % 10 === 0 ? share / 10 : (share / 10).toFixed(1)}%`;

export const ownerKinds: Readonly<Record<Destination['ownerKind'], string>> = { unit: '本单位', 'legal-person': '法人', employee: '员工', 'related-unit': '关联单位' };
export const proofs: Readonly<Record<Destination['proof'], string>> = { bill: '话费账单', contract: '入网合同', letter: '承诺书', none: '还没有' };
export const terminals: Readonly<Record<Destination['terminal'], string>> = { phone: '单机', switchboard: '小交换机', fax: '传真机' };
export const dayKinds: Readonly<Record<RoutingForm['rules'][number]['days'], string>> = { workdays: '工作日', weekdays: '按星期', restdays: '休息日', holidays: '法定节假日', makeUpDays: '调休上班', dates: '指定日期' };
export const lineKinds: Readonly<Record<RoutingForm['rules'][number]['lineKind'], string>> = { any: '固话和手机', landline: '只固话', mobile: '只手机' };

/** 顺序 · 轮流接，平均分: a strategy with what it does, as the options of its list. */
export const strategyOptions: Readonly<Record<Strategy, string>> = {
  roundRobin: `${strategyNames.roundRobin} · ${strategyLines.roundRobin}`, priority: `${strategyNames.priority} · ${strategyLines.priority}`, random: `${strategyNames.random} · ${strategyLines.random}`,
  ringAll: `${strategyNames.ringAll} · ${strategyLines.ringAll}`, percentage: `${strategyNames.percentage} · ${strategyLines.percentage}`,
};

/** Where a problem is: 规则 2, 目的码 A. */
export const placeText = (form: RoutingForm, place: RoutingPlace): string => lineWords(form, place);

export const templateWords: TemplateWords = {
  all: '全天', day: '白班', night: '夜班', duty: '值班', north: '北方', south: '南方', head: '总部', branch1: '分部一', branch2: '分部二', branch3: '分部三', sales: '销售', service: '客服', complaints: '投诉', menu: '总台', worktime: '工作时间',
};

export const templateTexts: Readonly<Record<TemplateName, { readonly title: string; readonly line: string }>> = {
  'single-office': { title: '一间办公室', line: '2 部电话全天接，不通转留言' }, 'day-and-night': { title: '白班加值班', line: '工作时间 2 部轮流，其余转值班手机' }, 'north-and-south': { title: '南北分接', line: '按来电地区分两组，下班转留言' },
  'head-and-branches': { title: '总部带分部', line: '按键选分部，0 转总部' }, 'call-centre': { title: '呼叫中心', line: '语音菜单分销售、客服、投诉' },
};

export const formText = {
  steps: { fill: '填转接', sign: '核对签字' }, tabs: { phones: '电话和组', rules: '规则', menus: '菜单', lists: '名单和功能', try: '试打', map: '覆盖图' },
  destinations: '目的码', addDestination: '加目的码', owner: '机主', relation: '关系', proof: '证明', month: '账单月份', identity: '身份证号', number: '号码', terminal: '终端', capacity: '路数',
  noDestinations: '还没有目的码', noDestinationsNext: '400 号码打进来由谁接？加上接听的电话。',
  groups: '组', addGroup: '加组', groupName: '组名', strategy: '怎么分', members: '按次序选电话', share: '预计', newGroup: (n: number) => (n === 0 ? '全天' : `第 ${n + 1} 组`), shareOf: (letter: string) => `${letter} 的比例`,
  onBusy: '都占线转', onNoAnswer: '没人接转', noOverflow: '不转，播提示音',
  rules: '规则', rulesHint: '自上而下，先符合的先用；Alt+↑↓ 调次序', addRule: '加规则', ruleName: '名称', days: '日子', weekdays: '星期', dates: '日期', datesHint: '10-01~10-07，多段用逗号', from: '从', to: '到', goesTo: '转给', regions: '来电地区', everywhere: '全国',
  lineKind: '线路', otherwise: '其余来电', otherwiseHint: '上面都不符合时', newRule: '工作时间', up: '上移', down: '下移',
  menus: '语音菜单', noMenus: '没有语音菜单', noMenusNext: '来电先听提示、按键选部门时才需要。规则或其余来电转给菜单，菜单才会用到。', addMenu: '加菜单', menuName: '菜单名', newMenu: (n: number) => (n === 0 ? '总台' : `第 ${n + 1} 层`), key: '键', keyLabel: '说明', addKey: '加一键', operator: '0 人工', onTimeout: '不按键', onInvalid: '按错', tries: '允许按错', none: '没有',
  blackList: '黑名单：一律不接', whiteList: '白名单', whiteKinds: { only: '只接名单里的', priority: '名单里的先接' }, listHint: '一行一个：010 是区号，138* 是号段，其余是号码；后面可加时段，如 138* 22:00-06:00', entries: (n: number) => `${n.toLocaleString('en-US')} 条`,
  importList: '导入文件', imported: (taken: number, rejected: number) => `读到 ${taken.toLocaleString('en-US')} 条${rejected > 0 ? `，${rejected.toLocaleString('en-US')} 行没要` : ''}`, importTitle: '导入名单', importInto: (list: string) => `并入${list}`, importRow: (row: number) => `第 ${row} 行`,
  importErrors: { empty: '没有号码', malformed: '不是号码、号段或区号', 'prefix-too-short': '号段太短', 'bad-window': '时段不对', twice: '重复' }, openList: '展开编辑', clearList: '清空', longList: (n: number) => `${n.toLocaleString('en-US')} 条，太长不逐条显示`,
  regionBlock: '地区阻截', denied: '不接这些地区', allowOnly: '只接这些地区', features: '功能', password: '密码接入', passwordField: '密码', show: '显示', hide: '遮住', concurrentCap: '同时呼叫上限', monthlyCap: '每月呼叫上限', noCap: '不限', ringBack: '彩铃', recording: '来电录音', recordingNotice: '先播录音提示',
  problems: '检查', noErrors: '没有错误', errors: (n: number) => `${n} 处错误`, warnings: (n: number) => `${n} 条提醒`, warningsOk: '提醒不影响签字，会印在单上', allGood: '可以签字了',
  sign: '核对后签字', note: '改完自动保存。签字后再改要重签。', closed: '只能看：已提交、挂起着，或在同事手上。',
  remove: '删', unnamed: '没有名字', keys: { add: '加一行', tab: '换页', sign: '核对后签字', mend: '按建议改', undo: '撤销', redo: '重做', up: '规则上移', down: '规则下移', template: '套用模板', copy: '复制旧单' },
  start: '从哪里开始', startHint: '按数字选一个，再填电话；也可以从空表开始', startEmpty: '空表', startCopy: '复制旧单', copyTitle: '复制以前的接听设置', copySearch: '公司、号码或单号', copyNone: '没有找到填过接听设置的单', copyHint: '别的公司的号码、名单、密码和试打不会带过来', copyCounts: (phones: number, rules: number, menus: number) => `${phones} 部电话 · ${rules} 条规则${menus > 0 ? ` · ${menus} 个菜单` : ''}`,
  cancel: '取消', undo: '撤销', redo: '重做',
} as const;
