import type { Instant } from '#domain/calendar/shanghai-time.ts';
import type { Db } from '../../store/db.ts';
import { findCaseByRemoteId } from '../../store/tables/outbox-rows.ts';
import { markTaskStale } from '../../store/tables/approval/remote-task-rows.ts';
import { applyHoldExpired } from '../apply-hold.ts';
import { applyActivation, applyOrderState } from '../apply-order-state.ts';
import type { FeedNews } from './feed-event.ts';

/** The number is the first item of each of our orders; the plan and the add-ons follow it. */
const numberItem = '1';

/** Writes what the carrier told; answers the case it changed. */
export function applyNews(db: Db, news: FeedNews, at: Instant): string | null {
  switch (news.kind) {
    case 'order': {
      const caseId = findCaseByRemoteId(db, 'order', news.orderId);
      return caseId !== null && applyOrderState(db, caseId, { state: news.state, reason: news.reason, at }) ? caseId : null;
    }
    case 'product-active': {
      const caseId = news.orderItemId === numberItem ? findCaseByRemoteId(db, 'order', news.orderId) : null;
      return caseId !== null && applyActivation(db, caseId, news.startedAt ?? at, at) ? caseId : null;
    }
    case 'hold-over':
      // What we gave back ourselves is ours no longer when its event comes; a hold that ended otherwise is gone.
      return news.reason === 'expired' || news.reason === 'released' ? applyHoldExpired({ db, now: at }, news.reservationId) : null;
    case 'approval':
      markTaskStale(db, news.flowId, at);
      return null;
    case 'number':
    case 'lease':
    case 'other':
      return null;
  }
}
