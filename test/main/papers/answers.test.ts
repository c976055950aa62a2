import { afterAll, expect, test } from 'vitest';
import { paperContentText } from '#domain/agreement/paper-content.ts';
import { agreementAnswers, formAnswers } from '../../../src-main/services/papers/answers.ts';
import { composeAgreement } from '../../../src-main/services/papers/compose-agreement.ts';
import { composeForm } from '../../../src-main/services/papers/compose-form.ts';
import { signedAgreement, signedForm } from '../../../src-main/services/papers/signing.ts';
import { clerk, customer, fullForm, loadedCase, numbers, openPaperContext } from '../../support/loaded-case.ts';

const { context, close } = openPaperContext();
afterAll(close);
const loaded = loadedCase(context, { digits: numbers[3], planId: 'prepaid-3000', form: fullForm });
const agreement = composeAgreement(context, loaded, clerk, 'XY-1');
const form = composeForm(context, loaded, clerk, 'SL-1');
const pen = [[{ x: 0.1, y: 0.2, t: 0, p: 0.4 }, { x: 0.5, y: 0.1, t: 40, p: 0.6 }], []];

test('the agreement’s answers are its own words, each with the place that changes it', () => {
  const answers = agreementAnswers(agreement);
  expect(answers.find(({ id }) => id === 'handler-identity')).toEqual({ id: 'handler-identity', label: '经办人身份证', value: agreement.customer.handler.identity, task: 'customer', field: 'handlerIdNumber' });
  expect(answers.find(({ id }) => id === 'commitment')).toEqual({ id: 'commitment', label: '承诺消费', value: '24个月满3,000.00元；只计通话费；不足的，期满一次补足', task: 'plan', field: null });
  expect(answers.find(({ id }) => id === 'number')?.value).toBe('400-603-8888，特殊号码3级');
});

test('the form’s answers name every destination and every rule', () => {
  const answers = formAnswers(form);
  expect(answers.filter(({ task }) => task === 'form').map(({ label }) => label)).toEqual(['落地号码A', '落地号码B', '落地号码C', '落地号码D', '来话第1行', '来话第2行', '来话第3行', '来话第4行', '来话第5行', '来话第6行', '黑白名单', '试打']);
  expect(answers.find(({ id }) => id === 'handler')?.value).toBe(`${form.customer.handler.name}，${form.customer.handler.identity}，186****5102`);
});

test.each([['agreement', agreementAnswers(agreement)], ['form', formAnswers(form)]] as const)('answers of the %s: ids once, nothing blank, fields are the customer’s', (_kind, answers) => {
  expect(new Set(answers.map(({ id }) => id)).size).toBe(answers.length);
  expect(answers.filter(({ label, value }) => label.trim() === '' || value.trim() === '')).toEqual([]);
  for (const { task, field } of answers) if (task === 'customer') expect(Object.keys(customer)).toContain(field);
  expect(JSON.stringify(answers)).not.toContain(customer.handlerIdNumber);
});

test('signing adds strokes and the hall’s time and leaves the content as it was', () => {
  const signed = signedAgreement(agreement, pen, '2026-09-24T02:16:12.000Z');
  expect(signed.signing).toEqual({
    handler: { strokes: [[{ x: 0.1, y: 0.2, pressure: 0.4 }, { x: 0.5, y: 0.1, pressure: 0.6 }]], at: '2026-09-24T10:16:12' }, disclosure: signed.signing?.handler, clerk: { strokes: [], at: '2026-09-24T10:16:12' },
    readAt: agreement.readOut.map(() => '2026-09-24T10:16:12'),
  });
  expect(paperContentText(signed)).toBe(paperContentText(agreement));
  const signedPaper = signedForm(form, pen, '2026-09-24T16:30:00.000Z');
  expect(signedPaper.signing).toMatchObject({ initials: [], handler: { at: '2026-09-25T00:30:00' }, clerk: { strokes: [] } });
  expect(paperContentText(signedPaper)).toBe(paperContentText(form));
});
