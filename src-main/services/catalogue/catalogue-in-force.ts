import { type Catalogue, withTrainingPrices } from '#domain/tariff/catalogue.ts';
import { withHallPrices } from '#domain/tariff/hall-prices.ts';
import type { Db } from '../../store/db.ts';
import { type CatalogueRow, findCatalogue, newestCatalogueVersion, oldestCatalogue } from '../../store/tables/catalogue-rows.ts';
import type { ConsoleContext } from '../console-context.ts';

type Needs = Pick<ConsoleContext, 'mode' | 'reference' | 'db'>;

const parsed = new WeakMap<Db, Map<string, Catalogue>>();

/** The catalogue that plans are offered from: the newest version, else the shipped file. */
export function catalogueInForce(context: Needs): Catalogue {
  const version = newestCatalogueVersion(context.db);
  return version === null ? inMode(context, context.reference.catalogue) : catalogueOfVersion(context, version);
}

/** The catalogue of a version that was used once; a name that nobody kept is from before there were versions. */
export function catalogueOfVersion(context: Needs, version: string): Catalogue {
  const known = parsed.get(context.db) ?? new Map<string, Catalogue>();
  parsed.set(context.db, known);
  const found = known.get(version);
  if (found) return found;
  const row = findCatalogue(context.db, version) ?? oldestCatalogue(context.db);
  const made = inMode(context, row === null ? context.reference.catalogue : catalogueOf(row));
  if (row?.version === version) known.set(version, made);
  return made;
}

/** A kept version as it is sold from, without the sample prices of training. */
export const catalogueOf = ({ version, content }: CatalogueRow): Catalogue => ({ ...withHallPrices(content.catalogue, content.hallPrices), version });

/** Training has sample prices where a hall has not priced a plan itself. They are never stored. */
const inMode = ({ mode }: Needs, catalogue: Catalogue): Catalogue => (mode === 'training' ? withTrainingPrices(catalogue) : catalogue);
