import type { FailureCode } from '#contract/failures.ts';
import { fact, saved, type Say, say } from './failure-words.ts';

/** Cases, approval, activation, outbox. */
export const caseFailures = {
  'case-not-found': say('没有这件受理单', '它可能在别的电脑上办。用 Ctrl K 再找找。'),
  'case-not-editable': say('这件单现在不能改', '已经提交的单，改动要等运营商退回。'),
  'case-parked': say('这件单挂起了', '先恢复办理，再改。'),
  'case-of-another': (facts) => ({ title: `这件单在${fact(facts, 'ownerName', ' ', ' ') || '同事'}手上`, safe: '什么都没改。', next: '要接着办，请班长接手。' }),
  'case-already-submitted': say('这件单已经提交', '在开通一页看进度。'),
  'not-parked': say('这件单没有挂起', '直接办就行。'),
  'cannot-cancel': (facts) => ({
    title: Number(facts['receivedLi'] ?? 0) > 0 ? '这件单收过钱，先退款才能撤' : '这件单有待到账的款，先撤回才能撤单', safe: saved, next: '到 7 预存把收到的退掉、没到的撤回，再撤单。',
  }),
  'approval-not-needed': say('普通号不用审批', '直接签协议。'),
  'approval-not-found': say('没有这条审批', '它可能已办完，刷新看看。'),
  'approval-already-requested': say('已经报批了，在等班长', '可以先办别的任务。'),
  'approval-already-decided': say('这条审批已有结论', '刷新看结果。'),
  'own-case': say('本人建的单，不能自己批', '换一位班长来批。', '什么都没改。'),
  'last-editor': say('这件你改过，不能由你批', '换一位班长来批。', '什么都没改。'),
  'not-supervisor': say('只有班长能批', '请班长用自己的工号和密码确认。', '什么都没改。'),
  'documents-before-approval': say('证照没齐，还不能批', '先扫营业执照和经办人身份证。'),
  'approval-pending': say('正在等审批，这一处不能改', '要改先撤回报批，改完再报。'),
  'reason-needed': say('要写理由', '写一句理由再提交。'),
  'tasks-open': (facts) => ({ title: `还有${fact(facts, 'count', ' ', ' 项') || '任务'}没办完，不能提交`, safe: '办好的都在。', next: '看左边任务列表，先办没完成的。' }),
  'intent-not-found': say('待发里没有这一条', '它可能已经发出，刷新看看。'),
  'intent-not-parked': say('这一条正在自动发，不用人办', '等它发出，或看下次试连的时间。'),
} as const satisfies Partial<Record<FailureCode, Say>>;
