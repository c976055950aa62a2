import type { Catalogue } from '#domain/tariff/catalogue.ts';
import { type HallPrices, pricesThatHold } from '#domain/tariff/hall-prices.ts';
import { inTransaction, type Db } from '../../store/db.ts';
import { type CatalogueContent, type CatalogueSource, findCatalogue, insertCatalogue, newestCatalogue, newestShippedCatalogue } from '../../store/tables/catalogue-rows.ts';
import type { ConsoleContext } from '../console-context.ts';
import { forgetEtag } from './carrier-state.ts';

/** What a new version is made of. */
type NextCatalogue = CatalogueContent & { readonly source: CatalogueSource; readonly note: string; readonly takenAt: string; readonly takenBy: string | null };

/**
 * Puts a catalogue in force; call it inside a transaction. The shipped file keeps its own name while it stands as it came; everything else
 * is named after its base and its place in the history, so that no two versions of this console share a name.
 */
export function keepCatalogue(db: Db, { catalogue, from, hallPrices, ...made }: NextCatalogue): string {
  const seq = (newestCatalogue(db)?.seq ?? 0) + 1;
  const asShipped = made.source === 'shipped' && Object.keys(hallPrices).length === 0 && findCatalogue(db, catalogue.version) === null;
  const version = asShipped ? catalogue.version : `${catalogue.version}.${seq}`;
  insertCatalogue(db, { ...made, seq, version, content: { catalogue, from, hallPrices } });
  return version;
}

/**
 * Keeps the shipped catalogue as a version, so that cases find it again after an update of the program. Another shipped file goes in force
 * with the hall's prices on top, but not over a catalogue of the carrier: the carrier bills by its own, whatever a program was built with.
 */
export function keepShippedCatalogue({ db, reference, now }: Pick<ConsoleContext, 'db' | 'reference' | 'now'>): void {
  inTransaction(db, () => {
    const inForce = newestCatalogue(db);
    const shipped = newestShippedCatalogue(db);
    if (inForce?.content.from === 'carrier' || (shipped !== null && sameContent(shipped.content.catalogue, reference.catalogue, true))) return;
    keepCatalogue(db, { ...onTop(reference.catalogue, inForce?.content.hallPrices ?? {}), from: 'shipped', source: 'shipped', note: '', takenAt: now(), takenBy: null });
    forgetEtag(db);
  });
}

/** The catalogue with those prices of the hall that still apply to it. */
export const onTop = (catalogue: Catalogue, prices: HallPrices): Pick<CatalogueContent, 'catalogue' | 'hallPrices'> => ({ catalogue, hallPrices: pricesThatHold(catalogue, prices) });

/** Whether two catalogues say the same of every plan, add-on and promotion; the name of the version may differ. */
export const sameContent = (a: Catalogue, b: Catalogue, byName = false): boolean => {
  const content = (catalogue: Catalogue): string => JSON.stringify(byName ? catalogue : { ...catalogue, version: '' });
  return content(a) === content(b);
};
