type Facts = Readonly<Record<string, string | number>>;

const words: Readonly<Record<string, (facts: Facts) => string>> = {
  'case-created': () => '建单',
  'customer-changed': () => '改客户资料',
  'form-changed': () => '改受理单',
  'identity-revealed': () => '看了身份证号',
  'case-parked': (facts) => `挂起${facts['note'] ? `：${facts['note']}` : ''}`,
  'case-resumed': () => '恢复办理',
  'case-taken-over': () => '接手',
  'case-cancelled': (facts) => `撤单${facts['reason'] ? `：${facts['reason']}` : ''}`,
  'number-held': () => '占号',
  'number-released': () => '放号',
  'number-lost': () => '号被占',
  'hold-extended': () => '占号延期',
  'hold-expired': () => '占号到期',
  'number-picked-provisional': () => '暂定选号',
  'plan-chosen': () => '定套餐',
  'approval-requested': () => '报批',
  'approval-withdrawn': () => '撤回报批',
  'approval-approved': () => '审批通过',
  'approval-returned': () => '审批退回',
  'approval-void': () => '审批作废',
  'paper-signed': () => '签字盖章',
  'paper-opened': () => '看了文件',
  'paper-printed': () => '打印',
  'document-added': () => '收证照',
  'document-viewed': () => '看了证照',
  'document-judged': () => '核证照',
  'document-removed': () => '删证照',
  'payment-taken': () => '收款',
  'payment-arrived': () => '确认到账',
  'order-submitted': () => '提交开通',
  'state-changed': () => '运营商状态变了',
};

/** A case event as the history shows it; an unknown kind is shown as it is. */
export const eventText = (kind: string, facts: Facts = {}): string => words[kind]?.(facts) ?? kind;
