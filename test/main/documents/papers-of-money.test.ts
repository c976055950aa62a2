import { beforeAll, describe, expect, test } from 'vitest';
import type { ComparisonPaper } from '#domain/agreement/comparison-paper.ts';
import type { DaySheetPaper } from '#domain/agreement/day-sheet-paper.ts';
import { chineseCapitals } from '#domain/money/chinese-capitals.ts';
import { formatYuan } from '#domain/money/money.ts';
import { openPaperDesk } from '../../../src-main/documents/paper-desk.ts';
import type { MadePaper, PaperOffice } from '../../../src-main/documents/paper-office.ts';
import { makeTrainingCertificate } from '../../../src-main/documents/seal/training-certificate.ts';
import { FONTS_DIR, clauses, comparison, daySheet, receipt, reversal } from '../../fixtures/paper-samples.ts';
import { pdfText, pdfTextAsSet, pdfTool } from '../../support/pdf-tools.ts';

const NOW = new Date('2026-09-24T09:52:30Z');
const LONG_NAME = '示例省样本市虚构经济技术开发区国际冷链物流与供应链管理服务（集团）股份有限公司';
let office: PaperOffice;

beforeAll(async () => {
  office = openPaperDesk({ fontsDir: FONTS_DIR, clauses: clauses() });
  const { p12 } = makeTrainingCertificate({ hallName: '示例市人民路营业厅', password: '训练口令', now: NOW });
  expect((await office.useCertificate(p12, '训练口令')).ok).toBe(true);
});

async function made(reply: ReturnType<PaperOffice['makeDaySheet']>): Promise<MadePaper> {
  const result = await reply;
  if (!result.ok) throw new Error(JSON.stringify(result.error));
  return result.value;
}

/** As set, without white space. */
const read = (pdf: Uint8Array): string => pdfTextAsSet(pdf).replaceAll(/\s/g, '');
const pagesOf = (pdf: Uint8Array): number => Number(/Pages:\s+(\d+)/.exec(pdfTool('pdfinfo', pdf, '{}'))?.[1]);
const isSound = (pdf: Uint8Array): boolean => pdfTool('qpdf', pdf, '--check', '{}').includes('No syntax or stream encoding errors');
const times = (text: string, part: string): number => text.split(part).length - 1;

/** Whether each word of the file stands inside the paper's margins. */
function expectInsideThePage(pdf: Uint8Array): void {
  const words = [...pdfTool('pdftotext', pdf, '-bbox', '{}', '-').matchAll(/xMin="([\d.]+)" yMin="([\d.]+)" xMax="([\d.]+)" yMax="([\d.]+)">([^<]*)</g)];
  expect(words.length).toBeGreaterThan(20);
  const outside = words.filter(([, left, , right, bottom, word]) => (Number(left) < 20 || Number(right) > 538 || Number(bottom) > 830) && word !== '沿此线裁开').map(([, , , , , word]) => word);
  expect(outside).toEqual([]);
}

describe('the day sheet', () => {
  const rowWords = ({ time, receipt, caseNumber, customer, tender, amounts, remark }: DaySheetPaper['rows'][number]): string =>
    [time, receipt, caseNumber, customer, tender, ...[amounts.drawer, amounts.cases, amounts.carrier].map((li) => (li === null ? '－' : formatYuan(li))), remark].join('');

  test('stands on one page with its sums, differences in words, rows, count and where the money went', async () => {
    const { pdf, contentDigest } = await made(office.makeDaySheet(daySheet, { createdAt: NOW }));
    expect(isSound(pdf)).toBe(true);
    expect(pagesOf(pdf)).toBe(1);
    expectInsideThePage(pdf);
    const text = read(pdf);
    for (const row of daySheet.rows) expect(text).toContain(rowWords(row));
    for (const { name, expected, counted, difference } of daySheet.methods) expect(text).toContain(`${name}${formatYuan(expected)}${formatYuan(counted)}${formatYuan(difference)}`);
    for (const { subject, amount, cause, action, confirmed } of daySheet.handled) expect(text).toContain(`${subject}${formatYuan(amount ?? 0)}${cause}${action}${confirmed}`.replaceAll(' ', ''));
    for (const value of [
      '抽屉实收¥7,870.00', '受理单应收¥7,880.00', '运营商已受理¥7,520.00', '抽屉比应收少10.00', '运营商比应收少360.00', '合计7,870.007,880.007,520.00', '合计7,880.007,870.00−10.00',
      '100元111,100.00', '减：备用金−500.00', '现金收款720.00', '现金720.00存保险柜，封包0924-02', '备用金500.00留台席', '日结编号RJ-990101-02-20260924-01', '周禾9021709:00开台，17:52结账', '训练不具效力',
      `内容码${contentDigest.slice(0, 12).toUpperCase()}`, ...daySheet.openItems,
    ]) expect(text, value).toContain(value);
  });

  test('says 相符 where drawer and carrier agree, and that nothing is to be handled, on a day with one receipt and with none', async () => {
    const agreed = { amount: 0, note: '' };
    for (const rows of [daySheet.rows.slice(0, 1), []]) {
      const { supervisor: _, ...alone } = daySheet;
      const { pdf } = await made(office.makeDaySheet({ ...alone, rows, handled: [], differences: { drawer: agreed, carrier: agreed } }, { createdAt: NOW }));
      const text = read(pdf);
      expect(pagesOf(pdf)).toBe(1);
      for (const value of ['抽屉比应收相符', '运营商比应收相符', '没有差异', '不需复核', rows.length === 0 ? '本班没有收付款' : '合计360.00360.00360.00']) expect(text).toContain(value);
    }
  });

  test('runs over pages with three hundred receipts, repeats its heads, and sets the total on the page of its last row', async () => {
    const rows = Array.from({ length: 300 }, (_, i) => ({ ...(daySheet.rows[i % 8] ?? daySheet.rows[0] as DaySheetPaper['rows'][number]), receipt: String(i + 1).padStart(4, '0'), ...(i % 5 === 0 && { customer: LONG_NAME }) }));
    const faces = ['100元', '50元', '20元', '10元', '5元', '1元', '5角', '1角', '5分', '2分', '1分', '零币'].map((face) => ({ face, pieces: 12, amount: 1_234_560 }));
    const carriedIn = [{ time: '15:31', receipt: '0301', caseNumber: '0004', customer: LONG_NAME, tender: '对公转账', amount: 1_500_000, shift: 'RJ-990101-02-20260922-01' }];
    const { pdf } = await made(office.makeDaySheet({ ...daySheet, rows, carriedIn, closedAt: '2026-09-25T00:40:00', cash: { ...daySheet.cash, faces } }, { createdAt: NOW, seal: { reason: '日结', location: '示例市' } }));
    expect(pdfTool('pdfsig', pdf, '{}')).toContain('Signature is Valid');
    expectInsideThePage(pdf);
    const pages = pdfText(pdf).split('\f').map((page) => page.replaceAll(/\s/g, ''));
    const text = read(pdf);
    for (const row of rows) expect(text).toContain(row.receipt + row.caseNumber);
    expect(pages.filter((page) => page.includes('核对') && page.includes('运营商')).length).toBeGreaterThan(8);
    const last = pages.findLast((page) => page.includes('0300')) ?? '';
    const sum = (side: 'drawer' | 'cases' | 'carrier'): string => formatYuan(rows.reduce((total, { amounts }) => total + (amounts[side] ?? 0), 0));
    for (const side of ['drawer', 'cases', 'carrier'] as const) expect(last).toContain(sum(side));
    for (const value of ['9月25日00:40结账', 'RJ-990101-02-20260922-01', `${LONG_NAME}对公转账1,500.00`, '零币121,234.56']) expect(text).toContain(value);
  });

  test('names who closed it where that is not whose shift it is, and is a copy when printed again', async () => {
    const { pdf, contentDigest } = await made(office.makeDaySheet({ ...daySheet, closedBy: { name: '林朔', staffNumber: '90105' } }, { createdAt: NOW, print: { count: 2 } }));
    expect(read(pdf)).toContain('（林朔90105代结）');
    expect(read(pdf)).toContain('副本第2次');
    expect(contentDigest).not.toBe((await made(office.makeDaySheet(daySheet, { createdAt: NOW }))).contentDigest);
  });
});

describe('the reversal', () => {
  test('stands twice on the sheet with both numbers, amounts, capitals, reason, way back and who authorised', async () => {
    const { pdf } = await made(office.makeReversal(reversal, { createdAt: NOW }));
    expect(isSound(pdf)).toBe(true);
    expect(pagesOf(pdf)).toBe(1);
    expectInsideThePage(pdf);
    const text = read(pdf);
    for (const value of [
      '退款单', 'SJ-990101-03-20260925-0004', '原收据SJ-990101-03-20260924-0031', '示例市朔方冷链物流有限公司', '400-600-1688', '2026年9月25日09:12', '原收金额2026年9月24日10:31收，刷卡，凭证号0884173,760.00',
      '退款金额本单760.00', '余下金额仍由营业厅代收3,000.00', `大写${chineseCapitals(760_000)}`, '¥760.00', '改选更便宜的套餐，多收的部分退还', '原路退回：刷卡退货，凭证号091220', '周禾90217', '林朔90105', '收款人签字',
    ]) expect(times(text, value), value).toBeGreaterThanOrEqual(2);
    expect([times(text, '客户联'), times(text, '存根联')]).toEqual([1, 1]);
  });

  test('as a void says that the receipt is no longer valid, with the longest reason, payer and reference whole, and is a copy when printed again', async () => {
    const [reason, reference] = ['客户与关联公司协商后改由总公司统一付款，原款作废重收。'.repeat(7), '4200001234'.repeat(6)];
    const payer = `${LONG_NAME}（代${LONG_NAME}付）`;
    const paper = { ...reversal, reversal: 'void', left: 0, amount: reversal.original.amount, payer, reason, wayBack: `原路退回：微信支付撤销，交易号${reference}` } as const;
    const { pdf } = await made(office.makeReversal(paper, { createdAt: NOW, print: { count: 3 } }));
    expectInsideThePage(pdf);
    const text = read(pdf);
    for (const value of [payer, reason, reference, '作废单', '原收据已收回并作废', '余下金额没有余下0.00', '副本，第3次打印']) expect(times(text, value), value).toBe(2);
  });

  test('is refused with the characters named', async () => {
    expect(await office.makeReversal({ ...reversal, payer: '冯\uE000' }, { createdAt: NOW })).toEqual({ ok: false, error: { code: 'missing-glyphs', characters: ['\uE000'] } });
  });
});

describe('the comparison', () => {
  test('holds nine plans on one page: each amount, what the month is made of, the points of change, the choice and the caller’s cost', async () => {
    const { pdf } = await made(office.makeComparison(comparison, { createdAt: NOW }));
    expect(isSound(pdf)).toBe(true);
    expect(pagesOf(pdf)).toBe(1);
    expectInsideThePage(pdf);
    const text = read(pdf);
    for (const { name, month, over, cheapest, year, term, dueNow } of comparison.plans) {
      expect(text).toContain(name.replaceAll(' ', ''));
      expect(text).toContain(`${formatYuan(month)}${cheapest ? '最便宜' : formatYuan(over)}${formatYuan(year)}${formatYuan(term)}${formatYuan(dueNow)}`);
    }
    for (const value of [
      '月费120.00＋通话费320.00；录音、语音导航已含', '通话费544.00＋录音50.00−赠款16.67', '每月1,600分钟', '手机55%、本地10%', ...comparison.switches, ...comparison.sensitivity, '区号特价（号码里没有本地区号010）', '原因：客户指定',
      '您1,600分钟440.00元', '每月花费随分钟数变化', '拨打400电话，不是免费的', '不得写“免费电话”', '未经运营商确认', '比较单号BJ-990101-20260924-0017-01', '400-680-3322',
    ]) expect(text, value).toContain(value.replaceAll(' ', ''));
  });

  test('draws each line by its vertices and the customer’s point, and not the same for another cost', async () => {
    const bytes = async (paper: ComparisonPaper): Promise<string> => pdfTool('qpdf', (await made(office.makeComparison(paper, { createdAt: NOW }))).pdf, '--qdf', '--object-streams=disable', '{}', '-');
    const [first, ...rest] = comparison.chart.lines;
    if (!first) throw new Error('no line');
    const dearer = { ...first, vertices: first.vertices.map(({ milliMinutes, month }) => ({ milliMinutes, month: month + 20_000 })) };
    const drawn = async (paper: ComparisonPaper): Promise<number> => (await bytes(paper)).match(/^[\d.]+ [\d.]+ l$/gm)?.length ?? 0;
    expect(await bytes({ ...comparison, chart: { ...comparison.chart, lines: [dearer, ...rest] } })).not.toBe(await bytes(comparison));
    expect(await drawn(comparison)).toBeGreaterThan(await drawn({ ...comparison, chart: { ...comparison.chart, lines: rest } }));
  });

  test('stays on one page with the longest names and words, and with nothing that can be had', async () => {
    const many: ComparisonPaper = {
      ...comparison, company: LONG_NAME, unavailable: Array.from({ length: 6 }, (_, i) => ({ name: `外呼套餐${i}`, why: '运营商还没给全价目，暂不能卖' })),
      plans: comparison.plans.map((plan) => ({ ...plan, parts: [...plan.parts, { label: '语音导航（年付）', amount: 83_330 }, { label: '来电录音（年付）', amount: 50_000 }, { label: '彩铃功能费', amount: 10_000 }], terms: '月最低消费360.00；24个月承诺3,000.00；充200.00另赠400.00，12个月后作废' })),
      choice: { words: '3000套餐，平均每月530.00元', reason: '客户以后还要加录音和导航，并且希望所有来电同价。'.repeat(6) },
    };
    const none: ComparisonPaper = { ...comparison, plans: [], switches: [], sensitivity: [], chart: { ...comparison.chart, lines: [], switchMinutes: [] } };
    for (const paper of [many, none]) {
      const { pdf } = await made(office.makeComparison(paper, { createdAt: NOW }));
      expect(pagesOf(pdf)).toBe(1);
      expectInsideThePage(pdf);
      for (const value of [paper.company, ...paper.unavailable.map(({ name }) => name), ...paper.caveats]) expect(read(pdf)).toContain(value);
    }
  });
});

describe('the receipt of a payer who is not the customer', () => {
  const note = '关联公司代付，款项为双方往来款，已收到书面证明并随受理单留存。';
  test.each([[`李四（代${LONG_NAME}付：${note}）`, 2], [`${LONG_NAME}（代${LONG_NAME}付：${note.repeat(6)}）`, 2], [`${LONG_NAME}（代${LONG_NAME}付：${note.repeat(4)}）`, 3]])('says it whole, above the lines of money and within its half: %s', async (payer, count) => {
    const lines = Array.from({ length: count }, () => receipt.lines[0] as (typeof receipt.lines)[number]);
    const { pdf } = await made(office.makeReceipt({ ...receipt, payer, lines, tender: `微信支付，交易号${'4200001234'.repeat(4)}` }, { createdAt: NOW }));
    expectInsideThePage(pdf);
    expect(times(read(pdf), payer)).toBe(2);
    const words = [...pdfTool('pdftotext', pdf, '-bbox', '{}', '-').matchAll(/yMin="([\d.]+)" xMax="[\d.]+" yMax="([\d.]+)">([^<]*)</g)].map(([, top, bottom, word]) => ({ top: Number(top), bottom: Number(bottom), word: word ?? '' }));
    const upper = (text: string): { readonly top: number; readonly bottom: number } => words.find(({ word, top }) => word.includes(text) && top < 421) ?? { top: NaN, bottom: NaN };
    expect(upper('说明').top).toBeGreaterThan(upper('交款单位').bottom);
    expect(upper('收款人').bottom).toBeLessThan(upper('受理编号').top);
    expect(upper('周禾').bottom).toBeLessThan(362);
  });
});
