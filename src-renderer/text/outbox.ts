import type { IntentFailure, IntentKind } from '#domain/outbox/intent.ts';

export const outboxText = {
  title: '待发', retry: '试连一次', again: '再发一次', open: '开单', move: '移动', columns: { seq: '序', what: '要发什么', number: '号码', company: '单位', state: '情况', at: '办于' },
  filters: { all: '全部', waiting: '等着发', parked: '要人办', sent: '已发' },
  empty: { title: '没有要发的', safe: '办好的都已发给运营商。', next: '断网时办的会排在这里，联网后自动发。' }, emptyFilter: { title: '这一类没有', safe: '其他分类里的都在。' },
  offline: (since: string, span: string): string => `${since} 起断网，已 ${span}。受理、签字、收款都照常。`, offlineNote: '办好的都存在本机，联网后自动按先后发出，每条只生效一次。',
  failing: (count: number): string => `${count} 条被运营商拒收，要人看一下。`, failingNote: '其余的不受影响，照常发。', nextTry: '下次试连', tried: (count: number): string => `已试 ${count} 次`,
  item: (seq: number): string => `第 ${seq} 条`, why: '原因', lastTry: '上次试', cannot: '断网时不能办', cannotList: ['没占到的号只能先暂定', '核对运营商的开通进度', '下载新的号码库'], safe: '一条都不会丢，也不会发两遍', openCase: '开这一单', code: '代码',
  states: { waiting: '等着发', offline: '等联网', sending: '正在发', sent: '已发', parked: '对方拒收', superseded: '不用发了' },
} as const;

export const intentKind: Readonly<Record<IntentKind, string>> = {
  'hold-number': '占号', 'claim-number': '离线号报备', 'release-number': '释放占号', 'register-customer': '单位资料', 'file-document': '证照', 'file-agreement': '协议存档', 'record-payment': '预存入账', 'record-refund': '退款记账', 'place-order': '开通单', 'cancel-order': '撤单',
  'request-approval': '报批', 'decide-approval': '审批结果', 'withdraw-approval': '撤回报批',
};

const reasons: Readonly<Record<string, string>> = { offline: '断网，联网后自动发' };

/** Why the last try did not end well: our words where we have them, else the carrier's. */
export const intentReason = (failure: IntentFailure): string => reasons[failure.code] ?? (failure.reason || failure.code);
