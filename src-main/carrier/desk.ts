import type { Catalogue } from './catalogue/catalogue.ts';
import type { Faults } from './http/faults.ts';
import type { Feed } from './feed/feed.ts';
import type { Lending } from './leases/lending.ts';
import type { Pool } from './pool/pool.ts';
import type { CarrierStore } from './store/carrier-store.ts';

/** All that a handler works with; clock and ids are handed in. */
export type Desk = {
  readonly store: CarrierStore;
  readonly pool: Pool;
  readonly feed: Feed;
  readonly catalogue: Catalogue;
  /** Undefined: no rule table, so nothing is known to be ordinary and nothing is lent. */
  readonly lending: Lending | undefined;
  readonly faults: Faults;
  readonly halls: readonly string[];
  /** How many times faster than life orders are worked on; due dates stay real. */
  readonly timeScale: number;
  readonly now: () => number;
  readonly newId: () => string;
};
