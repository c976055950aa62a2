import type { CarrierDatabase } from './open-store.ts';

/** Rows of `setting`: what must not change between starts on the same file. */
export function settingRows(database: CarrierDatabase) {
  const find = database.prepare<[string], { value: string }>('SELECT value FROM setting WHERE name = ?');
  const insert = database.prepare('INSERT INTO setting (name, value) VALUES (?, ?)');
  return {
    /** The stored value; stores `value` first where there is none. */
    keep: (name: string, value: string): string => {
      const row = find.get(name);
      if (!row) insert.run(name, value);
      return row?.value ?? value;
    },
  };
}
