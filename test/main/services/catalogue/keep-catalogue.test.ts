import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Catalogue } from '#domain/tariff/catalogue.ts';
import { loadReference, type Reference } from '../../../../src-main/reference/load-reference.ts';
import { carrierCatalogue, carrierEtag, noteCarrier } from '../../../../src-main/services/catalogue/carrier-state.ts';
import { catalogueInForce, catalogueOfVersion } from '../../../../src-main/services/catalogue/catalogue-in-force.ts';
import { keepCatalogue, keepShippedCatalogue, onTop } from '../../../../src-main/services/catalogue/keep-catalogue.ts';
import type { Db } from '../../../../src-main/store/db.ts';
import { openStore } from '../../../../src-main/store/open.ts';
import { listCatalogues } from '../../../../src-main/store/tables/catalogue-rows.ts';

const loaded = loadReference(resolve('resources/reference'));
if (!loaded.ok) throw new Error(JSON.stringify(loaded.error));
const shipped = loaded.value;
const at = '2026-11-24T02:00:00.000Z';

let dir: string;
let db: Db;
beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), 'catalogue-'));
  const store = openStore(join(dir, 'hall400.db'), new Uint8Array(32).fill(9));
  if (!store.ok) throw new Error(store.error.code);
  db = store.value;
});
afterEach(() => {
  db.close();
  rmSync(dir, { recursive: true, force: true });
});

const withCatalogue = (catalogue: Catalogue): Reference => ({ ...shipped, catalogue });
const dearer = (version: string): Catalogue => ({ ...shipped.catalogue, version, plans: shipped.catalogue.plans.map((plan) => (plan.id === 'beijing-200' ? { ...plan, monthlyFeeLi: 220_000 } : plan)) });
const start = (reference: Reference = shipped): void => keepShippedCatalogue({ db, reference, now: () => at });
const inForce = (mode: 'training' | 'real' = 'real'): Catalogue => catalogueInForce({ db, mode, reference: shipped });
const feeOf = (catalogue: Catalogue, planId: string): number | null | undefined => catalogue.plans.find(({ id }) => id === planId)?.monthlyFeeLi;
const versions = (): readonly string[] => listCatalogues(db).map(({ version }) => version);
const price = (hallPrices: Readonly<Record<string, number>>): string =>
  keepCatalogue(db, { catalogue: shipped.catalogue, from: 'shipped', hallPrices, source: 'hall', note: '本厅价', takenAt: at, takenBy: 'WJ0001' });
const carrierSends = (catalogue: Catalogue, prices = {}): string => keepCatalogue(db, { ...onTop(catalogue, prices), from: 'carrier', source: 'carrier', note: '', takenAt: at, takenBy: null });

test('the shipped file is kept once under its own name, however often the program starts', () => {
  start();
  start();
  expect([versions(), inForce().version]).toEqual([['2024-10'], '2024-10']);
  expect(inForce()).toEqual(shipped.catalogue);
});

test('training sells at sample prices, which are never stored', () => {
  start();
  const plan = inForce('training').plans.find(({ id }) => id === 'all-answer');
  expect(plan).toMatchObject({ monthlyFeeLi: 80_000, sellable: true, sample: true });
  const raw = db.prepare('SELECT content FROM catalogues').get() as { content: string };
  expect(JSON.parse(raw.content).catalogue.plans.find(({ id }: { id: string }) => id === 'all-answer')).toMatchObject({ monthlyFeeLi: null, sellable: false, sample: false });
});

test('a price of the hall makes the plan sellable under a new name, in training instead of the sample', () => {
  start();
  expect(price({ 'all-answer': 95_000 })).toBe('2024-10.2');
  expect(inForce().plans.find(({ id }) => id === 'all-answer')).toMatchObject({ monthlyFeeLi: 95_000, sellable: true, unsellableReason: null, sample: false });
  expect(feeOf(inForce('training'), 'all-answer')).toBe(95_000);
});

describe('an update of the program', () => {
  test('puts its catalogue in force, and what was sold before is found again', () => {
    start();
    start(withCatalogue(dearer('2025-01')));
    expect(versions()).toEqual(['2025-01', '2024-10']);
    expect([feeOf(inForce(), 'beijing-200'), feeOf(catalogueOfVersion({ db, mode: 'real', reference: shipped }, '2024-10'), 'beijing-200')]).toEqual([220_000, 200_000]);
  });

  test('with a changed file of the same name gets a name of its own', () => {
    start();
    start(withCatalogue(dearer('2024-10')));
    start(withCatalogue(dearer('2024-10')));
    expect(versions()).toEqual(['2024-10.2', '2024-10']);
  });

  test('leaves the prices of the hall on top', () => {
    start();
    price({ 'all-answer': 95_000 });
    start();
    start(withCatalogue(dearer('2025-01')));
    expect(versions()).toEqual(['2025-01.3', '2024-10.2', '2024-10']);
    expect([feeOf(inForce(), 'all-answer'), feeOf(inForce(), 'beijing-200')]).toEqual([95_000, 220_000]);
  });

  test('asks the carrier anew what it has: it agreed with the file before', () => {
    start();
    noteCarrier(db, { at, outcome: 'same', etag: '"2024-10-ab"' });
    start();
    expect(carrierEtag(db)).toBe('"2024-10-ab"');
    start(withCatalogue(dearer('2025-01')));
    expect([carrierEtag(db), carrierCatalogue(db)?.heardAt]).toEqual([null, at]);
  });

  test('does not put its file over what the carrier sent', () => {
    start();
    carrierSends(dearer('2026-03-ab12'));
    start(withCatalogue(dearer('2025-01')));
    expect(versions()).toEqual(['2026-03-ab12.2', '2024-10']);
  });
});

test('a plan that the carrier prices itself needs no price of the hall any more', () => {
  const priced = { ...shipped.catalogue, plans: shipped.catalogue.plans.map((plan) => (plan.id === 'all-answer' ? { ...plan, monthlyFeeLi: 70_000, sellable: true, unsellableReason: null, trainingMonthlyFeeLi: null } : plan)) };
  expect(onTop(priced, { 'all-answer': 95_000, 'beijing-enhanced': 130_000, gone: 1000 }).hallPrices).toEqual({ 'beijing-enhanced': 130_000 });
});

test('a name from before there were versions is the oldest catalogue that is kept', () => {
  start();
  start(withCatalogue(dearer('2025-01')));
  expect(catalogueOfVersion({ db, mode: 'real', reference: withCatalogue(dearer('2025-01')) }, '2023-01').version).toBe('2024-10');
});

test('no version is ever changed or deleted', () => {
  start();
  expect(() => db.prepare("UPDATE catalogues SET note = 'x'").run()).toThrow(/append-only/);
  expect(() => db.prepare('DELETE FROM catalogues').run()).toThrow(/append-only/);
});
