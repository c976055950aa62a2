import { z } from 'zod';
import { fail, ok, type Result } from '#domain/result.ts';
import type { CarrierPayment } from '../../store/tables/carrier-payment-rows.ts';
import { moneyAnswer } from './answers.ts';
import type { CarrierHttp } from './carrier-http.ts';
import { paths } from './paths.ts';

/** offline: no answer, or not now. refused: waiting does not help. */
export type MoneyHeldFailure = { readonly code: 'offline' } | { readonly code: 'refused'; readonly carrierCode: string; readonly reason: string };

const listed = z.array(moneyAnswer.required());
const atOnce = 100;
const requestMs = 15_000;

/** Which of these receipts and vouchers the carrier has, and with what amount; those it has not are left out. */
export async function moneyHeld(http: CarrierHttp, correlatorIds: readonly string[], signal?: AbortSignal): Promise<Result<readonly CarrierPayment[], MoneyHeldFailure>> {
  const held: CarrierPayment[] = [];
  for (let from = 0; from < correlatorIds.length; from += atOnce) {
    const asked = correlatorIds.slice(from, from + atOnce).map(encodeURIComponent).join(',');
    for (const kind of ['payment', 'refund'] as const) {
      const answer = await http({ method: 'GET', path: `${paths[kind]}?correlatorId=${asked}&limit=500`, timeoutMs: requestMs, ...(signal && { signal }) });
      if (answer.kind === 'no-answer' || answer.status === 401 || answer.status === 408 || answer.status === 425 || answer.status === 429 || answer.status >= 500) return fail({ code: 'offline' });
      const read = listed.safeParse(answer.json);
      if (answer.status >= 300 || !read.success) return fail({ code: 'refused', carrierCode: answer.code ?? 'answer-not-understood', reason: answer.reason });
      held.push(...read.data.map(({ correlatorId, totalAmount }) => ({ correlatorId, kind, amountLi: totalAmount })));
    }
  }
  return ok(held);
}
