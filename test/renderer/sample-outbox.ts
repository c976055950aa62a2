import type { OutboxRow } from '#contract/approval.ts';
import { sampleNow } from './sample-cases.ts';

const row = (seq: number, kind: OutboxRow['kind'], company: string, number: string, clock: string, extra: Partial<OutboxRow> = {}): OutboxRow => ({
  seq, caseId: `00000000-0000-4000-8000-${String(seq).padStart(12, '0')}`, caseNo: `WJ-20261123-00${String(seq).padStart(2, '0')}`, company, number, kind, state: 'waiting', attempts: 2,
  createdAt: `2026-11-23T${clock}:00.000Z`, nextAttemptAt: '2026-11-23T02:43:20.000Z', sentAt: null, failure: { code: 'offline', reason: 'connect ECONNREFUSED', at: sampleNow }, ...extra,
});

/** The outbox of mockup 12: offline since 09:52, one refused. */
export const sampleOutbox: readonly OutboxRow[] = [
  row(1, 'register-customer', '北京众诚安泰消防设施检测技术有限公司', '4006880102', '01:40', { state: 'parked', failure: { code: 'invalidParty', reason: '单位名称与登记不同', at: sampleNow } }),
  row(2, 'hold-number', '北京云上埌农业科技发展有限公司', '4006181188', '02:02'),
  row(3, 'place-order', '北京新辰颒信息咨询服务有限责任公司', '4006125566', '02:11'),
  row(4, 'file-agreement', '北京新辰颒信息咨询服务有限责任公司', '4006125566', '02:11', { failure: null, attempts: 0 }),
  row(5, 'record-payment', '天津滨海新区阿合买提·艾力国际货运代理有限公司', '4006200088', '02:24'),
  row(6, 'file-document', '天津滨海新区阿合买提·艾力国际货运代理有限公司', '4006200088', '02:25'),
  row(7, 'release-number', '北京廿一世纪锦程职业技能培训学校有限公司', '4006660808', '02:31'),
];
