import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { openPaperDesk } from '../../../src-main/documents/paper-desk.ts';
import type { PaperOffice } from '../../../src-main/documents/paper-office.ts';
import { openHallCertificate } from '../../../src-main/documents/seal/hall-certificate.ts';
import { makeTrainingCertificate } from '../../../src-main/documents/seal/training-certificate.ts';
import { type PdfVerdict, verifyPdf } from '../../../src-main/documents/seal/verify-pdf.ts';
import { FONTS_DIR, clauses, receipt } from '../../fixtures/paper-samples.ts';
import { pdfTool } from '../../support/pdf-tools.ts';

const NOW = new Date('2026-09-24T02:16:40Z');
const training = makeTrainingCertificate({ hallName: '示例厅', password: 'correct', now: NOW });
const EC = readFileSync(resolve(import.meta.dirname, '../../fixtures/hall-ec.p12'));
let office: PaperOffice;
let sealed: Buffer;

const verdictOf = (pdf: Uint8Array, roots: readonly Uint8Array[] = [training.authority]): PdfVerdict => verifyPdf(pdf, { roots, at: NOW });

async function sealedWith(p12: Uint8Array, password: string, createdAt = NOW): Promise<Buffer> {
  await office.useCertificate(p12, password);
  const reply = await office.makeReceipt(receipt, { createdAt, seal: { reason: '收款', location: '示例市' } });
  if (!reply.ok) throw new Error(reply.error.code);
  return Buffer.from(reply.value.pdf);
}

beforeAll(async () => {
  office = openPaperDesk({ fontsDir: FONTS_DIR, clauses: clauses() });
  sealed = await sealedWith(training.p12, 'correct');
});

describe('the hall\'s certificate', () => {
  test('opens with its password and tells who it is', () => {
    const opened = openHallCertificate(training.p12, 'correct');
    expect(opened).toMatchObject({ ok: true, value: { subject: '训练 示例厅', validFrom: '2026-09-24T02:16:40.000Z', validTo: '2031-09-24T02:16:40.000Z' } });
  });

  test.each([
    ['a wrong password', training.p12, 'wrong', 'wrong-password'],
    ['a file of another kind', Buffer.from('not a certificate'), 'correct', 'not-a-certificate-file'],
  ] as const)('refuses %s', (_, file, password, code) => {
    expect(openHallCertificate(file, password)).toEqual({ ok: false, error: { code } });
  });

  test('seals nothing before it is opened, nor outside its validity', async () => {
    const fresh = openPaperDesk({ fontsDir: FONTS_DIR, clauses: clauses() });
    const seal = { reason: '收款', location: '示例市' };
    expect(await fresh.makeReceipt(receipt, { createdAt: NOW, seal })).toEqual({ ok: false, error: { code: 'no-certificate' } });
    await fresh.useCertificate(training.p12, 'correct');
    expect(await fresh.makeReceipt(receipt, { createdAt: new Date('2031-10-01T00:00:00Z'), seal })).toMatchObject({ ok: false, error: { code: 'certificate-not-valid' } });
  });
});

describe('a sealed file', () => {
  test('is told as untouched, fact by fact', () => {
    expect(verdictOf(sealed)).toEqual({
      verdict: 'untouched',
      signatures: [{
        signer: '训练 示例厅', serial: expect.stringMatching(/^[0-9A-F]{16}$/), digestOk: true, signatureOk: true, encodingOk: true, chain: 'trusted',
        inValidity: true, coversWholeFile: true, laterChanges: [],
      }],
    });
  });

  test('names a signer from outside the known roots as unknown without calling the file changed', () => {
    expect(verdictOf(sealed, [])).toMatchObject({ verdict: 'untouched', signatures: [{ chain: 'unknown' }] });
  });

  test('may be sealed with an elliptic curve key just as well', async () => {
    const pdf = await sealedWith(EC, 'sample', new Date('2027-03-01T02:00:00Z'));
    expect(verdictOf(pdf)).toMatchObject({ verdict: 'untouched', signatures: [{ signer: '样本营业厅EC', signatureOk: true, chain: 'unknown' }] });
    expect(pdfTool('pdfsig', pdf, '{}')).toContain('Signature is Valid');
  });

  test('with any one of 300 bytes flipped anywhere is told as changed', () => {
    let state = 20260924;
    const next = (below: number): number => (state = (state * 16807) % 2147483647) % below;
    for (let times = 0; times < 300; times++) {
      const [at, bit] = [next(sealed.length), next(8)];
      const flipped = Buffer.from(sealed);
      flipped[at] = (flipped[at] ?? 0) ^ (1 << bit);
      expect(verdictOf(flipped).verdict, `byte ${at}, bit ${bit}`).toBe('changed');
    }
  });

  test('with any byte of the signature\'s own place flipped is told as changed', () => {
    const start = sealed.indexOf('<', sealed.indexOf('/Contents <'));
    const end = sealed.indexOf('>', start);
    for (let at = start; at <= end; at += 29) {
      for (const bit of [0, 5]) {
        const flipped = Buffer.from(sealed);
        flipped[at] = (flipped[at] ?? 0) ^ (1 << bit);
        expect(verdictOf(flipped).verdict, `byte ${at}, bit ${bit}`).toBe('changed');
      }
    }
  });

  test('cut short or with bytes appended is told as changed', () => {
    for (const other of [sealed.subarray(0, -1), sealed.subarray(0, 5000), Buffer.concat([sealed, Buffer.from('\n')]), Buffer.concat([sealed, Buffer.from('% note\n')])]) {
      expect(verdictOf(other).verdict).toBe('changed');
    }
  });

  test('with a page replaced in a later revision is told as changed, though the signature itself holds', () => {
    const later = Buffer.concat([sealed, Buffer.from('7 0 obj\n<< /Type /Page >>\nendobj\nxref\n0 0\ntrailer\n<< >>\nstartxref\n0\n%%EOF\n')]);
    expect(verdictOf(later)).toMatchObject({ verdict: 'changed', signatures: [{ digestOk: true, signatureOk: true, coversWholeFile: false, laterChanges: [{ object: 7, sort: 'other' }] }] });
  });

  test('without a seal is told as unsigned', async () => {
    const plain = await office.makeReceipt(receipt, { createdAt: NOW });
    if (!plain.ok) throw new Error(plain.error.code);
    expect(verdictOf(plain.value.pdf)).toEqual({ verdict: 'unsigned', signatures: [] });
  });
});
