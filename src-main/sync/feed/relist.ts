import type { Instant } from '#domain/calendar/shanghai-time.ts';
import { inTransaction, type Db } from '../../store/db.ts';
import { openOrders } from '../../store/tables/order-rows.ts';
import { grantedPicks } from '../../store/tables/number/pick-rows.ts';
import { heldRows } from '../../store/tables/number/shortlist-rows.ts';
import { orderAnswer, reasonOfOrder, reservationAnswer } from '../carrier/answers.ts';
import type { CarrierAnswer, CarrierHttp } from '../carrier/carrier-http.ts';
import { itemPath, paths } from '../carrier/paths.ts';
import { applyNews } from './apply-news.ts';
import { productNews, type FeedNews } from './feed-event.ts';

export type RelistOptions = { readonly db: Db; readonly http: CarrierHttp; readonly now: () => Instant; readonly signal: AbortSignal };

/** Asks for everything that missed events may have changed; null when the carrier did not answer all of it. */
export async function relist({ db, http, now, signal }: RelistOptions): Promise<readonly string[] | null> {
  const ask = (path: string): Promise<CarrierAnswer> => http({ method: 'GET', path, timeoutMs: 15_000, signal });
  const news: FeedNews[] = [];
  for (const { orderId } of openOrders(db)) {
    const answers = [await ask(itemPath(paths.order, orderId)), await ask(`${paths.product}?productOrder.id=${encodeURIComponent(orderId)}`)] as const;
    if (answers.some(cannotTell)) return null;
    news.push(...orderNews(answers[0]), ...productsNews(answers[1]));
  }
  for (const { reservationId } of [...grantedPicks(db), ...heldRows(db)]) {
    const answer = await ask(itemPath(paths.reservation, reservationId ?? ''));
    if (cannotTell(answer)) return null;
    news.push(...holdNews(answer));
  }
  return inTransaction(db, () => news.map((one) => applyNews(db, one, now())).filter((caseId) => caseId !== null));
}

// 404 is an answer: the carrier does not have it.
const cannotTell = (answer: CarrierAnswer): boolean => answer.kind === 'no-answer' || (answer.status >= 300 && answer.status !== 404);

const jsonOf = (answer: CarrierAnswer): unknown => (answer.kind === 'answer' && answer.status < 300 ? answer.json : null);

function orderNews(answer: CarrierAnswer): readonly FeedNews[] {
  const read = orderAnswer.safeParse(jsonOf(answer));
  return read.success ? [{ kind: 'order', orderId: read.data.id, state: read.data.state, reason: reasonOfOrder(read.data) }] : [];
}

function productsNews(answer: CarrierAnswer): readonly FeedNews[] {
  const json = jsonOf(answer);
  return Array.isArray(json) ? json.map(productNews) : [];
}

function holdNews(answer: CarrierAnswer): readonly FeedNews[] {
  const read = reservationAnswer.safeParse(jsonOf(answer));
  return read.success && read.data.state === 'cancelled' ? [{ kind: 'hold-over', reservationId: read.data.id, reason: read.data.stateChangeReason ?? '' }] : [];
}
