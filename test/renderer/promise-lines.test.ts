import { describe, expect, it } from 'vitest';
import type { PaymentsView } from '#contract/payments.ts';
import { promiseLines } from '../../src-renderer/text/promise-lines.ts';

const promise = { before: '2026-11-26', after: '2026-11-27', cutOff: '17:30', provisional: false, workingDays: 3 } as const;
const payments = (patch: Partial<PaymentsView> = {}): PaymentsView => ({ dueLines: [], dueLi: 1_180_000, receivedLi: 0, waitingLi: 0, rows: [], refund: null, clockStartAt: null, promise, ...patch });
const morning = '2026-11-23T02:42:07.000Z';
const evening = '2026-11-23T09:30:00.000Z';

describe('promiseLines', () => {
  it('tells both days before the cut-off and one from the cut-off on', () => {
    expect(promiseLines(payments(), morning)).toEqual([{ label: '今天收齐', day: '2026-11-26', strong: true }, { label: '17:30 以后收齐', day: '2026-11-27', strong: false }]);
    expect(promiseLines(payments(), evening)).toEqual([{ label: '现在收齐', day: '2026-11-27', strong: true }]);
  });

  it('counts from the submission where nothing is due', () => {
    expect(promiseLines(payments({ dueLi: 0 }), morning).map((line) => line.label)).toEqual(['今天提交', '17:30 以后提交']);
  });

  it('keeps the day of money that came in today, by its own hour', () => {
    expect(promiseLines(payments({ clockStartAt: '2026-11-23T02:40:00.000Z' }), evening)[0]?.day).toBe('2026-11-26');
    expect(promiseLines(payments({ clockStartAt: '2026-11-23T09:30:00.000Z' }), evening)[0]?.day).toBe('2026-11-27');
  });

  it('takes a bank day as before the cut-off, and promises nothing from the money of another day', () => {
    expect(promiseLines(payments({ clockStartAt: '2026-11-23' }), evening)).toEqual([{ label: '11-23 周一 已收齐', day: '2026-11-26', strong: true }]);
    expect(promiseLines(payments({ clockStartAt: '2026-11-20' }), morning)[0]?.day).toBeNull();
  });

  it('promises nothing before a number is chosen', () => expect(promiseLines(payments({ promise: null }), morning)).toEqual([]));
});
