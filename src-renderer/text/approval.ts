import type { ApprovalDetail } from '#contract/approval.ts';
import { problemText } from './customer-problems.ts';
import { planRefusal } from './plan.ts';

/** Coded reasons of a return, in the order of the digits 1–6. */
export const returnReasonNames = {
  'licence-unclear': '执照不清', 'identity-unclear': '身份证不清', 'purpose-doubtful': '用途不符',
  'number-not-justified': '选号理由不足', 'plan-too-small': '套餐偏小', other: '其他',
} as const satisfies Readonly<Record<string, string>>;

export const mayNotDecide = {
  'own-case': '本人建单，不能批', 'last-editor': '这件你改过，不能由你批', 'not-supervisor': '要班长才能批',
} as const satisfies Readonly<Record<string, string>>;

export const approvalStates = {
  'not-needed': '不用审批', none: '还没送审', requested: '等班长审批', approved: '已批准', returned: '已退回', void: '批准已作废',
} as const satisfies Readonly<Record<string, string>>;

export const approvalText = {
  title: '靓号审批', special: '靓号要班长审批：批准只对这份内容有效一次，改一个字即作废。', reason: '申请理由', reasonHint: '客户为什么要这个号，写一句',
  request: '送班长审批', reasonMissing: '先写一句申请理由，再送审', withdraw: '撤回', voidWhy: '批准以后内容改过，要重新送审。', requestedAt: (at: string, by: string) => `${by} ${at} 送审`,
  decided: (at: string, by: string, behalf: string | null) => `${by} ${at}${behalf === null ? '' : `，受 ${behalf} 委托`}`, expires: (at: string) => `批准有效到 ${at}`,
  afterPlan: '先定套餐，再送审：班长要看到月低消和预存。', scansFirst: (names: string) => `先到 6 证照拍${names}，缺了班长不能批`,
  takeBack: '收回', takenBack: '已收回，这件又在待批里。', similar: '以往相近的', noSimilar: '没有相近的先例', outcome: { approved: '批准', returned: '退回' }, similarLine: (by: string, at: string) => `${by} ${at}`,
  origin: { here: '', remote: '别的电脑送来', carried: '带来的报批' }, readRequest: '读报批码', batchOpen: (n: number) => `一起批 ${n} 件`, tickFirst: '先按 X 勾选，两件以上才能一起批。', batchUnfit: '一起批的要同级、同套餐、自己能批，最多 20 件。',
  batchTitle: (n: number, grade: string) => `一起批 ${n} 件${grade}`, batchHint: '每一件分别核对、分别记录；内容有变的那件不会批。', batchApprove: '全部同意', batchReturn: '全部退回', batchDone: (n: number) => `办了 ${n} 件`, batchFailed: (number: string, why: string) => `${number} 没有办：${why}`, ticked: '已勾',
  heading: '审批', count: (n: number, longest: string) => (n === 0 ? '没有待批的靓号' : `靓号 ${n} 件待批，${longest === '刚刚' ? '刚送来' : `最久 ${longest}`}`), waited: (text: string) => (text === '刚刚' ? '刚送来' : `等了 ${text}`),
  queue: '待批', holdEnds: (text: string) => `占号${text}`, sentBy: (name: string, at: string) => `${name} ${at} 送批`, changed: '号码或套餐变了，这份申请已不是原来的内容，退回重报。',
  facts: '单位和人', money: '号码与金额', why: '理由', binding: '批准只对这份内容有效一次，改一个字即作废', digest: (hash: string) => `摘要 ${hash.slice(0, 4)} ${hash.slice(4, 8)} ${hash.slice(8, 12)}`.toUpperCase(),
  scans: '影像', noScans: '还没有影像', scansHint: '放大看会留下记录；影像带水印。', scansMissing: (names: string) => `缺 ${names}，不能批`, past: '经手', createdBy: '建单', lastEditedBy: '最后修改', askedBy: '送批', unjudged: '没核',
  reasons: '退回原因', approve: '同意并签名', approveBeside: '班长签名同意', giveBack: '退回', note: '附言（可不填）', noteNeeded: '选了「其他」，写一句附言', pickReason: '先按 1–6 选退回原因',
  empty: '现在没有待批的靓号', emptySafe: '送来的申请会自动出现在这里。', emptyNext: '可以回工作台办别的。', loading: '正在打开这件申请',
  keys: { approve: '同意', giveBack: '退回', move: '上下一件', reason: '退回原因', zoom: '放大影像', refresh: '再查一次', turn: '换一张', takeBack: '收回', tick: '勾选', batch: '一起批', read: '读报批码' },
  besideTitle: '班长在这台电脑上签名', besideWhat: { approve: '同意', return: '退回' }, besideText: '输班长自己的工号和密码。只批这一件，批完还是原来的营业员在办。', staffNo: '班长工号', password: '密码', sign: { approve: '签名并同意', return: '签名并退回' },
  approved: (number: string) => `${number} 已批准，营业员可以去签协议了。`, returned: (number: string) => `${number} 已退回，营业员会在工作台看到原因。`,
} as const;

/** The words before each line of a request. */
export const approvalLabel: Readonly<Record<string, string>> = {
  name: '单位全称', 'legal-name': '负责人', number: '级别', 'credit-code': '信用代码', 'handler-id': '经办人', purpose: '用途', 'numbers-held': '已有号码', scans: '证照', plan: '套餐', 'monthly-minimum': '月低消', prepay: '预存', term: '在网',
};

const checkWords: Readonly<Record<string, string>> = {
  'grade-by-rule': '按规则定级', 'grade-changed': '级别和规则不同了', 'check-character-holds': '校验位对', 'check-digit-holds': '证号校验位对', 'within-scope': '在经营范围内', 'under-limit': '没到上限', 'at-limit': '到上限了',
  'plan-allowed': '这个号能用', 'at-or-over-floor': '不低于级别表', 'floor-waived-by-plan': '低于级别表，套餐免低消', 'prepay-by-rule': '按预存规则',
  'amounts-by-own-tables': '和本机价目表一致', 'amounts-differ': '和本机价目表不一致', 'told-by-other-pc': '由报批的电脑核对', 'credit-code-wrong': '校验位不对', 'scans-attached': '影像随附', 'scans-not-attached': '影像没有随附，只有摘要',
};

/** What a check showed, in words: the desk's own codes, a customer problem with its facts, or why a plan cannot be had. */
export function checkWord(code: string, view: ApprovalDetail['case']): string {
  const known = checkWords[code];
  if (known !== undefined) return known;
  const problem = view?.customerProblems.find((one) => one.code === code);
  if (problem) return problemText(problem);
  return planRefusal(view?.plan?.refusal?.code === code ? view.plan.refusal : { code });
}
