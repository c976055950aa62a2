import type { CaseState } from '#domain/cases/case-state.ts';

export const caseText = {
  tasks: '任务', unnamed: '还没写单位名称', deadline: '期限', park: '挂起', resume: '恢复办理', parked: '已挂起', takeOver: '接手', more: '更多', history: '经过', cancel: '撤单',
  parkTitle: '挂起这件单', parkNote: '留一句话，自己和同事都看得到', parkHint: '填的都已存好，随时能接着办。', parkDo: '挂起，回工作台',
  cancelTitle: '撤销这件单', cancelReason: '撤单原因', cancelHint: '占的号会放掉。单子留档，不会删。', cancelDo: '撤单', keep: '不撤',
  historyTitle: '这件单的经过', noHistory: '还没有记录', place: '换任务', next: '下一件能办的',
  turn: { hall: '轮到你', supervisor: '等班长', customer: '等客户', carrier: '等运营商', nobody: '办完了' },
  turnOf: { hall: '你', supervisor: '班长', customer: '客户', carrier: '运营商', nobody: '没有人' },
  deadlineOf: { hold: '占号到', approval: '审批到', due: '开通限' },
  otherOwner: (name: string): string => `在 ${name} 手上`, onlyHere: '只在这台电脑上办',
  loading: '正在打开这件单', nothingOpen: { title: '没有打开的受理单', safe: '单子都在工作台里。', next: '去工作台选一件，或按 Ctrl K 找。' }, toWorkbench: '去工作台',
  signedAlready: '协议已签，改了要重签', signedOther: '内容改了，协议要重签',
  notEditable: '已提交，不能再改',
} as const;

export const summaryText = {
  customer: '客户', number: '号码', plan: '套餐', due: '应收', missing: '还缺', items: '项', turn: '轮到', deadline: '期限', none: '还没选', noPlan: '还没定', expand: '展开摘要', collapse: '收起摘要',
  nothingMissing: '都齐了', provisional: '暂定', heldUntil: '占号到', provisionalNote: '联网后才知道占没占到', lost: '被占，要换号', expired: '占号到期', customerWrong: '客户资料要改',
  prepaid: '预付费', postpaid: '后付费', received: '已收', awaited: '待到账', dueNote: '协议签后收', dueNone: '不用预存', dueAfterPlan: '定好套餐再算', month: '元/月 起', toMend: '处要改', promise: '开通',
} as const;

/** The carrier's states in a clerk's words. */
export const caseState: Readonly<Record<CaseState, string>> = {
  draft: '办理中', acknowledged: '运营商已收到', inProgress: '开通中', pending: '要补材料', held: '运营商暂停', completed: '已开通', cancelled: '已撤单', rejected: '没受理', failed: '没开通',
};
