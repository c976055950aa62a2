import { afterAll, describe, expect, test } from 'vitest';
import { openPaperOffice } from '../../../src-main/documents/paper-office.ts';
import { makeTrainingCertificate } from '../../../src-main/documents/seal/training-certificate.ts';
import { FONTS_DIR, agreement, clauses } from '../../fixtures/paper-samples.ts';

const NOW = new Date('2026-09-24T02:16:40Z');
const SEAL = { reason: '受理并签署', location: '示例市' };
const office = openPaperOffice({
  worker: new URL('../../../src-main/documents/paper-worker.ts', import.meta.url), fontsDir: FONTS_DIR, clauses: clauses(),
});
afterAll(() => office.close());

describe('the paper office in its thread', () => {
  test('makes and verifies a sealed agreement and answers refusals as values', async () => {
    expect(await office.makeAgreement(agreement, { createdAt: NOW, seal: SEAL })).toEqual({ ok: false, error: { code: 'no-certificate' } });
    const { p12, authority } = makeTrainingCertificate({ hallName: '示例厅', password: 'x', now: NOW });
    expect(await office.useCertificate(p12, 'y')).toEqual({ ok: false, error: { code: 'wrong-password' } });
    expect(await office.useCertificate(p12, 'x')).toMatchObject({ ok: true, value: { subject: '训练 示例厅' } });
    const made = await office.makeAgreement(agreement, { createdAt: NOW, seal: SEAL });
    expect(made).toMatchObject({ ok: true, value: { sealedBy: { subject: '训练 示例厅' } } });
    if (!made.ok) return;
    expect(await office.verify(made.value.pdf, { roots: [authority], at: NOW })).toMatchObject({ ok: true, value: { verdict: 'untouched' } });
    expect(await office.missingCharacters('王䶮\uE000')).toEqual({ ok: true, value: ['\uE000'] });
  });

  test('throws on a broken promise of its own and goes on', async () => {
    await expect(office.makeAgreement({ ...agreement, signedOn: 'yesterday' }, { createdAt: NOW })).rejects.toThrow(/dateWords/);
    expect(await office.warmUp()).toEqual({ ok: true, value: null });
  });

  test('answers what was waiting when its thread ends, and starts again for the next', async () => {
    const waiting = office.makeAgreement(agreement, { createdAt: NOW });
    await office.close();
    expect(await waiting).toEqual({ ok: false, error: { code: 'paper-office-stopped' } });
    expect(await office.makeAgreement(agreement, { createdAt: NOW })).toMatchObject({ ok: true });
  });
});
