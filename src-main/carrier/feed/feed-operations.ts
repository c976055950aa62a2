import { fail, ok } from '#domain/result.ts';
import type { Query } from '../http/ask.ts';
import { refusal } from '../http/refusal.ts';

/** A waiting request is answered after this long at the latest. */
export const longestPollSeconds = 60;

/** Events are kept at least this long. */
export const feedRetentionDays = 90;

const waitSeconds = (prefer: string | undefined): number => Math.min(longestPollSeconds, Number(/(?:^|[,;\s])wait=(\d{1,4})\b/.exec(prefer ?? '')?.[1] ?? 0));

const readFeed: Query = async (desk, ask) => {
  const hall = ask.caller.hall;
  if (ask.params['id'] !== `hall-${hall}`) return fail(refusal('scopeDenied', 'a device reads the topic of its own hall'));
  const after = Number(ask.query['after']);
  const limit = Number(ask.query['limit']);
  const wait = waitSeconds(ask.headers['prefer']);
  if (wait > 0 && after === desk.feed.head(hall)) await desk.feed.wait(hall, after, wait * 1000, ask.gone);
  const page = desk.feed.page(hall, after, limit);
  if (!page) return fail(refusal('cursorExpired', `this feed ends at ${desk.feed.head(hall)}`));
  const next = `</tmf-api/event/v4/topic/hall-${hall}/event?after=${page.cursor}&limit=${limit}>; rel="next"`;
  return ok({ status: 200, body: page.events, headers: { 'x-feed-cursor': String(page.cursor), 'x-result-count': String(page.events.length), link: next } });
};

/** The event feed. */
export const feedQueries: Readonly<Record<string, Query>> = { readFeed };
