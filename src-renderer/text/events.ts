import type { CaseEventKind } from '#domain/cases/case-event.ts';
import { formatNumber } from '#domain/number/number.ts';
import { amount } from './formats.ts';

type Facts = Readonly<Record<string, string | number>>;

const behalf = (facts: Facts): string => (facts['onBehalfOf'] ? `（受 ${facts['onBehalfOf']} 委托）` : '');

const shown = (digits: string | number | undefined): string => (digits === undefined ? '' : formatNumber(String(digits)));

const yuan = (li: string | number | undefined): string => (typeof li === 'number' ? ` ${amount(li)} 元` : '');

const replacedWords: Readonly<Record<string, string>> = { stand: '已按客户签过的顺序', unsigned: '已按客户排好的顺序', outdated: '已' };

const words: Readonly<Record<CaseEventKind, (facts: Facts) => string>> = {
  'case-created': () => '建单',
  'customer-saved': () => '改客户资料',
  'form-saved': () => '改受理单',
  'form-copied': (facts) => `复制${facts['from'] ?? ''}的接听设置`,
  'real-call-made': (facts) => `开通后实际拨打，${facts['outcome'] === 'agreed' ? '与试打一致' : '与试打不一致'}`,
  'routing-checked': (facts) => (facts['parts'] ? '运营商开通的接听设置与受理单不一致' : '运营商开通的接听设置与受理单一致'),
  'field-revealed': () => '看了身份证号',
  'case-parked': (facts) => `挂起${facts['note'] ? `：${facts['note']}` : ''}`,
  'case-resumed': () => '恢复办理',
  'case-taken-over': () => '接手',
  'case-cancelled': (facts) => `撤单${facts['reason'] ? `：${facts['reason']}` : ''}`,
  'case-submitted': () => '提交开通',
  'number-held': (facts) => `占号 ${facts['number'] ?? ''}`,
  'number-picked-offline': () => '离线暂定选号',
  'number-released': (facts) => `放号 ${facts['number'] ?? ''}`,
  'number-lost': (facts) => `号被别的厅先占 ${shown(facts['number'])}`,
  'number-replaced': (facts) => `${shown(facts['from'])} 被别的厅先占，${replacedWords[String(facts['papers'])] ?? ''}换成备选 ${facts['rank'] ?? ''}：${shown(facts['number'])}${facts['papers'] === 'outdated' ? '。签过的要重新核对' : ''}`,
  'number-leased': (facts) => `离线号选定 ${facts['number'] ?? ''}`,
  'lease-claimed': () => '离线号已由运营商确认',
  'shortlist-changed': (facts) => `挑选单：${facts['numbers'] ?? ''}`,
  'hold-extended': (facts) => (facts['numbers'] ? `挑选单 ${facts['numbers']} 个号延期` : '占号延期'),
  'hold-expired': (facts) => `占号到期 ${facts['number'] ?? ''}`,
  'plan-chosen': (facts) => `定套餐${facts['reason'] ? `，不选最便宜的：${facts['reason']}` : ''}`,
  'approval-requested': () => '报批',
  'approval-withdrawn': () => '撤回报批',
  'approval-granted': (facts) => `审批通过${behalf(facts)}`,
  'approval-returned': (facts) => `审批退回${behalf(facts)}`,
  'approval-taken-back': () => '班长收回审批',
  'approval-carried': () => '导出报批，带去班长电脑',
  'approval-token-used': (facts) => `导入审批码 ${facts['by'] ?? ''}`,
  'agreement-signed': (facts) => `协议签字盖章 ${facts['paper'] ?? ''}`,
  'form-signed': (facts) => `受理单签字盖章 ${facts['paper'] ?? ''}`,
  'by-hand-allowed': () => '改手写补字',
  'print-requested': (facts) => `打印 ${facts['paper'] ?? ''}，${facts['copies'] ?? 1} 份`,
  'document-added': () => '收证照',
  'document-judged': () => '核证照',
  'document-removed': () => '删证照',
  'document-viewed': () => '看了证照',
  'document-exported': () => '导出证照副本',
  'payment-received': (facts) => `收款 ${facts['receipt'] ?? ''}`,
  'payment-awaited': () => '登记待到账',
  'payment-arrived': (facts) => `确认到账 ${facts['receipt'] ?? ''}`,
  'payment-voided': (facts) => `作废收款${yuan(facts['li'])}，${facts['receipt'] ?? ''}${facts['authorisedBy'] ? `，${facts['authorisedBy']} 授权` : ''}`,
  'payment-refunded': (facts) => `退款${yuan(facts['li'])}，${facts['receipt'] ?? ''}${facts['authorisedBy'] ? `，${facts['authorisedBy']} 授权` : ''}`,
  'payment-withdrawn': (facts) => `撤回待到账${yuan(facts['li'])}`,
  'usage-kept': () => '记用量',
  'calls-imported': (facts) => `导入话单${facts['calls'] === undefined ? '' : ` ${facts['calls']} 条`}`,
  'comparison-made': () => '打套餐比较',
  'outbox-retried': () => '重发待发事项',
  'state-changed': () => '运营商状态变了',
};

/** A case event as the history shows it. */
export const eventText = (kind: CaseEventKind, facts: Facts = {}): string => words[kind](facts).trim();
