import type { RequestChannel } from '#contract/channels.ts';
import type { Reply, Request } from '#contract/contract.ts';
import type { Failure } from '#contract/failures.ts';
import type { MismatchView, ShiftRow, ShiftView, TillEntry, TillState } from '#contract/till.ts';
import { cashTotalLi } from '#domain/till/count-cash.ts';
import { tenderKinds, type TenderKind } from '#domain/till/tender.ts';

type Handlers = { readonly [C in RequestChannel]?: (request: Request<C>) => Reply<C> | Failure };

const shiftId = '5f0c7a53-8c1e-4a9e-9b42-0a5a4f7d1101';
const row: ShiftRow = {
  shiftId, shiftNo: 'RJ-BJWJ03-03-20261123-01', staffNo: 'BJ40127', staffName: '孙嘉宁', openedAt: '2026-11-23T00:55:00.000Z', closedAt: null, state: 'open', entries: 14, floatLi: 500_000, differenceLi: null, lateItems: 0, sheetPaperId: null,
};

export const recentShifts: readonly ShiftRow[] = [
  { ...row, shiftId: '5f0c7a53-8c1e-4a9e-9b42-0a5a4f7d1102', shiftNo: 'RJ-BJWJ03-03-20261120-01', openedAt: '2026-11-20T00:58:00.000Z', closedAt: '2026-11-20T10:04:00.000Z', state: 'closed', entries: 11, differenceLi: 0, lateItems: 1, sheetPaperId: '5f0c7a53-8c1e-4a9e-9b42-0a5a4f7d1192' },
  { ...row, shiftId: '5f0c7a53-8c1e-4a9e-9b42-0a5a4f7d1103', shiftNo: 'RJ-BJWJ03-03-20261119-02', staffNo: 'BJ40131', staffName: '阿依古丽', openedAt: '2026-11-19T05:30:00.000Z', closedAt: '2026-11-19T09:41:00.000Z', state: 'closed', entries: 6, differenceLi: -10_000, sheetPaperId: '5f0c7a53-8c1e-4a9e-9b42-0a5a4f7d1193' },
];

const entry = (n: number, tender: TenderKind, li: number, company: string, carrierLi: number | null = li): TillEntry => ({
  entryId: `5f0c7a53-8c1e-4a9e-9b42-0a5a4f7d12${String(n).padStart(2, '0')}`, kind: li < 0 ? 'refund' : 'payment', at: `2026-11-23T0${1 + (n % 8)}:1${n % 6}:07.000Z`, receiptNo: `SJ-BJWJ03-03-20261123-00${String(n).padStart(2, '0')}`,
  caseId: `5f0c7a53-8c1e-4a9e-9b42-0a5a4f7d13${String(n).padStart(2, '0')}`, caseNo: `WJ-2026112${n % 3}-00${String(10 + n)}`, company, tender, reference: tender === 'cash' ? '' : `0039${18 + n}`, li, slipLi: li, caseLi: li, carrierLi,
  carrier: carrierLi === null ? 'waiting' : 'accepted', late: false,
});

export const tillEntries: readonly TillEntry[] = [
  entry(1, 'cash', 1_080_000, '北京未来方舟少儿编程教育科技有限公司'), entry(2, 'pos', 6_000_000, '华岳恒工程机械租赁（北京）股份有限公司第三分公司'), entry(3, 'cash', 3_200_000, '北京众诚安泰消防设施检测技术有限公司'),
  entry(4, 'wechat', 1_080_000, '天津滨海新区阿合买提·艾力国际货运代理有限公司', null), entry(5, 'alipay', 500_000, '北京众诚安泰消防设施检测技术有限公司'), entry(6, 'transfer', 3_000_000, '北京䶮森环境工程有限公司'),
];

const mismatches: readonly MismatchView[] = [
  { id: 'carrier-waiting:4', code: 'carrier-waiting', entryId: tillEntries[3]?.entryId ?? null, caseId: tillEntries[3]?.caseId ?? null, receiptNo: tillEntries[3]?.receiptNo ?? null, tender: 'wechat', li: -1_080_000, caseNo: 'WJ-20261121-0014', company: '天津滨海新区阿合买提·艾力国际货运代理有限公司', explained: null, needs: 'supervisor' },
  { id: 'slip-differs:5', code: 'slip-differs', entryId: tillEntries[4]?.entryId ?? null, caseId: tillEntries[4]?.caseId ?? null, receiptNo: tillEntries[4]?.receiptNo ?? null, tender: 'alipay', li: 100_000, caseNo: 'WJ-20261122-0015', company: '北京众诚安泰消防设施检测技术有限公司', explained: null, needs: 'supervisor' },
];

const blind: ShiftView = {
  ...row, desk: 3, closedBy: null, authorisedBy: null, note: '', count: null, methods: tenderKinds.map((tender) => ({ tender, drawerLi: null, expectedLi: null, casesLi: null, carrierLi: null })),
  rows: tillEntries.map((one) => ({ ...one, li: null, slipLi: null, caseLi: null, carrierLi: null })), mismatches: [],
  facts: { awaitedLi: 0, receipts: 14, voids: 1, refunds: 0, unsent: 2, parked: 0, reprints: 1, approvalsOpen: 0, firstReceipt: 'SJ-BJWJ03-03-20261123-0001', lastReceipt: 'SJ-BJWJ03-03-20261123-0014', gapless: true },
  late: [], carriedIn: [], toleranceLi: 1000, blockers: ['not-counted'], deposit: null, depositProposedLi: null,
};

/** A shift that was counted: one payment is still on its way, one slip says another amount. */
export const countedShift: ShiftView = {
  ...blind, state: 'counted', differenceLi: 100_000, rows: tillEntries, mismatches, blockers: ['unexplained', 'supervisor'], depositProposedLi: 4_280_000,
  count: { at: '2026-11-23T10:03:00.000Z', by: '孙嘉宁', attempt: 1, cash: { pieces: { 10000: 43, 5000: 6, 2000: 5, 1000: 6, 500: 3, 100: 5 }, looseLi: 0 }, others: { pos: 6_000_000, wechat: 1_080_000, alipay: 600_000, transfer: 3_000_000, collection: 0 } },
  methods: [
    { tender: 'cash', drawerLi: 4_280_000, expectedLi: 4_280_000, casesLi: 4_280_000, carrierLi: 4_280_000 }, { tender: 'pos', drawerLi: 6_000_000, expectedLi: 6_000_000, casesLi: 6_000_000, carrierLi: 6_000_000 },
    { tender: 'wechat', drawerLi: 1_080_000, expectedLi: 1_080_000, casesLi: 1_080_000, carrierLi: 0 }, { tender: 'alipay', drawerLi: 600_000, expectedLi: 500_000, casesLi: 500_000, carrierLi: 500_000 },
    { tender: 'transfer', drawerLi: 3_000_000, expectedLi: 3_000_000, casesLi: 3_000_000, carrierLi: 3_000_000 }, { tender: 'collection', drawerLi: 0, expectedLi: 0, casesLi: 0, carrierLi: 0 },
  ],
};

/** How the drawer stands at the start of a scene. */
export type TillStart = 'none' | 'open' | 'counted' | 'explained' | 'closed' | 'of-another';

const explained = (one: MismatchView): MismatchView => ({ ...one, explained: { action: one.code === 'carrier-waiting' ? 'in-transit' : 'explained', note: one.code === 'carrier-waiting' ? '10:24 断网时收的' : '客户多付 100，明天来退', at: '2026-11-23T10:05:40.000Z', by: '孙嘉宁', authorisedBy: '周立群' } });

function shiftOf(start: TillStart): ShiftView | null {
  const calm: ShiftView = { ...countedShift, mismatches: mismatches.map(explained), blockers: ['supervisor'] };
  switch (start) {
    case 'none': return null;
    case 'open': case 'of-another': return start === 'open' ? blind : { ...blind, staffNo: 'BJ40131', staffName: '阿依古丽' };
    case 'counted': return countedShift;
    case 'explained': return calm;
    default: return { ...calm, state: 'closed', blockers: [], closedAt: '2026-11-23T10:08:00.000Z', closedBy: '孙嘉宁', authorisedBy: '周立群', sheetPaperId: '5f0c7a53-8c1e-4a9e-9b42-0a5a4f7d1191', deposit: { li: 4_280_000, bag: '1123-02', floatLeftLi: 500_000 },
      late: [{ ...entry(7, 'transfer', 360_000, '北京䶮森环境工程有限公司'), late: true }] };
  }
}

/** The till's channels as main would answer them. */
export function fakeTill(start: TillStart): Handlers {
  let shift = shiftOf(start);
  const put = (next: ShiftView): ShiftView => (shift = next);
  const standing = (): TillState => ({
    shift: shift === null || shift.state === 'closed' ? null : { ...row, staffNo: shift.staffNo, staffName: shift.staffName, state: shift.state }, standing: shift === null || shift.state === 'closed' ? 'none' : start === 'of-another' ? 'of-another' : 'own',
    floatProposedLi: 500_000, recent: recentShifts, refunds: [{ caseId: '5f0c7a53-8c1e-4a9e-9b42-0a5a4f7d1301', caseNo: 'WJ-20261119-0007', company: '北京青禾书店有限公司', li: 1_080_000, why: 'activation-rejected' }],
  });
  const current = (): ShiftView | Failure => shift ?? shiftOf('closed') ?? { code: 'shift-not-found' };
  return {
    'till/state': standing,
    'till/open': ({ floatLi }) => { put({ ...blind, floatLi, entries: 0 }); return standing(); },
    'till/shift': current, 'till/ask-carrier': current,
    'till/count': ({ cash, others }) => put({ ...countedShift, count: { at: '2026-11-23T10:03:00.000Z', by: '孙嘉宁', attempt: (shift?.count?.attempt ?? 0) + 1, cash, others }, methods: countedShift.methods.map((line) => ({ ...line, drawerLi: line.tender === 'cash' ? cashTotalLi(cash) - row.floatLi : others[line.tender] })) }),
    'till/explain': ({ mismatchIds }) => put({ ...countedShift, mismatches: (shift ?? countedShift).mismatches.map((one) => (mismatchIds.includes(one.id) ? explained(one) : one)) }),
    'till/close': () => put(shiftOf('closed') as ShiftView),
    'till/list': () => [row, ...recentShifts],
    'till/export': () => ({ fileName: '日结-20261123-孙嘉宁.xlsx' }),
  };
}
