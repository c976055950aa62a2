import { openPaperOffice } from '../../src-main/documents/paper-office.ts';
import { makeTrainingCertificate } from '../../src-main/documents/seal/training-certificate.ts';
import { agreement, clauses, FONTS_DIR } from '../fixtures/paper-samples.ts';
import { against, type BenchLine, median, percentile, round } from './bench-line.ts';

const ROUNDS = 60;
const now = new Date('2026-09-24T02:16:40Z');
const seal = { reason: '签订合作协议', location: '示例市人民路营业厅' };

/** A sealed agreement from a warm office, in its thread as in the product, beside the same agreement unsealed. */
export async function runBench(): Promise<readonly BenchLine[]> {
  const began = performance.now();
  const office = openPaperOffice({ worker: new URL('../../src-main/documents/paper-worker.ts', import.meta.url), fontsDir: FONTS_DIR, clauses: clauses() });
  const sealed: number[] = [];
  const plain: number[] = [];
  let size = 0;
  try {
    await office.warmUp();
    const warmMs = performance.now() - began;
    const { p12 } = makeTrainingCertificate({ hallName: '示例厅', password: 'x', now });
    await office.useCertificate(p12, 'x');
    for (let turn = 0; turn < ROUNDS; turn += 1) {
      const at = performance.now();
      const made = await office.makeAgreement(agreement, { createdAt: now, seal });
      const between = performance.now();
      await office.makeAgreement(agreement, { createdAt: now });
      sealed.push(between - at);
      plain.push(performance.now() - between);
      if (!made.ok) throw new Error(made.error.code);
      size = made.value.pdf.byteLength;
    }
    return [
      against('pdf', 'sealed-agreement-median', 'ms', median(sealed), median(plain)),
      { bench: 'pdf', name: 'sealed-agreement-p95', value: round(percentile(sealed, 0.95)), unit: 'ms' },
      { bench: 'pdf', name: 'cold-office-to-warm', value: round(warmMs), unit: 'ms' },
      { bench: 'pdf', name: 'sealed-agreement-size', value: round(size / 1024), unit: 'KB' },
    ];
  } finally {
    await office.close();
  }
}
