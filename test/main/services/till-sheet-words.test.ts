import { expect, test } from 'vitest';
import { shortNo, subjectWords } from '../../../src-main/services/till/sheet/sheet-words.ts';

test.each([
  ['SJ-990101-03-20260924-0031', '0031'], ['SJ-990101-03-20260925-0001', '0925-0001'], ['WJ03-20260920-0012', '0920-0012'], ['WJ03-20260924-0012', '0012'],
])('%s on the sheet of 24 September is %s', (no, said) => expect(shortNo(no, '2026-09-24')).toBe(said));

test('a shift over midnight never names two receipts alike', () => {
  const said = ['SJ-990101-03-20260924-0001', 'SJ-990101-03-20260925-0001'].map((receiptNo) => subjectWords({ receiptNo, caseNo: '', tender: 'cash' }, '2026-09-24'));
  expect(said).toEqual(['收据0001', '收据0925-0001']);
});
