import type { CarrierHttp } from '../carrier/carrier-http.ts';
import { paths } from '../carrier/paths.ts';

/** The carrier's offerings as it sent them, all of one version; or that they are those of the ETag, or why there are none. */
export type FetchedCatalogue =
  | { readonly kind: 'offerings'; readonly offerings: readonly unknown[]; readonly etag: string | null }
  | { readonly kind: 'same' } | { readonly kind: 'offline' } | { readonly kind: 'refused'; readonly why: string };

const pageSize = 200;
const mostPages = 50;
const tries = 3;
const requestMs = 15_000;

/** Reads every page; when the catalogue changes under way it begins again, so that no two versions are mixed. */
export async function fetchCatalogue(http: CarrierHttp, knownEtag: string | null, signal: AbortSignal): Promise<FetchedCatalogue> {
  for (let attempt = 0; attempt < tries; attempt += 1) {
    const read = await readPages(http, knownEtag, signal);
    if (read !== 'changed') return read;
  }
  return { kind: 'offline' };
}

async function readPages(http: CarrierHttp, knownEtag: string | null, signal: AbortSignal): Promise<FetchedCatalogue | 'changed'> {
  const offerings: unknown[] = [];
  let etag: string | null = null;
  for (let page = 0; page < mostPages; page += 1) {
    const headers: Record<string, string> = page === 0 && knownEtag !== null ? { 'if-none-match': knownEtag } : {};
    const answer = await http({ method: 'GET', path: `${paths.productOffering}?offset=${offerings.length}&limit=${pageSize}`, headers, timeoutMs: requestMs, signal });
    if (answer.kind === 'no-answer' || [401, 408, 425, 429].includes(answer.status) || answer.status >= 500) return { kind: 'offline' };
    if (answer.status === 304) return { kind: 'same' };
    if (answer.status >= 300) return { kind: 'refused', why: answer.code ?? `http-${answer.status}` };
    if (!Array.isArray(answer.json)) return { kind: 'refused', why: 'answer-not-understood' };
    if (page > 0 && answer.header('etag') !== etag) return 'changed';
    etag = answer.header('etag');
    offerings.push(...(answer.json as unknown[]));
    const total = Number(answer.header('x-total-count') ?? Number.NaN);
    if (answer.json.length === 0 || (Number.isNaN(total) ? answer.json.length < pageSize : offerings.length >= total)) return { kind: 'offerings', offerings, etag };
  }
  return { kind: 'refused', why: 'too-many-offerings' };
}
