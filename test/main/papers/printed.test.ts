import { afterAll, expect, test } from 'vitest';
import { openPaperDesk } from '../../../src-main/documents/paper-desk.ts';
import type { MadePaper, PaperOffice } from '../../../src-main/documents/paper-office.ts';
import { composeAgreement } from '../../../src-main/services/papers/compose-agreement.ts';
import { composeForm } from '../../../src-main/services/papers/compose-form.ts';
import { composeReceipt } from '../../../src-main/services/papers/compose-receipt.ts';
import { signedAgreement, signedForm } from '../../../src-main/services/papers/signing.ts';
import { FONTS_DIR, clauses } from '../../fixtures/paper-samples.ts';
import { pdfTextAsSet } from '../../support/pdf-tools.ts';
import { sampleStrokes } from '../../support/sample-company.ts';
import { clerk, fullForm, loadedCase, numbers, openPaperContext, paid } from '../../support/loaded-case.ts';

const { context, close } = openPaperContext();
afterAll(close);
const office = openPaperDesk({ fontsDir: FONTS_DIR, clauses: clauses() });
const createdAt = new Date(context.now());
const parts = { digits: numbers[6], hold: 'provisional', fallbacks: ['4006001122', '4006003344'], form: fullForm, addOnIds: ['ring-back', 'recording-monthly'] } as const;

async function printed(made: ReturnType<PaperOffice['makeAgreement']>): Promise<string> {
  const result = await made;
  if (!result.ok) throw new Error(JSON.stringify(result.error));
  const { pdf }: MadePaper = result.value;
  return pdfTextAsSet(pdf).replaceAll(/\s/g, '');
}

test('every row of a composed agreement is on its pages', async () => {
  const paper = signedAgreement(composeAgreement(context, loadedCase(context, parts), clerk, 'XY-99010101-20260924-0017-01'), sampleStrokes, context.now());
  const text = await printed(office.makeAgreement(paper, { createdAt }));
  const words = [...Object.values(paper.summary).map(({ value }) => value), ...paper.prices.lines.map(({ item }) => item), ...(paper.prices.overTerm?.moments ?? []), ...paper.readOut.map(({ item }) => item), '待确认', '②400-600-3344'];
  expect(words.filter((word) => !text.includes(word.replaceAll(/\s/g, '')))).toEqual([]);
});

test('every rule and destination of a composed form is on its pages', async () => {
  const paper = signedForm(composeForm(context, loadedCase(context, parts), clerk, 'SL-99010101-20260924-0017-01'), sampleStrokes, context.now());
  const text = await printed(office.makeForm(paper, { createdAt }));
  const words = [...paper.rules.flatMap(({ when, who, sharePerDestination }) => [when, who, ...sharePerDestination]), ...paper.destinations.map(({ number }) => number), ...paper.features.map(({ name }) => name), paper.shares.totals];
  expect(words.filter((word) => !text.includes(word.replaceAll(/\s/g, '')))).toEqual([]);
});

test('a part payment’s receipt says what is still owed', async () => {
  const paper = composeReceipt(context, loadedCase(context, parts), clerk, { ...paid('p1', 500_000), arrivedOn: '2026-09-24' }, 'SJ-990101-01-20260924-0001');
  expect(await printed(office.makeReceipt(paper, { createdAt }))).toContain('应付1,500.00元，尚欠1,100.00元');
});
