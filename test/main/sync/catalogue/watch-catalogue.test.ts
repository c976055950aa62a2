import { expect, test } from 'vitest';
import type { CatalogueNews } from '#domain/tariff/carrier-catalogue.ts';
import { watchCatalogue } from '../../../../src-main/sync/catalogue/watch-catalogue.ts';
import type { CarrierAnswer, CarrierHttp } from '../../../../src-main/sync/carrier/carrier-http.ts';

const quiet = { info: () => undefined, warn: () => undefined, error: () => undefined };

/** A carrier whose answers wait until they are let go. */
function watched(answer: CarrierAnswer) {
  const stopped = new AbortController();
  const waiting: (() => void)[] = [];
  const heard: CatalogueNews[] = [];
  const http: CarrierHttp = () => new Promise((resolve) => waiting.push(() => resolve(answer)));
  const watch = watchCatalogue({
    http, signal: stopped.signal, log: quiet, catalogueEtag: () => null,
    onCatalogue: async (news) => { heard.push(news); return news.kind === 'offered' ? 'taken' : news.kind; },
  });
  const settle = (): Promise<unknown> => new Promise(setImmediate);
  return { watch, waiting, heard, stopped, settle };
}
const unchanged: CarrierAnswer = { kind: 'answer', status: 304, json: null, bytes: new Uint8Array(), code: null, reason: '', retryAfterMs: null, header: () => null };

test('asks when the carrier names another version than the last time, not when it names the same', async () => {
  const { watch, waiting, settle } = watched(unchanged);
  for (const version of ['a', 'a', undefined, 'a']) watch.heard(version);
  await settle();
  expect(waiting).toHaveLength(0);
  watch.heard('b');
  await settle();
  expect(waiting).toHaveLength(1);
});

test('asks one thing at a time', async () => {
  const { watch, waiting, heard, settle } = watched(unchanged);
  const both = Promise.all([watch.ask(), watch.ask()]);
  await settle();
  expect(waiting).toHaveLength(1);
  waiting[0]?.();
  await settle();
  expect([waiting.length, heard.length]).toEqual([2, 1]);
  waiting[1]?.();
  expect(await both).toEqual(['same', 'same']);
});

test('an answer that comes after the end is told to nobody', async () => {
  const { watch, waiting, heard, stopped, settle } = watched(unchanged);
  const asked = watch.ask();
  await settle();
  stopped.abort();
  waiting[0]?.();
  expect([await asked, heard]).toEqual(['offline', []]);
});

test('a refusal of the carrier is something that cannot be read, with its reason', async () => {
  const { watch, waiting, heard, settle } = watched({ ...unchanged, status: 404, code: 'notFound' });
  const asked = watch.ask();
  await settle();
  waiting[0]?.();
  expect([await asked, heard]).toEqual(['unreadable', [{ kind: 'unreadable', problem: { offering: '', member: '', why: 'notFound' } }]]);
});
