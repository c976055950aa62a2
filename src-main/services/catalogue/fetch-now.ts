import type { CatalogueView } from '#contract/catalogue.ts';
import type { Failure } from '#contract/failures.ts';
import { ok, type Result } from '#domain/result.ts';
import type { ConsoleContext } from '../console-context.ts';
import { refuse } from '../refuse.ts';
import { readCatalogue } from './read-catalogue.ts';

/** Asks the carrier for its catalogue now; what became of it is kept and shown either way. */
export async function fetchNow(context: ConsoleContext): Promise<Result<CatalogueView, Failure>> {
  const outcome = await context.line.askCatalogue();
  if (outcome === 'offline') return refuse('carrier-offline');
  return outcome === 'unreadable' ? refuse('catalogue-unreadable') : ok(readCatalogue(context));
}
