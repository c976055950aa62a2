import type { CarrierDatabase } from './open-store.ts';

/** Kinds of TMF resources that are kept as their JSON body. */
export type ResourceKind =
  | 'organization' | 'individual' | 'document' | 'agreement' | 'payment' | 'refund' | 'productOrder' | 'cancelProductOrder' | 'product'
  | 'resourceReservation' | 'cancelResourceReservation' | 'processFlow' | 'taskFlow' | 'numberBlockLease';

/** A body as it was sent, with what the carrier added. */
export type Body = Readonly<Record<string, unknown>>;

/** One stored resource. `naturalKey` is unique in its kind, `parent` finds the children. */
export type StoredResource = { readonly id: string; readonly hall: string; readonly version: number; readonly body: Body };

type Row = { id: string; hall: string; version: number; body: string };

const read = (row: Row | undefined): StoredResource | undefined => row && { ...row, body: JSON.parse(row.body) as Body };

/** Rows of `resource`. */
export function resourceRows(database: CarrierDatabase) {
  const columns = 'id, hall, version, body';
  const byId = database.prepare<[string, string], Row>(`SELECT ${columns} FROM resource WHERE kind = ? AND id = ?`);
  const byKey = database.prepare<[string, string], Row>(`SELECT ${columns} FROM resource WHERE kind = ? AND natural_key = ?`);
  const byParent = database.prepare<[string, string], Row>(`SELECT ${columns} FROM resource WHERE kind = ? AND parent = ? ORDER BY created_at, rowid`);
  const byHall = database.prepare<[string, string], Row>(`SELECT ${columns} FROM resource WHERE kind = ? AND hall = ? ORDER BY created_at, rowid`);
  const insert = database.prepare(`INSERT INTO resource (kind, id, hall, version, natural_key, parent, body, created_at, changed_at)
    VALUES (@kind, @id, @hall, 1, @naturalKey, @parent, @body, @at, @at)`);
  const update = database.prepare('UPDATE resource SET body = @body, version = version + 1, changed_at = @at WHERE kind = @kind AND id = @id');
  const forget = database.prepare('UPDATE resource SET natural_key = NULL WHERE kind = ? AND id = ?');
  const overdue = database.prepare<[string, string], Row>(`SELECT ${columns} FROM resource WHERE kind = ? AND natural_key IS NOT NULL AND json_extract(body, '$.expectedCompletionDate') <= ?`);
  const counts = database.prepare<[], { kind: string; n: number }>('SELECT kind, count(*) AS n FROM resource GROUP BY kind ORDER BY kind');
  const all = (rows: readonly Row[]): readonly StoredResource[] => rows.map((row) => read(row) as StoredResource);
  return {
    find: (kind: ResourceKind, id: string) => read(byId.get(kind, id)),
    findByNaturalKey: (kind: ResourceKind, key: string) => read(byKey.get(kind, key)),
    childrenOf: (kind: ResourceKind, parent: string) => all(byParent.all(kind, parent)),
    ofHall: (kind: ResourceKind, hall: string) => all(byHall.all(kind, hall)),
    /** Those that still hold their natural key though their `expectedCompletionDate` is past. */
    overdue: (kind: ResourceKind, now: string) => all(overdue.all(kind, now)),
    insert: (kind: ResourceKind, row: { id: string; hall: string; naturalKey: string | null; parent: string | null; body: Body; at: number }) =>
      insert.run({ ...row, kind, body: JSON.stringify(row.body) }),
    /** Replaces the body and counts the version up. */
    replace: (kind: ResourceKind, id: string, body: Body, at: number) => update.run({ kind, id, body: JSON.stringify(body), at }),
    /** Lets the natural key be used again. */
    releaseNaturalKey: (kind: ResourceKind, id: string) => forget.run(kind, id),
    counts: () => Object.fromEntries(counts.all().map((row) => [row.kind, row.n])),
  };
}
