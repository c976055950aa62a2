import type { ShiftView, TillEntry } from '#contract/till.ts';
import { wallTime } from '#domain/calendar/shanghai-time.ts';
import { LI_PER_YUAN } from '#domain/money/money.ts';
import { cashFaces, cashTotalLi } from '#domain/till/count-cash.ts';
import type { Sheet, SheetCell } from '../../../files/write-workbook.ts';
import { sheetOpenItems } from './open-items.ts';
import { causeWords, sheetDayOf, subjectWords, tenderWord } from './sheet-words.ts';

const kinds = { payment: '收款', void: '作废', refund: '退款' } as const satisfies Record<TillEntry['kind'], string>;
const carriers = { accepted: '已入账', waiting: '待发', parked: '停在待发', 'not-sent': '没有' } as const satisfies Record<TillEntry['carrier'], string>;

/** A shift as four sheets: 汇总, 明细 with what came late, 差异, 点钞. While the count is blind its amounts are empty here too. */
export const shiftSheets = (view: ShiftView): readonly Sheet[] => [summarySheet(view), entriesSheet(view), mismatchSheet(view), countSheet(view)];

function summarySheet(view: ShiftView): Sheet {
  const facts: readonly (readonly SheetCell[])[] = [
    ['班次', view.shiftNo], ['营业员', `${view.staffName} ${view.staffNo}`], ['台席', String(view.desk)], ['开班', moment(view.openedAt)], ['结班', view.closedAt === null ? '未结' : moment(view.closedAt)],
    ['结班人', view.closedBy ?? ''], ['班长', view.authorisedBy ?? ''], ['备用金', yuan(view.floatLi)], ['缴存', yuan(view.deposit?.li ?? null)], ['封包', view.deposit?.bag ?? ''],
    ['留作备用金', yuan(view.deposit?.floatLeftLi ?? null)], ['说明', view.note], ...sheetOpenItems(view).map((item) => ['', item]),
  ];
  return {
    name: '汇总', head: ['方式', '应有', '点得', '差额', '受理单', '运营商'], widths: [14, 24, 14, 14, 14, 14],
    rows: [...view.methods.map((line) => [tenderWord[line.tender], yuan(line.expectedLi), yuan(line.drawerLi), yuan(line.drawerLi === null ? null : line.drawerLi - (line.expectedLi ?? 0)), yuan(line.casesLi), yuan(line.carrierLi)]), [], ...facts],
  };
}

function entriesSheet(view: ShiftView): Sheet {
  const row = (note: string) => (entry: TillEntry): readonly SheetCell[] => [
    moment(entry.at), kinds[entry.kind], entry.receiptNo, entry.caseNo, entry.company, tenderWord[entry.tender], entry.reference, yuan(entry.li), yuan(entry.slipLi), yuan(entry.caseLi), yuan(entry.carrierLi),
    carriers[entry.carrier], note,
  ];
  return {
    name: '明细', head: ['时间', '类别', '收据', '受理单', '单位', '方式', '凭证', '账上', '抽屉', '受理单金额', '运营商', '入账', '备注'], widths: [20, 8, 26, 22, 30, 10, 20, 12, 12, 12, 12, 10, 24],
    rows: [...view.rows.map(row('')), ...view.late.map(row('结班后到账，不计入本班')), ...view.carriedIn.map(row('以前的班，本班补入，不计入本班'))],
  };
}

const mismatchSheet = (view: ShiftView): Sheet => ({
  name: '差异', head: ['事项', '受理单', '单位', '差额', '原因', '处理', '说明', '经办', '班长', '时间'], widths: [26, 22, 30, 12, 30, 10, 40, 12, 12, 20],
  rows: view.mismatches.map((mismatch) => {
    const { explained } = mismatch;
    const handled = explained === null ? ['', '', '', '', ''] : [explained.action === 'in-transit' ? '在途' : '已说明', explained.note, explained.by, explained.authorisedBy ?? '', moment(explained.at)];
    return [mismatch.receiptNo ?? subjectWords(mismatch, sheetDayOf(view)), mismatch.caseNo, mismatch.company, yuan(mismatch.li), causeWords(mismatch), ...handled];
  }),
});

function countSheet({ count, floatLi }: ShiftView): Sheet {
  const rows = count === null ? [] : [
    ...cashFaces.map((fen): readonly SheetCell[] => [`${fen / 100}元`, String(count.cash.pieces[String(fen)] ?? 0), yuan((count.cash.pieces[String(fen)] ?? 0) * fen * 10)]),
    ['零币', '', yuan(count.cash.looseLi)], ['现金合计', '', yuan(cashTotalLi(count.cash))], ['其中备用金', '', yuan(floatLi)],
    ...Object.entries(count.others).map(([tender, li]): readonly SheetCell[] => [tenderWord[tender as keyof typeof tenderWord], '', yuan(li)]),
    [], ['点钞人', count.by, null], ['点钞时间', moment(count.at), null], ['第几次', String(count.attempt), null],
  ];
  return { name: '点钞', head: ['面额', '张数', '金额'], widths: [14, 22, 14], rows };
}

const yuan = (li: number | null): SheetCell => (li === null ? null : { yuan: li / LI_PER_YUAN });

function moment(at: string): string {
  const { date, time } = wallTime(at);
  return `${date} ${time}`;
}
