import { classify, type Verdict } from '#domain/outbox/classify.ts';
import { elapsedMs, toInstant, type Instant } from '#domain/calendar/shanghai-time.ts';
import { inTransaction } from '../../store/db.ts';
import { markParked, markReplaced, markRetry, markSent, saveRemoteId, type OutboxEntry } from '../../store/tables/outbox-rows.ts';
import { saveCarrierPayment } from '../../store/tables/carrier-payment-rows.ts';
import { markTaskStale } from '../../store/tables/approval/remote-task-rows.ts';
import { applyClaimFenced, applyClaimGranted } from '../apply-claim.ts';
import { applyHoldGranted, applyHoldTaken, applyOrderTooLate, type HoldContext } from '../apply-hold.ts';
import { applyOrderState } from '../apply-order-state.ts';
import type { Delivery, Effect } from './delivery.ts';

export type SettleContext = HoldContext & { readonly random: () => number };

/** How the intent stands after a try. */
export type Settled = Verdict | { readonly kind: 'replaced' };

/** Ends a try: mark, effects, case events and order history in one transaction, or none of them. */
export function settle(context: SettleContext, entry: OutboxEntry, delivery: Delivery): Settled {
  const settled = settledOf(context, entry, delivery);
  inTransaction(context.db, () => {
    mark(context, entry, settled, delivery);
    if (settled.kind !== 'retry') for (const effect of delivery.effects) apply(context, entry, effect);
  });
  return settled;
}

function settledOf({ random, now }: SettleContext, entry: OutboxEntry, delivery: Delivery): Settled {
  if (delivery.kind === 'replaced') return { kind: 'replaced' };
  if (delivery.kind === 'park') return { kind: 'parked', failure: delivery.failure };
  return classify(delivery.outcome, entry.attempts, random(), elapsedMs(entry.createdAt, now));
}

function mark({ db, now }: SettleContext, entry: OutboxEntry, settled: Settled, delivery: Delivery): void {
  if (settled.kind === 'sent') return markSent(db, entry.seq, now);
  if (settled.kind === 'parked') return markParked(db, entry.seq, { ...settled.failure, at: now });
  if (settled.kind === 'retry') return markRetry(db, entry.seq, later(now, settled.afterMs), settled.counts, { ...settled.failure, at: now });
  if (delivery.kind === 'replaced') markReplaced(db, entry.seq, { ...delivery.failure, at: now });
}

const later = (now: Instant, ms: number): Instant => toInstant(Date.parse(now) + ms);

function apply(context: SettleContext, entry: OutboxEntry, effect: Effect): void {
  switch (effect.kind) {
    case 'hold-granted': return applyHoldGranted(context, entry.caseId, effect.reservationId, effect.remoteId, effect.expiresAt);
    case 'hold-taken': return applyHoldTaken(context, entry, effect.body);
    case 'claim-granted': return applyClaimGranted(context, entry.caseId, effect.body, effect.remoteId, effect.expiresAt);
    case 'claim-fenced': return applyClaimFenced(context, entry.caseId, effect.body);
    case 'task-stale': return markTaskStale(context.db, effect.flowId, context.now);
    case 'money-accepted': return saveCarrierPayment(context.db, effect.money, context.now);
    case 'order-too-late': return applyOrderTooLate(context, entry.caseId);
    case 'order-state':
      saveRemoteId(context.db, entry.caseId, 'order', effect.orderId);
      return void applyOrderState(context.db, entry.caseId, { state: effect.state, reason: effect.reason, at: context.now });
  }
}
