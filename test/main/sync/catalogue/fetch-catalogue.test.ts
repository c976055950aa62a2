import { describe, expect, test } from 'vitest';
import { fetchCatalogue } from '../../../../src-main/sync/catalogue/fetch-catalogue.ts';
import { readOfferings } from '../../../../src-main/sync/catalogue/read-offerings.ts';
import type { CarrierAnswer, CarrierHttp, CarrierRequest } from '../../../../src-main/sync/carrier/carrier-http.ts';

const never = new AbortController().signal;
const answer = (status: number, json: unknown, headers: Readonly<Record<string, string>> = {}): CarrierAnswer =>
  ({ kind: 'answer', status, json, bytes: new Uint8Array(), code: null, reason: '', retryAfterMs: null, header: (name) => headers[name] ?? null });
const offerings = (count: number): readonly { id: string }[] => Array.from({ length: count }, (_, at) => ({ id: `o-${at}` }));

/** A carrier that serves pages out of a list; `etagOf` may change from page to page. */
function pages(all: readonly unknown[], etagOf: (page: number) => string, isCounted = true): { readonly http: CarrierHttp; readonly asked: CarrierRequest[] } {
  const asked: CarrierRequest[] = [];
  const http: CarrierHttp = async (request) => {
    const query = new URL(request.path, 'http://carrier').searchParams;
    const [offset, limit] = [Number(query.get('offset')), Number(query.get('limit'))];
    const etag = etagOf(asked.push(request) - 1);
    return answer(200, all.slice(offset, offset + limit), { etag, ...(isCounted && { 'x-total-count': String(all.length) }) });
  };
  return { http, asked };
}

describe('the carrier\'s catalogue is read', () => {
  test.each([[200, true, 1], [201, true, 2], [450, true, 3], [450, false, 3], [400, false, 3]])('%i offerings, counted: %s, in %i requests', async (count, isCounted, requests) => {
    const { http, asked } = pages(offerings(count), () => '"a"', isCounted);
    expect(await fetchCatalogue(http, null, never)).toEqual({ kind: 'offerings', offerings: offerings(count), etag: '"a"' });
    expect(asked).toHaveLength(requests);
  });

  test('from the start again when it changes between two pages: versions are never mixed', async () => {
    const { http, asked } = pages(offerings(300), (page) => (page === 0 ? '"a"' : '"b"'));
    expect(await fetchCatalogue(http, null, never)).toMatchObject({ kind: 'offerings', etag: '"b"' });
    expect(asked.map(({ path }) => new URL(path, 'http://carrier').searchParams.get('offset'))).toEqual(['0', '200', '0', '200']);
  });

  test('later, when it does not stop changing', async () => {
    const { http } = pages(offerings(300), (page) => `"${page}"`);
    expect(await fetchCatalogue(http, null, never)).toEqual({ kind: 'offline' });
  });

  test.each([[304, { kind: 'same' }], [404, { kind: 'refused', why: 'http-404' }], [503, { kind: 'offline' }], [401, { kind: 'offline' }]])('an answer of %i', async (status, outcome) => {
    const asked: CarrierRequest[] = [];
    expect(await fetchCatalogue(async (request) => { asked.push(request); return answer(status, null); }, '"known"', never)).toEqual(outcome);
    expect(asked[0]?.headers).toEqual({ 'if-none-match': '"known"' });
  });
});

describe('offerings become the hall\'s tables', () => {
  const offering = (id: string, category: string, tariff: unknown, more: readonly object[] = []) =>
    ({ id, category: [{ '@type': 'CategoryRef', id: category }], productOfferingCharacteristic: [...(tariff === undefined ? [] : [{ name: 'tariff', value: tariff }]), ...more] });
  const [one, ring, half] = [{ id: 'one' }, { id: 'ring' }, { id: 'half' }];

  test('by category; others are left alone, and what the carrier serves is confirmed', () => {
    const read = readOfferings([offering('toll-free-number', 'number', undefined), offering('one', 'plan', one), offering('ring', 'addOn', ring), offering('half', 'promotion', half)], 'W/"2026-12 a/b"');
    expect(read).toEqual({ ok: true, value: { version: '2026-12ab', confirmed: true, plans: [one], addOns: [ring], promotions: [half] } });
  });

  test('not confirmed when one of them says so', () => {
    expect(readOfferings([offering('one', 'plan', one), offering('ring', 'addOn', ring, [{ name: 'confirmed', value: false }])], null)).toMatchObject({ ok: true, value: { confirmed: false, version: 'carrier' } });
  });

  test.each([
    ['without a tariff', [offering('one', 'plan', undefined)], { offering: 'one', member: 'tariff', why: 'tariff-missing' }],
    ['of another id', [offering('one', 'plan', ring)], { offering: 'one', member: 'tariff.id', why: 'id-differs' }],
    ['that is none', [offering('one', 'plan', one), { id: 7 }], { offering: '#2', member: 'id', why: 'offering-not-understood' }],
    ['of no plan', [offering('ring', 'addOn', ring)], { offering: '', member: '', why: 'none-offered' }],
  ])('an offering %s is named', (_, all, error) => {
    expect(readOfferings(all, null)).toEqual({ ok: false, error });
  });
});
