import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { CaseView } from '#contract/cases.ts';
import { caseBefore, type CasePlan, ordinaryPlan, signPaper } from '../../support/ordinary-case.ts';
import { sampleStrokes } from '../../support/sample-company.ts';
import { pdfText } from '../../support/pdf-tools.ts';
import { openTestConsole, type TestConsole } from '../../support/test-console.ts';

let desk: TestConsole;
let sequence = 400;
beforeAll(async () => {
  desk = await openTestConsole();
  await desk.signIn('WJ0127');
});
afterAll(() => desk.dispose());
const plan = (): CasePlan => ({ ...ordinaryPlan(sequence += 1), offlinePick: [`4006001${sequence}`] });
const ready = (own = plan()): Promise<CaseView> => caseBefore(desk.call, 'sign agreement', own);
/** A character of the CJK block that none of the fonts draws. */
const unprintable = '\u{323AF}';
const flip = (fileId: string): void => {
  const file = join(desk.dir, 'vault', `${fileId}.sealed`);
  const bytes = readFileSync(file);
  bytes.writeUInt8(bytes.readUInt8(bytes.length - 40) ^ 1, bytes.length - 40);
  writeFileSync(file, bytes);
};
const squeeze = (text: string): string => text.replaceAll(/\s/g, '');

test('a signed agreement says the case in its own words and verifies fact by fact', async () => {
  const own = plan();
  const signed = await signPaper(desk.call, (await ready(own)).caseId, 'agreement');
  const paperId = signed.agreement.current?.paperId ?? '';
  const { bytes, row } = await desk.call('papers/open', { paperId });
  expect(row.documentNo).toBe(`XY-${signed.caseNo}-01`);
  const text = squeeze(pdfText(bytes));
  for (const said of [own.customer.name, own.customer.creditCode, '50元低消', own.customer.handlerName]) expect(text).toContain(squeeze(said));
  expect(text.replaceAll('-', '')).toContain(signed.number?.digits);
  expect(await desk.call('papers/verify', { paperId })).toMatchObject({
    digestOk: true, signatureOk: true, coversWholeFile: true, laterChanges: [], trusted: true, sameAsRecorded: true });
});

test('nothing is signed unread, unsigned by pen, or for other content than was shown', async () => {
  const { caseId } = await ready();
  const { contentDigest, readOut } = await desk.call('papers/prepare', { caseId, kind: 'agreement' });
  const readItemIds = readOut.map(({ id }) => id);
  const sign = (change: object) => desk.refusal('papers/sign', { caseId, kind: 'agreement', contentDigest, readItemIds, strokes: sampleStrokes, ...change });
  expect(await sign({ readItemIds: readItemIds.slice(1) })).toEqual({ code: 'not-read-out', facts: { count: 1 } });
  expect((await sign({ strokes: [] })).code).toBe('signature-empty');
  expect((await sign({ contentDigest: '0'.repeat(64) })).code).toBe('content-changed');
  await desk.call('cases/save-customer', { caseId, patch: { address: '北京市虚构区改址路1号' } });
  expect((await sign({})).code).toBe('content-changed');
  expect((await desk.call('cases/open', { caseId })).agreement.status).toBe('none');
});

test('a signed paper is outdated by a change of what it says, and current again when the change is taken back', async () => {
  const own = plan();
  const { caseId } = await ready(own);
  await signPaper(desk.call, caseId, 'agreement');
  const changed = await desk.call('cases/save-customer', { caseId, patch: { address: '北京市虚构区改址路2号' } });
  expect([changed.agreement.status, changed.agreement.current?.state]).toEqual(['outdated', 'outdated']);
  expect(changed.tasks.find(({ task }) => task === 'agreement')).toMatchObject({ status: 'returned', reason: { code: 'signed-for-other-content' } });
  const other = await desk.call('cases/save-customer', { caseId, patch: { address: own.customer.address, businessScope: '别的' } });
  expect(other.agreement.status).toBe('signed');
  await desk.call('cases/save-customer', { caseId, patch: { address: '北京市虚构区改址路3号' } });
  const again = await signPaper(desk.call, caseId, 'agreement');
  expect([again.agreement.status, again.agreement.current?.documentNo]).toEqual(['signed', `XY-${again.caseNo}-02`]);
});

test('a name that no font prints is refused by its character, and may be completed by hand', async () => {
  const own = plan();
  const { caseId } = await ready({ ...own, customer: { ...own.customer, handlerName: `陈${unprintable}` } });
  expect(await desk.refusal('papers/prepare', { caseId, kind: 'agreement' })).toEqual({ code: 'missing-glyph', facts: { characters: unprintable } });
  await desk.call('papers/by-hand', { caseId, kind: 'agreement', allow: true });
  const signed = await signPaper(desk.call, caseId, 'agreement');
  expect([signed.agreement.status, signed.agreement.byHand, signed.agreement.current?.byHand]).toEqual(['signed', true, true]);
  const undone = await desk.call('papers/by-hand', { caseId, kind: 'agreement', allow: false });
  expect(undone.agreement.status).toBe('outdated');
});

test('one flipped byte in the vault is told for paper and scan; nothing damaged is shown or printed', async () => {
  const signed = await signPaper(desk.call, (await ready()).caseId, 'agreement');
  const paperId = signed.agreement.current?.paperId ?? '';
  const documentId = signed.documents.rows[0]?.documentId ?? '';
  const files = desk.look((db) => [
    db.prepare('SELECT file_id FROM papers WHERE paper_id = ?').pluck().get(paperId), db.prepare('SELECT file_id FROM documents WHERE document_id = ?').pluck().get(documentId),
  ]) as string[];
  for (const fileId of files) flip(fileId);
  expect(await desk.refusal('papers/open', { paperId })).toEqual({ code: 'paper-damaged', facts: { why: 'vault-file-damaged' } });
  expect((await desk.refusal('papers/verify', { paperId })).code).toBe('paper-damaged');
  expect(await desk.refusal('documents/view', { documentId })).toEqual({ code: 'document-unreadable', facts: { why: 'vault-file-damaged' } });
});

test('a viewed or exported page carries its purpose, a view is logged before it leaves, and the clean page never does', async () => {
  const view = await ready();
  const { documentId, sha256 } = view.documents.rows[0] as CaseView['documents']['rows'][number];
  const shown = await desk.call('documents/view', { documentId });
  await desk.call('documents/export', { documentId });
  const digests = [shown.bytes, desk.saved.at(-1)?.bytes ?? new Uint8Array()].map((bytes) => createHash('sha256').update(bytes).digest('hex'));
  expect(digests).not.toContain(sha256);
  expect(desk.look((db) => db.prepare('SELECT what FROM view_log WHERE subject = ? ORDER BY seq').pluck().all(documentId))).toEqual(['document-viewed', 'document-exported']);
});

test('what is no picture is refused and leaves nothing in the vault', async () => {
  const { caseId } = await ready();
  const before = readdirSync(join(desk.dir, 'vault')).length;
  for (const bytes of [new TextEncoder().encode('<svg xmlns="http://www.w3.org/2000/svg"/>'), new Uint8Array(10), Buffer.from('ffd8ffe000104a46494600', 'hex')])
    expect((await desk.refusal('documents/add', { caseId, kind: 'other', bytes: new Uint8Array(bytes), source: 'file' })).code).toMatch(/^(file-not-an-image|image-damaged)$/);
  expect(readdirSync(join(desk.dir, 'vault')).length).toBe(before);
});

test('the scan with the company seal counts for the paper signed last only', async () => {
  const own = plan();
  const view = await caseBefore(desk.call, 'pay cash', own);
  expect([view.agreement.sealedScan, view.formPaper.sealedScan]).toEqual([true, true]);
  await desk.call('cases/save-customer', { caseId: view.caseId, patch: { address: '北京市虚构区改址路4号' } });
  const again = await signPaper(desk.call, view.caseId, 'agreement');
  expect(again.agreement.sealedScan).toBe(false);
  expect(again.documents.needed.find(({ kind }) => kind === 'sealed-agreement')?.status).toBe('awaiting-seal');
});
