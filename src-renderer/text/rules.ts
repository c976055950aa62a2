import type { NumberRule, RuleAnchor } from '#domain/number/grade/number-rules.ts';
import type { RuleProblem } from '#domain/number/grade/rule-problems.ts';
import { gradeName } from './formats.ts';

export const anchorWords: Readonly<Record<RuleAnchor, string>> = { tail: '尾部', head: '开头', middle: '中间', anywhere: '任意处' };

export const kindWords: Readonly<Record<NumberRule['kind'], string>> = { run: '连号', sequence: '顺子', shape: '样式', list: '固定数字', product: '乘法口诀' };

const problemWords: Readonly<Record<RuleProblem['code'], string>> = {
  'duplicate-id': '规则代号重复', 'too-long': '这个位置放不下，永远套不上', 'letters-more-than-digits': '字母比可用数字还多，永远套不上', 'never-wins': '永远轮不到它：前面已有更好的规则',
  'grade-missing': '等级表缺这一级', 'grades-not-falling': '越好的等级反而越便宜', 'head-not-ours': '不是本厅可办的号头',
};
/** `name` is what the rule at fault is called on screen, where it is a rule. */
export const problemText = (problem: RuleProblem, name: string = problem.at): string => `${name}：${problemWords[problem.code]}`;

export const rulesText = {
  title: '靓号规则', back: '回设置', version: (version: number) => `版本 ${version}`, confirmed: '已经运营商确认', unconfirmed: '未经运营商确认', changed: '有改动，还没发布', unchanged: '与现行规则一样',
  columns: { on: '启用', grade: '等级', name: '名称', kind: '类型', what: '内容', anchor: '位置', digits: '可用数字', order: '' },
  wrap: '9 接 0', length: '位数', allDigits: '0123456789', up: '上移', down: '下移', remove: '删除', add: '加一条', filterAll: '全部', filterOn: '启用的', shownOf: (shown: number, all: number) => `列出 ${shown} 条，共 ${all} 条；同级时排在前面的先算`,
  tabs: { trial: '试号', grades: '等级和金额', heads: '号头和降级', publish: '发布', history: '发布记录' },
  trialLabel: '试一个号', trialHint: '输 10 位号码，看现行规则和草稿各判几级', now: '现行', draft: '草稿', same: '两边一样', differs: '等级会变', noMatch: '没有套上任何规则', won: '判定', also: '还套上',
  gradeColumns: { grade: '等级', hallMinimum: '标准月低消', floor: '其他底线', prepay: '最低预存', release: '返还月', term: '在网月', transfer: '可过户', cancel: '可退网' }, yuan: '金额单位：元', 
  heads: '号头加价（每月，元）', downgrades: '含某个数字就降级', head: '号头', headFloor: '每月加到', digit: '含', steps: '降几级', addHead: '加一个号头', addDowngrade: '加一个数字', headOff: '出厂都不启用：等运营商说了再开',
  preview: '看看会改变多少号', previewBusy: '正在逐号比较，约 1 秒', moved: (from: number, to: number) => `${gradeName(from)} → ${gradeName(to)}`, movedNone: '没有号的等级会变', samples: '例如',
  previewColumns: { grade: '等级', now: '现行', draft: '草稿', difference: '增减' }, openHolds: (count: number) => `${count} 单已占的号按占号时的等级办，不受影响`,
  note: '这次改了什么、依据是什么', confirmBox: '这版规则已经运营商确认', publish: '发布这版规则', publishFirst: '先看影响，再发布', published: (version: number) => `已发布版本 ${version}`, problems: '要改的地方', reset: '放弃改动', resetAsk: '放弃没发布的改动？', resetHint: '改过的规则和金额都会回到现行的样子，找不回来。', keep: '不放弃',
  historyRow: (version: number) => `版本 ${version}`, shipped: '出厂', readOnly: '只有厅管理员能改',
  keys: { publish: '发布', preview: '看影响', trial: '试号' },
} as const;
