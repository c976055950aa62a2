import type { RuleDraft } from '#contract/rules.ts';
import type { RuleChanges } from '#domain/number/grade/rule-changes.ts';
import type { NumberRule, RuleAnchor } from '#domain/number/grade/number-rules.ts';
import type { RuleProblem } from '#domain/number/grade/rule-problems.ts';
import { gradeName } from './formats.ts';
import { gradeChip } from './number.ts';

export const anchorWords: Readonly<Record<RuleAnchor, string>> = { tail: '尾部', head: '开头', middle: '中间', anywhere: '任意处' };

export const kindWords: Readonly<Record<NumberRule['kind'], string>> = { run: '连号', sequence: '顺子', shape: '样式', list: '固定数字', product: '乘法口诀' };

const problemWords: Readonly<Record<RuleProblem['code'], string>> = {
  'name-missing': '没写名称', 'shape-missing': '没写样式，至少 2 位，例如 AABB', 'entries-missing': '没写要找的数字', 'duplicate-id': '规则代号重复', 'too-long': '太长：最多 7 位，放在中间最多 5 位', 'letters-more-than-digits': '字母比可用数字还多，永远套不上',
  'never-wins': '永远轮不到它：前面的同级规则总是先算，或总有更好的一级', 'grade-missing': '等级表缺这一级', 'grades-not-falling': '比更好的等级收得还多，看看金额', 'head-not-ours': '不是本厅可办的号头', 'head-unfinished': '没写完，要以 400 开头、至少 4 位',
};

type Names = Pick<RuleDraft, 'rules' | 'heads'>;

/** What the thing at fault is called on screen: a rule or head as it reads now, a grade by its name. */
function placeName({ code, at }: RuleProblem, { rules, heads }: Names): string {
  if (code === 'grade-missing' || code === 'grades-not-falling') return gradeChip(Number(at));
  const [rule, head] = [rules.findIndex(({ id }) => id === at), heads.find(({ id }) => id === at)];
  if (rule >= 0) return rules[rule]?.name.trim() || `第 ${rule + 1} 条`;
  return head ? `号头 ${head.head || '（空）'}` : at;
}

export type ProblemLine = { readonly severity: RuleProblem['severity']; readonly at: readonly string[]; readonly text: string };

/** One line for each thing to mend; all grades with the same fault share one. */
export function problemLines(problems: readonly RuleProblem[], names: Names): readonly ProblemLine[] {
  const grades = problems.filter(({ code }) => code === 'grades-not-falling');
  const rest = problems.filter(({ code }) => code !== 'grades-not-falling').map((problem) => ({ severity: problem.severity, at: [problem.at], text: `${placeName(problem, names)}：${problemWords[problem.code]}` }));
  const [first] = grades;
  return first ? [...rest, { severity: first.severity, at: grades.map(({ at }) => at), text: `${grades.map((problem) => placeName(problem, names)).join('、')}：${problemWords[first.code]}` }] : rest;
}

/** What a published version changed, in one line. */
export function changesText(changes: RuleChanges | null): string {
  if (changes === null) return '';
  const counted = [[changes.rules, '条规则'], [changes.terms, '个金额或期限']] as const;
  const parts = counted.flatMap(([count, what]) => (count > 0 ? [`${count} ${what}`] : []));
  const order = changes.reordered ? ['调了顺序'] : [];
  return [...(parts.length > 0 ? [`改了 ${parts.join('、')}`] : []), ...order].join('，') || '规则和金额没有变';
}

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
  note: '这次改了什么、依据是什么', confirmBox: '这版规则已经运营商确认', publish: '发布这版规则', publishFirst: '先看影响，再发布', published: (version: number) => `已发布版本 ${version}`, problems: '要改的地方', mendFirst: (first: string, more: number) => `先改好再来：${first}${more > 0 ? `，还有 ${more} 处` : ''}`, noteNeeded: '写一句这次改了什么、依据是什么，再发布', nothingChanged: '没有改动，不用发布', trialAfter: '先改好有错的地方，再试号', reset: '放弃改动', resetAsk: '放弃没发布的改动？', resetHint: '改过的规则和金额都会回到现行的样子，找不回来。', keep: '不放弃',
  historyRow: (version: number) => `版本 ${version}`, shipped: '出厂', readOnly: '只有厅管理员能改',
  keys: { publish: '发布', preview: '看影响', trial: '试号' },
} as const;
