import type { DeadlineWords } from './formats.ts';

export const workbenchText = {
  title: '工作台', create: '新受理单', next: '办下一件', move: '移动', open: '打开', refresh: '刷新',
  columns: { deadline: '期限', situation: '情况', company: '单位', number: '号码', step: '下一步', task: '停在' },
  filters: { all: '全部', mine: '要我办', returned: '退回', approval: '待审批', due: '今天到期', customer: '等客户', parked: '挂起', carrier: '等运营商', done: '已办完' },
  unnamed: '还没写单位', noNumber: '还没选号', provisional: '暂定', replaced: (rank: number): string => `已换备选 ${rank}`, count: (shown: number, all: number): string => `${shown} 件，共 ${all} 件，按期限先后`,
  today: '今天', created: '新受理', signed: '签了协议', activated: '已开通', received: '收预存', blind: '日结后显示', unit: '件', deadlines: '期限', overdue: '逾期', later: '以后',
  offline: '断网也能办', pool: '本机号码库', poolAt: '更新到', poolNone: '号码库还没读好', numbers: '个',
  cutOffBefore: (cutOff: string, left: string): string => `${cutOff} 前收款算今天，还有 ${left}`, cutOffAfter: (cutOff: string): string => `过了 ${cutOff}，收款算下一天`,
  empty: { title: '现在没有要你办的', safe: '办完的和等运营商的都还在，可以按上面的分类看。', next: '来了客户，按 Ctrl N 建新单。' },
  emptyFilter: { title: '这一类没有', safe: '其他分类里的都在。', next: '换一个分类看看。' },
  noDeadline: { text: '—', tone: 'quiet' } satisfies DeadlineWords,
  colleague: { word: '同事在办', tone: 'quiet' }, failed: '没读到工作台', late: '收款晚了算下一天',
} as const;

export const situation = {
  returned: { word: '退回', tone: 'error' }, mine: { word: '要我办', tone: 'info' }, approval: { word: '待审批', tone: 'warning' },
  customer: { word: '等客户', tone: 'quiet' }, parked: { word: '挂起', tone: 'quiet' }, carrier: { word: '等运营商', tone: 'quiet' },
  done: { word: '已办完', tone: 'success' }, cancelled: { word: '已撤单', tone: 'quiet' },
} as const;

/** The next step where it is not the task's own: someone else is at work. */
export const situationStep = { approval: '等审批', carrier: '等开通', done: '不用办', cancelled: '不用办', parked: '恢复办理', customer: '等客户来' } as const;
