import { randomUUID } from 'node:crypto';
import { read } from '@e965/xlsx';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { Request } from '#contract/contract.ts';
import type { ShiftView } from '#contract/till.ts';
import type { TenderKind } from '#domain/till/tender.ts';
import { type FakeCarrier, openFakeCarrier } from '../../campaigns/till/fake-carrier.ts';
import { openTillHall, password, type TillHall } from '../../campaigns/till/till-hall.ts';

let hall: TillHall;
let carrier: FakeCarrier;
let caseId: string;
beforeEach(async () => {
  carrier = openFakeCarrier();
  hall = await openTillHall(carrier, '2026-11-24T01:00:00.000Z', randomUUID);
  caseId = hall.payableCase();
});
afterEach(() => hall.dispose());

const nothing = { pos: 0, wechat: 0, alipay: 0, transfer: 0, collection: 0 };
const supervisor = { staffNo: 'WJ0008', password };
const open = async (floatLi = 500_000): Promise<string> => (await hall.call('till/open', { floatLi })).shift?.shiftId ?? '';
async function take(tender: TenderKind, amountLi: number): Promise<string> {
  hall.advance(1000);
  const view = await hall.call('payments/take', { caseId, tender, amountLi, tenderedLi: tender === 'cash' ? amountLi : null, reference: tender === 'cash' ? '' : 'P1', payerName: '', payerNote: '' });
  return view.payments.rows.at(-1)?.paymentId ?? '';
}
const accept = (): void => void carrier.deliver(hall.db(), hall.now(), () => 'accepts');
const count = (shiftId: string, cashLi: number, over: Partial<Request<'till/count'>> = {}): Promise<ShiftView> =>
  hall.call('till/count', { shiftId, cash: { pieces: {}, looseLi: cashLi }, others: nothing, slips: [], ...over });
const closing = (shiftId: string, over: Partial<Request<'till/close'>> = {}): Request<'till/close'> => ({ shiftId, note: '', depositLi: 0, depositBag: '', supervisor: null, ...over });
const codes = (view: ShiftView) => view.mismatches.map(({ code, receiptNo, li, needs }) => [code, receiptNo?.slice(-4) ?? null, li, needs]);

test('until it is counted a shift tells what was done and no amount', async () => {
  const shiftId = await open();
  await take('cash', 200_000);
  const view = await hall.call('till/shift', { shiftId });
  expect(view.rows).toMatchObject([{ kind: 'payment', receiptNo: 'SJ-WJ-03-20261124-0001', tender: 'cash', li: null, slipLi: null, caseLi: null, carrierLi: null }]);
  expect([view.methods.every(({ expectedLi, drawerLi }) => expectedLi === null && drawerLi === null), view.mismatches, view.differenceLi, view.blockers]).toEqual([true, [], null, ['not-counted']]);
  expect((await hall.refusal('till/close', closing(shiftId))).code).toBe('shift-not-counted');
  expect(JSON.stringify(view)).not.toContain('200000');
});

test('counted and even with everything at the carrier, it closes alone and leaves the float', async () => {
  const shiftId = await open();
  await take('cash', 200_000);
  await take('pos', 300_000);
  accept();
  const view = await count(shiftId, 700_000, { others: { ...nothing, pos: 300_000 } });
  expect([view.mismatches, view.blockers, view.differenceLi, view.depositProposedLi, view.facts.gapless]).toEqual([[], [], 0, 200_000, true]);
  expect(view.methods.slice(0, 2)).toEqual([{ tender: 'cash', drawerLi: 200_000, expectedLi: 200_000, casesLi: 200_000, carrierLi: 200_000 }, { tender: 'pos', drawerLi: 300_000, expectedLi: 300_000, casesLi: 300_000, carrierLi: 300_000 }]);
  const closed = await hall.call('till/close', closing(shiftId, { depositLi: 200_000, depositBag: 'F1124-02' }));
  expect([closed.state, closed.closedBy, closed.authorisedBy, closed.deposit]).toEqual(['closed', '孙嘉宁', null, { li: 200_000, bag: 'F1124-02', floatLeftLi: 500_000 }]);
  expect(await hall.call('till/state', undefined)).toMatchObject({ shift: null, standing: 'none', floatProposedLi: 500_000, recent: [{ shiftNo: 'RJ-WJ-03-20261124-01', state: 'closed' }] });
  const paper = await hall.call('papers/open', { paperId: closed.sheetPaperId ?? '' });
  expect([paper.row.kind, paper.row.documentNo, paper.row.state]).toEqual(['day-sheet', 'RJ-WJ-03-20261124-01', 'current']);
});

test('a payment on its way does not hold up the close once a supervisor marks it', async () => {
  const shiftId = await open();
  await take('cash', 200_000);
  const view = await count(shiftId, 700_000);
  expect([codes(view), view.blockers]).toEqual([[['carrier-waiting', '0001', -200_000, 'supervisor']], ['unexplained']]);
  const mark: Request<'till/explain'> = { shiftId, mismatchIds: [view.mismatches[0]?.id ?? ''], action: 'in-transit', note: '', supervisor };
  expect((await hall.refusal('till/close', closing(shiftId))).code).toBe('mismatch-unexplained');
  expect((await hall.refusal('till/explain', { ...mark, supervisor: null })).code).toBe('supervisor-needed');
  expect((await hall.refusal('till/explain', { ...mark, supervisor: { staffNo: 'WJ0131', password } })).code).toBe('not-supervisor');
  expect((await hall.refusal('till/explain', { ...mark, action: 'explained', note: 'x' })).code).toBe('bad-request');
  const marked = await hall.call('till/explain', mark);
  expect([marked.mismatches[0]?.explained, marked.mismatches[0]?.needs, marked.blockers]).toMatchObject([{ action: 'in-transit', by: '孙嘉宁', authorisedBy: '周立群' }, 'nothing', []]);
  expect((await hall.call('till/close', closing(shiftId))).state).toBe('closed');
});

test('an afternoon without a line is signed for once, and all of it or nothing', async () => {
  const shiftId = await open();
  for (const li of [50_000, 60_000, 70_000]) await take('cash', li);
  const ids = (await count(shiftId, 680_000)).mismatches.map(({ id }) => id);
  expect(ids).toHaveLength(3);
  const mark: Request<'till/explain'> = { shiftId, mismatchIds: ids, action: 'in-transit', note: '', supervisor };
  expect((await hall.refusal('till/explain', { ...mark, mismatchIds: [...ids, 'carrier-waiting:nothing'] })).code).toBe('mismatch-not-found');
  expect((await hall.call('till/shift', { shiftId })).mismatches.map(({ explained }) => explained)).toEqual([null, null, null]);
  const marked = await hall.call('till/explain', mark);
  expect([marked.mismatches.map(({ explained }) => explained?.authorisedBy), marked.blockers]).toEqual([['周立群', '周立群', '周立群'], []]);
});

test('cash within the tolerance takes a word, beyond it a supervisor; a slip is named with its case', async () => {
  const shiftId = await open();
  await take('cash', 200_000);
  const cardId = await take('pos', 300_000);
  accept();
  const others = { ...nothing, pos: 300_000 };
  expect([(await count(shiftId, 699_000, { others })).blockers, (await hall.refusal('till/close', closing(shiftId))).code]).toEqual([[], 'note-needed']);
  const beyond = await count(shiftId, 690_000, { others: { ...nothing, pos: 290_000 }, slips: [{ entryId: cardId, li: 290_000 }] });
  expect(beyond.count?.attempt).toBe(2);
  expect(codes(beyond)).toEqual([['slip-differs', '0002', -10_000, 'supervisor'], ['count-differs', null, -10_000, 'supervisor']]);
  await hall.call('till/explain', { shiftId, mismatchIds: [beyond.mismatches[0]?.id ?? ''], action: 'explained', note: '少刷10元，已约补收', supervisor });
  expect((await hall.refusal('till/close', closing(shiftId, { note: 'x' }))).code).toBe('supervisor-needed');
  const closed = await hall.call('till/close', closing(shiftId, { note: '少10元', supervisor }));
  expect([closed.differenceLi, closed.authorisedBy]).toEqual([-20_000, '周立群']);
});

test('to name a slip is no other count', async () => {
  const shiftId = await open();
  const cardId = await take('pos', 300_000);
  accept();
  const others = { ...nothing, pos: 290_000 };
  expect((await count(shiftId, 500_000, { others })).count?.attempt).toBe(1);
  expect((await count(shiftId, 500_000, { others, slips: [{ entryId: cardId, li: 290_000 }] })).count?.attempt).toBe(1);
  expect((await count(shiftId, 500_010, { others })).count?.attempt).toBe(2);
});

test('money after the count makes it blind again', async () => {
  const shiftId = await open(0);
  await take('cash', 200_000);
  await count(shiftId, 200_000);
  await take('cash', 10_000);
  expect(await hall.call('till/shift', { shiftId })).toMatchObject({ state: 'open', count: null, blockers: ['not-counted'], rows: [{ li: null }, { li: null }] });
});

test('a transfer that arrives after the close is told there, and written on the next sheet', async () => {
  const first = await open();
  const paymentId = await take('transfer', 400_000);
  expect((await hall.call('till/shift', { shiftId: first })).facts.awaitedLi).toBe(400_000);
  await count(first, 500_000);
  await hall.call('till/close', closing(first));
  hall.advance(86_400_000);
  const second = await open();
  await hall.call('payments/confirm-arrival', { paymentId, arrivedOn: '2026-11-25', reference: 'B77' });
  accept();
  const closed = await hall.call('till/shift', { shiftId: first });
  expect([closed.rows, closed.differenceLi, closed.lateItems, closed.late]).toMatchObject([[], 0, 1, [{ receiptNo: 'SJ-WJ-03-20261125-0001', li: 400_000, late: true }]]);
  const view = await count(second, 500_000);
  expect([view.rows, view.mismatches, view.carriedIn, view.methods.find(({ tender }) => tender === 'transfer')?.expectedLi]).toMatchObject([[], [], [{ entryId: paymentId, li: 400_000 }], 0]);
  const sheet = JSON.parse(new TextDecoder().decode((await hall.call('papers/open', { paperId: (await hall.call('till/close', closing(second))).sheetPaperId ?? '' })).bytes).slice(5)) as { readonly carriedIn: unknown };
  expect(sheet.carriedIn).toMatchObject([{ receipt: '0001', tender: '对公转账', amount: 400_000, shift: 'RJ-WJ-03-20261124-01' }]);
});

test('a closed shift takes no row any more, whoever writes it', async () => {
  const shiftId = await open(0);
  const paymentId = await take('cash', 200_000);
  accept();
  await count(shiftId, 200_000);
  await hall.call('till/close', closing(shiftId));
  const rows = [
    `INSERT INTO payments SELECT 'x', case_id, tender, amount_li, tendered_li, change_li, payer_name, payer_note, reference, taken_at, taken_by, shift_id FROM payments WHERE payment_id = '${paymentId}'`,
    `INSERT INTO reversals VALUES ('x', '${paymentId}', 'refund', 10, 'cash', 'other', '', '', '${shiftId}', '2026-11-24', 'WJ0127', 'WJ0008', 'X-1', NULL)`,
    `INSERT INTO shift_counts SELECT NULL, shift_id, counted_at, counted_by, entries_seen, cash, others, slips FROM shift_counts`,
    `UPDATE shift_closes SET deposit_li = 1`, `DELETE FROM shifts`,
  ];
  for (const row of rows) expect(() => hall.db().exec(row)).toThrow(/closed shift never changes|append-only/);
});

test('a forgotten shift is counted by a colleague and closed with a supervisor; who counted cannot stand for it', async () => {
  const shiftId = await open();
  hall.advance(30 * 3_600_000);
  hall.sit('WJ0008');
  expect((await hall.call('till/state', undefined)).standing).toBe('of-another');
  const own = await count(shiftId, 500_000);
  expect([own.count?.by, own.blockers]).toEqual(['周立群', ['supervisor']]);
  expect((await hall.refusal('till/close', closing(shiftId, { note: '忘了结', supervisor }))).code).toBe('supervisor-needed');
  hall.sit('WJ0131');
  await count(shiftId, 500_000);
  expect((await hall.refusal('till/close', closing(shiftId, { supervisor }))).code).toBe('note-needed');
  const closed = await hall.call('till/close', closing(shiftId, { note: '忘了结', supervisor }));
  expect([closed.staffName, closed.count?.by, closed.closedBy, closed.authorisedBy]).toEqual(['孙嘉宁', '何雨桐', '何雨桐', '周立群']);
  const sheet = await hall.call('papers/open', { paperId: closed.sheetPaperId ?? '' });
  expect(sheet.row.documentNo).toBe('RJ-WJ-03-20261124-01');
});

test('the carrier is asked under every number: what it lost and what only it has is named, offline nothing changes', async () => {
  const shiftId = await open(0);
  await take('cash', 200_000);
  accept();
  await count(shiftId, 200_000);
  carrier.book.clear();
  carrier.book.set('SJ-WJ-03-20261124-0003', { correlatorId: 'SJ-WJ-03-20261124-0003', kind: 'payment', amountLi: 90_000 });
  hall.advance(1000);
  carrier.cut(true);
  expect((await hall.refusal('till/ask-carrier', { shiftId })).code).toBe('carrier-offline');
  expect(codes(await hall.call('till/shift', { shiftId }))).toEqual([]);
  carrier.cut(false);
  expect(codes(await hall.call('till/ask-carrier', { shiftId })).toSorted()).toEqual([['carrier-missing', '0001', -200_000, 'supervisor'], ['carrier-unknown', '0003', 90_000, 'supervisor']]);
});

test('money of a case that is over is listed with why, and named in the open shift', async () => {
  const shiftId = await open(0);
  await take('cash', 200_000);
  accept();
  hall.db().prepare("UPDATE cases SET state = 'rejected' WHERE case_id = ?").run(caseId);
  expect((await hall.call('till/state', undefined)).refunds).toMatchObject([{ caseId, li: 200_000, why: 'activation-rejected' }]);
  expect(codes(await count(shiftId, 200_000))).toEqual([['refund-owed', null, -200_000, 'supervisor']]);
});

test('a count of faces that do not exist, parts of a fen, and slips of cash or of other shifts are refused', async () => {
  const shiftId = await open(0);
  const cashId = await take('cash', 200_000);
  const refused = async (over: Partial<Request<'till/count'>>) => (await hall.refusal('till/count', { shiftId, cash: { pieces: {}, looseLi: 0 }, others: nothing, slips: [], ...over })).code;
  expect([await refused({ cash: { pieces: { 300: 1 }, looseLi: 0 } }), await refused({ cash: { pieces: {}, looseLi: 5 } }), await refused({ slips: [{ entryId: cashId, li: 10 }] }), await refused({ slips: [{ entryId: randomUUID(), li: 10 }] })])
    .toEqual(['bad-request', 'bad-request', 'bad-request', 'bad-request']);
});

test('the workbook has four sheets with the shift as it is shown; a company that looks like a formula stays a name', async () => {
  const shiftId = await open();
  await take('cash', 200_000);
  await take('wechat', 123_450);
  accept();
  hall.db().prepare("UPDATE cases SET company = '=1+1' WHERE case_id = ?").run(caseId);
  await count(shiftId, 700_000, { others: { ...nothing, wechat: 100_000 } });
  expect(await hall.call('till/export', { shiftId })).toEqual({ fileName: 'RJ-WJ-03-20261124-01.xlsx' });
  const book = read(hall.saved[0]?.bytes ?? new Uint8Array(), { type: 'array', dense: true });
  const cells = (name: string) => (book.Sheets[name]?.['!data'] ?? []).map((row) => row.map((cell) => cell?.v));
  expect(book.SheetNames).toEqual(['汇总', '明细', '差异', '点钞']);
  expect(cells('汇总').slice(0, 4)).toEqual([['方式', '应有', '点得', '差额', '受理单', '运营商'], ['现金', 200, 200, 0, 200, 200], ['刷卡', 0, 0, 0, 0, 0], ['微信', 123.45, 100, -23.45, 123.45, 123.45]]);
  expect(cells('明细').slice(1).map((row) => [row[2], row[4], row[7]])).toEqual([['SJ-WJ-03-20261124-0001', '=1+1', 200], ['SJ-WJ-03-20261124-0002', '=1+1', 123.45]]);
  expect(cells('差异')[1]?.slice(0, 5)).toEqual(['微信', '', '', -23.45, '微信点得和应有不同']);
  expect(cells('点钞').at(-1)).toEqual(['第几次', '1']);
});

test('an auditor reads and exports, and counts and closes nothing', async () => {
  const shiftId = await open();
  hall.sit('WJ0090');
  expect((await hall.call('till/shift', { shiftId })).shiftNo).toBe('RJ-WJ-03-20261124-01');
  expect((await hall.refusal('till/count', { shiftId, cash: { pieces: {}, looseLi: 0 }, others: nothing, slips: [] })).code).toBe('not-allowed');
});
