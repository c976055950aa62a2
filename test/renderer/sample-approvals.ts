import type { ApprovalDetail, ApprovalQueueRow, ApprovalScan, SimilarDecision } from '#contract/approval.ts';
import { sampleCase } from './sample-cases.ts';

const row = (at: number, number: string, company: string, grade: number): ApprovalQueueRow => ({
  approvalId: `00000000-0000-4000-8000-00000000010${at}`, caseId: `00000000-0000-4000-8000-00000000020${at}`, caseNo: `WJ-20261123-001${at}`, company, number, grade, requestedBy: 'BJ40127', requestedByName: '孙嘉宁',
  requestedAt: `2026-11-23T02:0${at}:00.000Z`, holdExpiresAt: '2026-11-26T10:00:00.000Z', origin: 'here', planId: 'hall-standard', mayNot: null,
});

export const sampleQueue: readonly ApprovalQueueRow[] = [
  row(1, '4006008899', '北京吉盛龑泰冷链物流供应链管理有限公司望京分公司', 4), row(2, '4006186688', '北京云上埌农业科技发展有限公司', 4), row(3, '4006181188', '北京永昌盛泰商贸有限公司', 5),
];

const line = (label: string, value: string, checkText: string, check: 'ok' | 'warning' | null = 'ok'): ApprovalDetail['lines'][number] => ({ label, value, check, checkText });
const scan = (at: number, kind: ApprovalScan['kind']): ApprovalScan => ({ documentId: `00000000-0000-4000-8000-00000000030${at}`, kind, verdict: 'matches', note: '', attached: true });

/** A full request, as the desk shows it. */
export const sampleDetail = (of: ApprovalQueueRow): ApprovalDetail => ({
  row: of, reason: '客户自用多年的尾号，全国门店统一咨询电话', bindingHash: '9f2c4a7b1d3e5f60718293a4b5c6d7e8f90112233445566778899aabbccddeef', case: sampleCase({}), createdBy: '孙嘉宁 BJ40127', lastEditedBy: '孙嘉宁 BJ40127',
  scans: [scan(1, 'licence'), scan(2, 'handler-id-front'), scan(3, 'authorisation'), scan(4, 'handler-id-back')],
  lines: [
    line('name', of.company, 'within-scope', null), line('credit-code', '91110105MA01XXXX4R', 'check-character-holds'), line('legal-name', '欧阳志远', '', null), line('handler-id', '110105********3217', 'check-digit-holds'),
    line('purpose', '全国冷链运输的客户服务热线和货物查询', 'within-scope'), line('numbers-held', '1/5', 'under-limit'), line('scans', '4 张', 'scans-attached'),
    line('number', of.number, 'grade-by-rule'), line('monthly-minimum', '1,000.00', 'at-or-over-floor'), line('prepay', '3,000.00', 'prepay-by-rule'), line('term', '12', '', null), line('plan', '营业厅标准', 'plan-allowed'),
  ],
});

export const sampleSimilar: readonly SimilarDecision[] = [1, 2, 3, 4, 5].map((at) => ({
  approvalId: `00000000-0000-4000-8000-00000000040${at}`, number: `400600778${at}`, grade: 4, company: '北京首钢园冰雪运动发展有限公司', planName: '营业厅标准', reason: '门店统一电话', outcome: at === 2 ? 'returned' : 'approved', decidedBy: '周立群', decidedAt: `2026-11-1${at}T03:20:00.000Z`, returnReasons: [],
}));
