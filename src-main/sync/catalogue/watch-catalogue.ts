import type { CatalogueNews, CatalogueOutcome } from '#domain/tariff/carrier-catalogue.ts';
import type { CarrierHttp } from '../carrier/carrier-http.ts';
import type { SyncLog } from '../sync-log.ts';
import { fetchCatalogue } from './fetch-catalogue.ts';
import { readOfferings } from './read-offerings.ts';

export type CatalogueOptions = {
  readonly http: CarrierHttp;
  readonly signal: AbortSignal;
  readonly log: SyncLog;
  /** ETag of the carrier's catalogue that is in force; null: none is. */
  readonly catalogueEtag: () => string | null;
  /** Judges what the carrier said and puts it in force. */
  readonly onCatalogue: (news: CatalogueNews) => Promise<CatalogueOutcome>;
};

export type CatalogueWatch = {
  /** Asks now; one question at a time. */
  readonly ask: () => Promise<CatalogueOutcome>;
  /** Asks behind the scenes. */
  readonly look: () => void;
  /** The capabilities named this version: asks when it is another than the last time. */
  readonly heard: (version: string | undefined) => void;
  readonly idle: () => Promise<void>;
};

/** Keeps the catalogue in step with the carrier's. */
export function watchCatalogue({ http, signal, log, catalogueEtag, onCatalogue }: CatalogueOptions): CatalogueWatch {
  let tail: Promise<unknown> = Promise.resolve();
  let named: string | undefined;
  const once = async (): Promise<CatalogueOutcome> => {
    if (signal.aborted) return 'offline';
    const news = newsOf(await fetchCatalogue(http, catalogueEtag(), signal));
    return signal.aborted ? 'offline' : onCatalogue(news);
  };
  const ask = (): Promise<CatalogueOutcome> => {
    const asked = tail.then(once);
    tail = asked.catch(() => undefined);
    return asked;
  };
  const look = (): void => void ask().catch((error: unknown) => log.error('catalogue-broke', { error: String((error as Error).message ?? error) }));
  return {
    ask, look,
    heard: (version) => {
      const isAnother = named !== undefined && version !== undefined && version !== named;
      named = version ?? named;
      if (isAnother) look();
    },
    idle: async () => void (await tail),
  };
}

function newsOf(fetched: Awaited<ReturnType<typeof fetchCatalogue>>): CatalogueNews {
  if (fetched.kind === 'refused') return { kind: 'unreadable', problem: { offering: '', member: '', why: fetched.why } };
  if (fetched.kind !== 'offerings') return fetched;
  const read = readOfferings(fetched.offerings, fetched.etag);
  return read.ok ? { kind: 'offered', offered: read.value, etag: fetched.etag } : { kind: 'unreadable', problem: read.error };
}
