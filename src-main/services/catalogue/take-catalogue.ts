import type { CatalogueNews, CatalogueOutcome, CatalogueProblem, OfferedCatalogue } from '#domain/tariff/carrier-catalogue.ts';
import type { Catalogue } from '#domain/tariff/catalogue.ts';
import { fail, ok, type Result } from '#domain/result.ts';
import { catalogueSchema } from '../../reference/tariff-schemas.ts';
import { inTransaction } from '../../store/db.ts';
import { newestCatalogue } from '../../store/tables/catalogue-rows.ts';
import type { ConsoleContext } from '../console-context.ts';
import { poolStatus } from '../numbers/search-numbers.ts';
import { rulesInForce } from '../rules/rules-in-force.ts';
import { carrierEtag, noteCarrier } from './carrier-state.ts';
import { keepCatalogue, onTop, sameContent } from './keep-catalogue.ts';
import { standardInForce } from './standard-in-force.ts';

/**
 * Judges what the carrier said. Its catalogue is checked by the schema of the shipped file and goes in force as a new version, with the
 * hall's own prices on top; one that cannot be read changes nothing, and cases keep the version they were priced by.
 */
export async function takeCatalogue(context: ConsoleContext, news: CatalogueNews): Promise<CatalogueOutcome> {
  const { db } = context;
  const at = context.now();
  if (news.kind === 'offline' || news.kind === 'same') {
    noteCarrier(db, { at, outcome: news.kind });
    return news.kind;
  }
  const read = news.kind === 'offered' ? readCatalogue(news.offered) : fail(news.problem);
  if (!read.ok) {
    noteCarrier(db, { at, outcome: 'unreadable', problem: read.error });
    context.log.warn('carrier-catalogue-unreadable', { offering: read.error.offering, member: read.error.member, why: read.error.why });
    context.emit('catalogue/changed', null);
    return 'unreadable';
  }
  const etag = news.kind === 'offered' ? news.etag : carrierEtag(db);
  const outcome = inTransaction(db, (): 'same' | 'taken' => {
    const inForce = newestCatalogue(db);
    const isSame = inForce !== null && sameContent(inForce.content.catalogue, read.value);
    if (!isSame) keepCatalogue(db, { ...onTop(read.value, inForce?.content.hallPrices ?? {}), from: 'carrier', source: 'carrier', note: '', takenAt: at, takenBy: null });
    noteCarrier(db, { at, outcome: isSame ? 'same' : 'taken', etag });
    return isSame ? 'same' : 'taken';
  });
  if (outcome === 'taken') await useCatalogue(context);
  return outcome;
}

/** The mirror asks what a number costs in 营业厅标准: a new catalogue may say otherwise. */
async function useCatalogue(context: ConsoleContext): Promise<void> {
  const { rules, grades } = rulesInForce(context);
  context.emit('catalogue/changed', null);
  await context.pool.useRules(rules, grades, standardInForce(context));
  if (!context.closing()) context.emit('pool/changed', poolStatus(context));
}

function readCatalogue(offered: OfferedCatalogue): Result<Catalogue, CatalogueProblem> {
  const parsed = catalogueSchema.safeParse(offered);
  if (parsed.success) return ok(parsed.data);
  const issue = parsed.error.issues[0];
  const [table, row, ...member] = issue?.path ?? [];
  const rows = table === 'plans' || table === 'addOns' || table === 'promotions' ? offered[table] : [];
  const found = typeof row === 'number' ? (rows[row] as { readonly id?: unknown } | undefined)?.id : undefined;
  return fail({ offering: typeof found === 'string' ? found : '', member: member.join('.'), why: issue?.message ?? 'invalid' });
}
