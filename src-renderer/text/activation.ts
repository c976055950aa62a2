import type { CaseState } from '#domain/cases/case-state.ts';

/** Whose turn it is in the words of the case header. */
export const turnNames = { hall: '你', supervisor: '班长', customer: '客户', carrier: '运营商', nobody: '没有人' } as const satisfies Readonly<Record<string, string>>;

export const orderStates: Readonly<Record<CaseState, string>> = {
  draft: '还没提交', acknowledged: '运营商已收到', inProgress: '运营商在办', pending: '退回，等本厅补', held: '运营商暂停', completed: '已开通',
  cancelled: '已撤销', rejected: '运营商不受理', failed: '开通失败',
};

const historyWords: Readonly<Record<string, string>> = {
  submitted: '提交开通', 'number-replaced': '首选被别的厅先占，换成备选', acknowledged: '运营商收到', inProgress: '资料初审通过，办理中', pending: '退回，等本厅补', held: '运营商暂停办理', completed: '开通完成', rejected: '运营商不受理', failed: '开通失败', cancelled: '已撤销',
};

/** A step of the order in words; an unknown code is shown as it is. */
export const historyText = (code: string): string => historyWords[code] ?? code;

/** What to do about the carrier's note, by the state it came with. */
export const noteNext: Partial<Readonly<Record<CaseState, string>>> = {
  pending: '按这句话把材料补给运营商。本机内容已提交，不能改；已收的钱和已签的字都还在。', held: '运营商自己在处理，不用办什么；恢复了这里会变。',
  rejected: '这单没受理，要办请另建一件。钱和签过的文件都有记录，退款找班长。', failed: '请把运营商单号告诉运营商。钱和签过的文件都有记录。', cancelled: '单子留档。要再办，请另建一件。',
};

export const activationText = {
  due: '应开通', dueDone: '开通于', before: '前', dueLater: '收齐后定', provisional: '节假日安排没公布，暂定', left: (days: number) => (days === 0 ? '今天到期' : `还有 ${days} 个工作日`), overdue: (days: number) => `已逾期 ${days} 天`,
  rule: (days: number, special: boolean) => `${special ? '靓号' : '普通号'} ${days} 个工作日`, turn: '轮到', submittedAt: (at: string) => `${at} 提交`, strip: '哪些天算工作日',
  rest: '休', start: '起算', today: '今天', dayNumber: (n: number) => `第 ${n} 天`, lastDay: (n: number) => `第 ${n} 天 到期`, month: (n: number) => `${n} 月`, history: '经过', here: '现在在这里', notYet: '还没到',
  orderId: (id: string) => `运营商单号 ${id}`, once: '重发也只生效一次', noOrderId: '运营商单号还没回', inOutbox: '在待发里，联网自动送出', noteTitle: '运营商的话', noNote: '运营商没写原因', carrier: '运营商',
  checkTitle: '提交前要齐的', ready: '都齐了，可以提交', missing: (n: number) => `还差 ${n} 件`, submit: '提交开通', first: (task: string) => `先办${task}`,
  offline: '现在离线：提交后存在本机，联网自动送出，只生效一次。', submitSafe: '提交后内容不能再改。', cannotYet: '齐了才能提交；填的都已存好。',
  ask: '现在查一次', backToWork: '回工作台，办下一件', listen: '运营商有回音，这里和工作台会同时提醒。', done: '服务已经开通，请通知客户试打。', closed: '这单到此为止，单子留档。', parked: '这单挂起着，恢复办理后才能提交。',
  keys: { ask: '现在查一次', submit: '提交开通', next: '下一件能办的', back: '回工作台' }, future: { acknowledged: '运营商收到', inProgress: '资料初审，号码入网', completed: '开通完成，试打' },
} as const;
