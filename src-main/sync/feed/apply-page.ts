import type { Instant } from '#domain/calendar/shanghai-time.ts';
import { inTransaction, type Db } from '../../store/db.ts';
import { firstSight, saveFeedCursor } from '../../store/tables/order-rows.ts';
import type { FeedPage } from '../carrier/carrier-client.ts';
import { applyNews } from './apply-news.ts';
import { readFeedEvent, type FeedEvent } from './feed-event.ts';

/** A number that any hall changed. */
export type PoolChange = { readonly digits: string; readonly free: boolean };

export const eventsOf = (page: FeedPage): readonly FeedEvent[] => page.events.map(readFeedEvent).filter((event) => event !== null);

/** Numbers that changed after the position the mirror stands at: older ones would turn it back for a while. */
export const poolChanges = (events: readonly FeedEvent[], mirrorAt: number): readonly PoolChange[] =>
  events.flatMap(({ cursor, news }) => (news.kind === 'number' && cursor > mirrorAt ? [{ digits: news.digits, free: news.free }] : []));

/** Events and cursor in one transaction: none is applied twice, none is skipped. Answers the cases that changed. */
export function applyPage(db: Db, topic: string, events: readonly FeedEvent[], cursor: number, now: Instant): readonly string[] {
  return inTransaction(db, () => {
    const changed = new Set<string>();
    for (const event of events) {
      if (event.news.kind === 'number' || event.news.kind === 'other' || !firstSight(db, event.eventId, event.cursor)) continue;
      const caseId = applyNews(db, event.news, event.at ?? now);
      if (caseId !== null) changed.add(caseId);
    }
    saveFeedCursor(db, topic, cursor, now);
    return [...changed];
  });
}
