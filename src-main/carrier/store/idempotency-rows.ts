import type { CarrierDatabase } from './open-store.ts';

/** An answer that will be given again, byte for byte. */
export type StoredAnswer = { readonly fingerprint: string; readonly status: number; readonly headers: Readonly<Record<string, string>>; readonly body: string };

/** Rows of `idempotency`. */
export function idempotencyRows(database: CarrierDatabase) {
  const find = database.prepare<[string, string], Omit<StoredAnswer, 'headers'> & { headers: string }>('SELECT fingerprint, status, headers, body FROM idempotency WHERE hall = ? AND key = ?');
  const insert = database.prepare('INSERT INTO idempotency (hall, key, fingerprint, status, headers, body, stored_at) VALUES (@hall, @key, @fingerprint, @status, @headers, @body, @at)');
  const prune = database.prepare('DELETE FROM idempotency WHERE stored_at < ?');
  return {
    find: (hall: string, key: string): StoredAnswer | undefined => {
      const row = find.get(hall, key);
      return row && { ...row, headers: JSON.parse(row.headers) as Record<string, string> };
    },
    insert: (hall: string, key: string, answer: StoredAnswer, at: number) => insert.run({ hall, key, ...answer, headers: JSON.stringify(answer.headers), at }),
    prune: (before: number) => prune.run(before),
  };
}
