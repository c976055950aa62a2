import type { CarrierCatalogue } from '#contract/catalogue.ts';
import type { Db } from '../../store/db.ts';
import { readSetting, writeSetting } from '../../store/tables/setting-rows.ts';

/** What the carrier said last, and the ETag of what is in force of it; null: nothing of it is. */
type CarrierState = CarrierCatalogue & { readonly etag: string | null };

const setting = 'carrier-catalogue';

export function carrierCatalogue(db: Db): CarrierCatalogue | null {
  const state = readSetting<CarrierState>(db, setting);
  return state && { at: state.at, outcome: state.outcome, problem: state.problem, heardAt: state.heardAt };
}

export const carrierEtag = (db: Db): string | null => readSetting<CarrierState>(db, setting)?.etag ?? null;

/** Keeps what came of asking; what it does not say stays as it was. */
export function noteCarrier(db: Db, { at, outcome, problem = null, etag }: Pick<CarrierCatalogue, 'at' | 'outcome'> & { readonly problem?: CarrierCatalogue['problem']; readonly etag?: string | null }): void {
  const before = readSetting<CarrierState>(db, setting);
  const heard = outcome === 'same' || outcome === 'taken';
  writeSetting(db, setting, { at, outcome, problem, heardAt: heard ? at : (before?.heardAt ?? null), etag: etag === undefined ? (before?.etag ?? null) : etag } satisfies CarrierState);
}

/** Another file of the program is in force: the carrier is to say again what it has. */
export function forgetEtag(db: Db): void {
  const before = readSetting<CarrierState>(db, setting);
  if (before !== null) writeSetting(db, setting, { ...before, etag: null });
}
