import { assert } from '#domain/assert.ts';
import type { CarrierDatabase } from './open-store.ts';

/** Rows of `feed_counter` and `event`: the counter row is locked until commit, so cursors have no holes and commit in order. */
export function eventRows(database: CarrierDatabase) {
  const count = database.prepare<[string], { n: number }>('INSERT INTO feed_counter (topic, n) VALUES (?, 1) ON CONFLICT (topic) DO UPDATE SET n = n + 1 RETURNING n');
  const head = database.prepare<[string], { n: number }>('SELECT n FROM feed_counter WHERE topic = ?');
  const oldest = database.prepare<[string], { cursor: number | null }>('SELECT min(cursor) AS cursor FROM event WHERE topic = ?');
  const insert = database.prepare('INSERT INTO event (topic, cursor, body, at) VALUES (?, ?, ?, ?)');
  const page = database.prepare<[string, number, number], { cursor: number; body: string }>('SELECT cursor, body FROM event WHERE topic = ? AND cursor > ? ORDER BY cursor LIMIT ?');
  const prune = database.prepare('DELETE FROM event WHERE at < ?');
  return {
    next: (topic: string): number => {
      const row = count.get(topic);
      assert(row, 'eventRows.next: no counter');
      return row.n;
    },
    head: (topic: string): number => head.get(topic)?.n ?? 0,
    oldest: (topic: string): number | null => oldest.get(topic)?.cursor ?? null,
    insert: (topic: string, cursor: number, body: string, at: number) => insert.run(topic, cursor, body, at),
    page: (topic: string, after: number, limit: number) => page.all(topic, after, limit),
    prune: (before: number) => prune.run(before),
  };
}
