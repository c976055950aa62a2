import type { ConsoleContext } from '../console-context.ts';
import { value, wired } from '../wired.ts';
import { fetchNow } from './fetch-now.ts';
import { pricePlan } from './price-plan.ts';
import { readCatalogue } from './read-catalogue.ts';

/** The channels of the catalogue: everybody reads it, the hall's admin prices and asks the carrier. */
export function wireCatalogue(context: ConsoleContext) {
  return {
    'catalogue/read': wired<'catalogue/read'>('unlocked', () => value(readCatalogue(context))),
    'catalogue/price': wired<'catalogue/price'>('hall/configure', (request, actor) => pricePlan(context, actor, request)),
    'catalogue/fetch': wired<'catalogue/fetch'>('hall/configure', () => fetchNow(context)),
  };
}
