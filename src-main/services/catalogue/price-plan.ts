import type { CatalogueView } from '#contract/catalogue.ts';
import type { Request } from '#contract/contract.ts';
import type { Failure } from '#contract/failures.ts';
import { assert } from '#domain/assert.ts';
import { isHallPriced } from '#domain/tariff/hall-prices.ts';
import { ok, type Result } from '#domain/result.ts';
import { inTransaction } from '../../store/db.ts';
import { newestCatalogue } from '../../store/tables/catalogue-rows.ts';
import type { Actor, ConsoleContext } from '../console-context.ts';
import { refuse } from '../refuse.ts';
import { keepCatalogue } from './keep-catalogue.ts';
import { readCatalogue } from './read-catalogue.ts';

/** Sets or takes away the hall's price of a plan that halls price themselves: a new version, for choices from now on. */
export function pricePlan(context: ConsoleContext, actor: Actor, { planId, monthlyFeeLi, note, baseVersion }: Request<'catalogue/price'>): Result<CatalogueView, Failure> {
  const { db } = context;
  const priced = inTransaction(db, (): Result<string, Failure> => {
    const newest = newestCatalogue(db);
    assert(newest !== null, 'pricePlan: no catalogue was kept at the start');
    if (newest.version !== baseVersion) return refuse('catalogue-outdated', { version: newest.version });
    const { catalogue, hallPrices, from } = newest.content;
    const plan = catalogue.plans.find(({ id }) => id === planId);
    if (plan === undefined) return refuse('plan-unknown');
    if (!isHallPriced(plan)) return refuse('plan-not-hall-priced', { plan: plan.name });
    if ((hallPrices[planId] ?? null) === monthlyFeeLi) return ok(newest.version);
    const { [planId]: _before, ...others } = hallPrices;
    const next = monthlyFeeLi === null ? others : { ...others, [planId]: monthlyFeeLi };
    return ok(keepCatalogue(db, { catalogue, from, hallPrices: next, source: 'hall', note, takenAt: context.now(), takenBy: actor.staffNo }));
  });
  if (!priced.ok) return priced;
  if (priced.value !== baseVersion) context.emit('catalogue/changed', null);
  return ok(readCatalogue(context));
}
