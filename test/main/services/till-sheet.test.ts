import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { caseBefore, ordinaryPlan } from '../../support/ordinary-case.ts';
import { pdfText } from '../../support/pdf-tools.ts';
import { openTestConsole, type TestConsole } from '../../support/test-console.ts';
import { printerName, until } from '../../support/until.ts';
import { trainingPassword } from '../../../src-main/services/hall/set-up.ts';

let desk: TestConsole;
beforeEach(async () => {
  desk = await openTestConsole();
  await desk.signIn('WJ0127');
});
afterEach(() => desk.dispose());

const others = { pos: 0, wechat: 0, alipay: 0, transfer: 0, collection: 0 };

test('the day sheet is a paper of the hall: drawn at the close, opened, and printed without a case; a second print is a copy', async () => {
  const shiftId = (await desk.call('till/open', { floatLi: 500_000 })).shift?.shiftId ?? '';
  const view = await caseBefore(desk.call, 'pay cash', { ...ordinaryPlan(301), offlinePick: ['4006000301'] });
  await desk.call('payments/take', { caseId: view.caseId, tender: 'cash', amountLi: 200_000, tenderedLi: 200_000, reference: '', payerName: view.customer.name, payerNote: '' });
  const supervisor = { staffNo: 'WJ0008', password: trainingPassword };
  const counted = await desk.call('till/count', { shiftId, cash: { pieces: { 10000: 6, 5000: 1, 1000: 3 }, looseLi: 0 }, others, slips: [] });
  expect(counted.mismatches.map(({ code, li }) => [code, li])).toEqual([['count-differs', -20_000], ['carrier-waiting', -200_000]]);
  await desk.call('till/explain', { shiftId, mismatchIds: [counted.mismatches[1]?.id ?? ''], action: 'in-transit', note: '', supervisor });
  const closed = await desk.call('till/close', { shiftId, note: '少收二十元', depositLi: 180_000, depositBag: 'F1124', supervisor });
  const paperId = closed.sheetPaperId ?? '';
  const text = pdfText((await desk.call('papers/open', { paperId })).bytes).replaceAll(/\s+/g, '');
  for (const part of ['日结单', 'RJ-WJ-03-20261124-01', '孙嘉宁', '周立群', '少收二十元', '在途', 'F1124', '−20.00']) expect(text).toContain(part);
  await desk.call('print/submit', { paperId, printer: printerName, copies: 1, reason: '' });
  await desk.call('print/submit', { paperId, printer: printerName, copies: 1, reason: '留底' });
  await until('two prints', async () => (await desk.call('print/jobs', { caseId: null })).filter((job) => job.paperId === paperId && job.state === 'left-queue').length === 2);
  const printed = readdirSync(join(desk.dir, 'printed'), { recursive: true }).map(String).filter((name) => name.endsWith('.pdf') && name.includes('RJ-WJ')).toSorted();
  expect(printed.map((name) => /副\s*本/.test(pdfText(readFileSync(join(desk.dir, 'printed', name)))))).toEqual([false, true]);
});
