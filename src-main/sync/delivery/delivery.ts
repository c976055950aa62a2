import type { Instant } from '#domain/calendar/shanghai-time.ts';
import type { IntentBodies } from '#domain/outbox/intent-bodies.ts';
import type { SendOutcome } from '#domain/outbox/classify.ts';
import type { IntentFailure, IntentKind } from '#domain/outbox/intent.ts';
import type { CarrierPayment } from '../../store/tables/carrier-payment-rows.ts';
import type { Exchange } from './exchange.ts';

/** What an answer changes here, as a value; `settle` writes it in the transaction that ends the intent. */
export type Effect =
  | { readonly kind: 'hold-granted'; readonly reservationId: string; readonly remoteId: string; readonly expiresAt: Instant }
  | { readonly kind: 'hold-taken'; readonly body: IntentBodies['hold-number'] }
  | { readonly kind: 'claim-granted'; readonly body: IntentBodies['claim-number']; readonly remoteId: string; readonly expiresAt: Instant }
  | { readonly kind: 'claim-fenced'; readonly body: IntentBodies['claim-number'] }
  | { readonly kind: 'order-too-late' }
  | { readonly kind: 'money-accepted'; readonly money: CarrierPayment }
  | { readonly kind: 'task-stale'; readonly flowId: string }
  | { readonly kind: 'order-state'; readonly orderId: string; readonly state: string; readonly reason: string | null };

/** How a try ended. `park`: no repeat can help; `replaced`: answered, and what follows stands in the effects. */
export type Delivery =
  | { readonly kind: 'outcome'; readonly outcome: SendOutcome; readonly effects: readonly Effect[] }
  | { readonly kind: 'park'; readonly failure: Omit<IntentFailure, 'at'>; readonly effects: readonly Effect[] }
  | { readonly kind: 'replaced'; readonly failure: Omit<IntentFailure, 'at'>; readonly effects: readonly Effect[] };

/** Sends one kind of intent; may be called again after any interruption and then repeats the same bytes. */
export type Sender<K extends IntentKind> = (body: IntentBodies[K], exchange: Exchange) => Promise<Delivery>;

export const outcome = (value: SendOutcome, effects: readonly Effect[] = []): Delivery => ({ kind: 'outcome', outcome: value, effects });

/** Done, whatever the status was: the carrier has what we wanted it to have. */
export const delivered = (effects: readonly Effect[] = []): Delivery =>
  outcome({ kind: 'answer', status: 200, code: null, reason: '', retryAfterMs: null }, effects);

export const park = (code: string, reason: string, effects: readonly Effect[] = []): Delivery => ({ kind: 'park', failure: { code, reason }, effects });
