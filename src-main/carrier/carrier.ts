import { randomUUID } from 'node:crypto';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { assert } from '#domain/assert.ts';
import type { Log } from '../log/log.ts';
import { emptyCatalogue, readCatalogue } from './catalogue/catalogue.ts';
import { idempotencyRetentionDays } from './catalogue/catalogue-operations.ts';
import type { CarrierOptions } from './command-line.ts';
import type { Desk } from './desk.ts';
import { createFeed } from './feed/feed.ts';
import { feedRetentionDays } from './feed/feed-operations.ts';
import { registerAdmin } from './http/admin-routes.ts';
import { loadContract } from './http/contract.ts';
import { createFaults } from './http/faults.ts';
import { buildServer } from './http/server.ts';
import { createLending, openingTerms, readNumberRules } from './leases/lending.ts';
import { createPool } from './pool/pool.ts';
import { carrierStore } from './store/carrier-store.ts';
import { startClockwork } from './work/clockwork.ts';

/** A carrier that listens. */
export type RunningCarrier = { readonly port: number; readonly stop: () => Promise<void> };

const dayMs = 24 * 60 * 60 * 1000;

function openDesk(options: CarrierOptions, key: string | undefined, now: () => number, log: Log): Desk {
  mkdirSync(options.data, { recursive: true });
  const store = carrierStore(join(options.data, 'carrier.sqlite'), key);
  for (const [name, value] of [['seed', options.seed], ['pool', options.pool]] as const) {
    assert(store.settings.keep(name, String(value)) === String(value), `openDesk: the data folder was made with another ${name}`);
  }
  store.write(() => {
    store.idempotency.prune(now() - idempotencyRetentionDays * dayMs);
    store.events.prune(now() - feedRetentionDays * dayMs);
  });
  const plans = join(options.resources, 'reference', 'plans.json');
  const catalogue = readCatalogue(plans);
  if (!catalogue) log.warn('no plan table: the catalogue is empty', { file: plans });
  const pool = createPool(store, options.pool, options.seed);
  const rules = readNumberRules(join(options.resources, 'reference', 'number-rules.json'));
  return {
    store, pool, lending: rules && createLending(store, pool, rules, openingTerms({ pickHours: options.leasePickHours, settleDays: options.leaseSettleDays })), feed: createFeed(store, now, randomUUID), catalogue: catalogue ?? emptyCatalogue,
    faults: createFaults(), halls: options.halls, timeScale: options.timeScale, now, newId: randomUUID,
  };
}

/** Builds everything, listens on loopback and starts the clockwork. */
export async function startCarrier(options: CarrierOptions, key: string | undefined, log: Log): Promise<RunningCarrier> {
  let advancedMs = 0;
  const report = (error: unknown): void => log.error('a bug', { reference: log.reference(), error });
  const desk = openDesk(options, key, () => Date.now() + advancedMs, log);
  const app = buildServer(desk, loadContract(join(options.resources, 'provisioning-api', 'openapi.yaml')), report);
  const clockwork = startClockwork(desk, report);
  if (options.admin) registerAdmin(app, desk, { advanceClock: (ms) => { advancedMs += ms; }, wake: clockwork.wake });
  await app.listen({ host: '127.0.0.1', port: options.port });
  const address = app.server.address();
  assert(typeof address === 'object' && address !== null, 'startCarrier: no port');
  return {
    port: address.port,
    async stop() {
      clockwork.stop();
      desk.feed.close();
      await app.close();
      desk.store.close();
    },
  };
}
