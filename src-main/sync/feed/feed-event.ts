import { z } from 'zod';
import { toInstant, type Instant } from '#domain/calendar/shanghai-time.ts';
import { orderAnswer, productAnswer, reasonOfOrder } from '../carrier/answers.ts';

/** What an event of the carrier means here; `other` is everything we need not know. */
export type FeedNews =
  | { readonly kind: 'number'; readonly digits: string; readonly free: boolean }
  | { readonly kind: 'hold-over'; readonly reservationId: string; readonly reason: string }
  | { readonly kind: 'order'; readonly orderId: string; readonly state: string; readonly reason: string | null }
  | { readonly kind: 'product-active'; readonly orderId: string; readonly orderItemId: string; readonly startedAt: Instant | null }
  | { readonly kind: 'approval'; readonly flowId: string }
  /** A block lent to some PC of the hall changed. */
  | { readonly kind: 'lease' }
  | { readonly kind: 'other' };

/** One event with its place in the feed. */
export type FeedEvent = { readonly eventId: string; readonly cursor: number; readonly at: Instant | null; readonly news: FeedNews };

const envelope = z.object({ eventId: z.string().min(1), feedCursor: z.number().int().positive(), eventType: z.string(), eventTime: z.string().optional(), event: z.record(z.string(), z.unknown()) });
const numberResource = z.object({ '@type': z.literal('TollFreeNumber'), value: z.string().regex(/^400\d{7}$/), allocationStatus: z.string() });
const reservation = z.object({ id: z.string(), state: z.string(), stateChangeReason: z.string().optional() });
const processFlow = z.object({ id: z.uuid() });
const other: FeedNews = { kind: 'other' };

/** Null: not even an event. An unknown type or shape is `other`, so that a newer carrier does not stop us. */
export function readFeedEvent(json: unknown): FeedEvent | null {
  const read = envelope.safeParse(json);
  if (!read.success) return null;
  const { eventId, feedCursor, eventTime, event } = read.data;
  const at = eventTime !== undefined && !Number.isNaN(Date.parse(eventTime)) ? toInstant(Date.parse(eventTime)) : null;
  return { eventId, cursor: feedCursor, at, news: newsOf(read.data.eventType, event) };
}

function newsOf(eventType: string, event: Readonly<Record<string, unknown>>): FeedNews {
  if (eventType === 'ResourceAttributeValueChangeEvent') return numberNews(event['resource']);
  if (eventType === 'ResourceReservationStateChangeEvent') return holdNews(event['resourceReservation']);
  if (eventType === 'NumberBlockLeaseStateChangeEvent') return { kind: 'lease' };
  if (eventType.startsWith('ProductOrder')) return orderNews(event['productOrder']);
  if (eventType.startsWith('ProcessFlow')) return flowNews(event['processFlow']);
  if (eventType === 'ProductCreateEvent' || eventType === 'ProductStateChangeEvent') return productNews(event['product']);
  return other;
}

function numberNews(json: unknown): FeedNews {
  const read = numberResource.safeParse(json);
  return read.success ? { kind: 'number', digits: read.data.value, free: read.data.allocationStatus === 'available' } : other;
}

function holdNews(json: unknown): FeedNews {
  const read = reservation.safeParse(json);
  return read.success && read.data.state === 'cancelled' ? { kind: 'hold-over', reservationId: read.data.id, reason: read.data.stateChangeReason ?? '' } : other;
}

function orderNews(json: unknown): FeedNews {
  const read = orderAnswer.safeParse(json);
  return read.success ? { kind: 'order', orderId: read.data.id, state: read.data.state, reason: reasonOfOrder(read.data) } : other;
}

/** The event says that a task changed; what it says is asked for, since events carry no names. */
function flowNews(json: unknown): FeedNews {
  const read = processFlow.safeParse(json);
  return read.success ? { kind: 'approval', flowId: read.data.id } : other;
}

/** Also reads a product that was asked for. */
export function productNews(json: unknown): FeedNews {
  const read = productAnswer.safeParse(json);
  const item = read.success && read.data.status === 'active' ? read.data.productOrderItem[0] : undefined;
  if (!read.success || item === undefined) return other;
  return { kind: 'product-active', orderId: item.productOrderId, orderItemId: item.orderItemId, startedAt: read.data.startDate ?? null };
}
