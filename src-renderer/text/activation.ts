/** Whose turn it is in the words of the case header. */
export const turnNames = { hall: '你', supervisor: '班长', customer: '客户', carrier: '运营商', nobody: '没有人' } as const satisfies Readonly<Record<string, string>>;

export const orderStates = {
  draft: '还没提交', acknowledged: '运营商已收到', inProgress: '运营商在办', pending: '退回，等本厅补', held: '运营商暂停', completed: '已开通',
  cancelled: '已撤销', rejected: '运营商不受理', failed: '开通失败',
} as const satisfies Readonly<Record<string, string>>;

const historyWords: Readonly<Record<string, string>> = {
  submitted: '提交开通', paid: '预存收齐', 'nothing-due': '本单不收预存', acknowledged: '运营商收到', inProgress: '资料初审通过，办理中', pending: '退回，等本厅补',
  held: '运营商暂停办理', completed: '开通完成', rejected: '运营商不受理', failed: '开通失败', cancelled: '已撤销', sent: '送出开通单', resent: '重送',
};

export const historyText = (code: string): string => historyWords[code] ?? code;

export const activationText = {
  due: '应开通', dueDone: '开通于', before: '前', provisional: '预计，以运营商公布的工作日为准', left: (days: number) => (days < 0 ? `已逾期 ${-days} 个工作日` : days === 0 ? '今天到期' : `还有 ${days} 个工作日`),
  rule: (days: number, special: boolean) => `${special ? '靓号' : '普通号'} ${days} 个工作日`, turn: (who: string) => `轮到 ${who}`,
  rest: '休', today: '今天', dayNumber: (n: number) => `第 ${n} 天`, lastDay: (n: number) => `第 ${n} 天 到期`, notCounted: '不计', history: '经过', here: '现在在这里', notYet: '还没到',
  orderId: (id: string) => `单号 ${id}`, once: '重发也只生效一次', noOrderId: '单号等运营商回', noteTitle: '运营商的话', noteNext: '按这句话改好，再提交一次；已收的钱和已签的字都还在。',
  checkTitle: '提交前要齐的', ready: '都齐了，可以提交', missing: (n: number) => `还差 ${n} 件`, go: '去办', submit: '提交开通', resubmit: '改好了，再提交',
  offline: '现在离线：提交后存在本机，联网自动送出，只生效一次。', submitSafe: '提交后内容不能再改；运营商退回时才重新打开。',
  done: '服务已经开通', doneNext: '请通知客户试打。', ask: '现在查一次', backToWork: '回工作台，办下一件', listen: '运营商有回音，这里和工作台会同时提醒。',
  keys: { ask: '现在查一次', submit: '提交开通', print: '打印' }, future: ['运营商收到', '资料初审，号码入网', '开通完成'],
} as const;
