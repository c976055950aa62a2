import type { Catalogue } from '#domain/tariff/catalogue.ts';
import type { HallPrices } from '#domain/tariff/hall-prices.ts';
import { type Db, sql } from '../db.ts';

/** What made a version: the program's own file, the carrier, or the hall's admin. */
export type CatalogueSource = 'shipped' | 'carrier' | 'hall';

/** The catalogue as it came, where it came from, and the hall's prices on top of it. */
export type CatalogueContent = { readonly catalogue: Catalogue; readonly from: Exclude<CatalogueSource, 'hall'>; readonly hallPrices: HallPrices };

/** One version of the catalogue; `takenBy` is null where no person made it. */
export type CatalogueRow = {
  readonly seq: number; readonly version: string; readonly source: CatalogueSource; readonly note: string; readonly takenAt: string; readonly takenBy: string | null;
  readonly content: CatalogueContent;
};

/** A version without its content, and how many cases were priced by it. */
export type CatalogueHead = Omit<CatalogueRow, 'content'> & { readonly cases: number };

type RawHead = { seq: number; version: string; source: CatalogueSource; note: string; taken_at: string; taken_by: string | null };
type Raw = RawHead & { content: string };
const HEAD = 'seq, version, source, note, taken_at, taken_by';
const toHead = (raw: RawHead): Omit<CatalogueRow, 'content'> =>
  ({ seq: raw.seq, version: raw.version, source: raw.source, note: raw.note, takenAt: raw.taken_at, takenBy: raw.taken_by });
const toRow = (raw: Raw | undefined): CatalogueRow | null => (raw ? { ...toHead(raw), content: JSON.parse(raw.content) as CatalogueContent } : null);

/** Name of the version in force; null before any is kept. */
export const newestCatalogueVersion = (db: Db): string | null => sql<{ version: string }>(db, 'SELECT version FROM catalogues ORDER BY seq DESC LIMIT 1').get()?.version ?? null;

export const newestCatalogue = (db: Db): CatalogueRow | null => toRow(sql<Raw>(db, `SELECT ${HEAD}, content FROM catalogues ORDER BY seq DESC LIMIT 1`).get());

/** The oldest that is kept: what cases were priced by before versions were frozen with them. */
export const oldestCatalogue = (db: Db): CatalogueRow | null => toRow(sql<Raw>(db, `SELECT ${HEAD}, content FROM catalogues ORDER BY seq LIMIT 1`).get());

/** The newest that came with the program, in force or not. */
export const newestShippedCatalogue = (db: Db): CatalogueRow | null =>
  toRow(sql<Raw>(db, `SELECT ${HEAD}, content FROM catalogues WHERE source = 'shipped' ORDER BY seq DESC LIMIT 1`).get());

export const findCatalogue = (db: Db, version: string): CatalogueRow | null => toRow(sql<Raw>(db, `SELECT ${HEAD}, content FROM catalogues WHERE version = ?`).get(version));

/** All versions that were ever in force, newest first; a choice from before versions were frozen counts for the oldest. */
export const listCatalogues = (db: Db): readonly CatalogueHead[] =>
  sql<RawHead & { cases: number }>(db, `WITH chosen AS (
      SELECT coalesce(plan ->> '$.catalogueVersion', (SELECT version FROM catalogues ORDER BY seq LIMIT 1)) AS version, count(*) AS cases FROM cases WHERE plan IS NOT NULL GROUP BY 1)
    SELECT ${HEAD}, coalesce(cases, 0) AS cases FROM catalogues LEFT JOIN chosen USING (version) ORDER BY seq DESC`).all().map((raw) => ({ ...toHead(raw), cases: raw.cases }));

export const insertCatalogue = (db: Db, row: CatalogueRow): void =>
  void sql(db, `INSERT INTO catalogues(${HEAD}, content) VALUES (?, ?, ?, ?, ?, ?, ?)`).run(
    row.seq, row.version, row.source, row.note, row.takenAt, row.takenBy, JSON.stringify(row.content));
