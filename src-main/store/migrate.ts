import { rmSync } from 'node:fs';
import { assert } from '#domain/assert.ts';
import { fail, ok, type Result } from '#domain/result.ts';
import type { Db } from './db.ts';
import { migrations } from './migrations/registry.ts';

/** A file written by a newer console is refused: opening it could lose what this version does not know. */
export type MigrateRefusal = { readonly code: 'future-file'; readonly fileVersion: number; readonly knownVersion: number };

/** Brings the schema to the newest step; each step and its `user_version` are one transaction, a copy of the file comes first. */
export function migrate(db: Db, file: string): Result<number, MigrateRefusal> {
  const from = db.pragma('user_version', { simple: true }) as number;
  const newest = migrations.at(-1)?.step ?? 0;
  if (from > newest) return fail({ code: 'future-file', fileVersion: from, knownVersion: newest });
  const todo = migrations.filter((migration) => migration.step > from);
  if (from > 0 && todo.length > 0) copyBefore(db, `${file}.before-${from}`);
  // A step that rebuilds a table drops one that others refer to; the check inside the transaction is what holds.
  db.pragma('foreign_keys=OFF');
  for (const { step, up } of todo)
    db.transaction(() => {
      db.exec(up);
      db.pragma(`user_version=${step}`);
      assert((db.pragma('foreign_key_check') as unknown[]).length === 0, `migrate: step ${step} left dangling references`);
    }).immediate();
  db.pragma('foreign_keys=ON');
  return ok(newest);
}

function copyBefore(db: Db, copy: string): void {
  rmSync(copy, { force: true });
  db.prepare('VACUUM INTO ?').run(copy);
}
