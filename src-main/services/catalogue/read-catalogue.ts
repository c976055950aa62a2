import type { CatalogueView } from '#contract/catalogue.ts';
import { isHallPriced } from '#domain/tariff/hall-prices.ts';
import { gradesAboveRange } from '#domain/tariff/grades-above-range.ts';
import { listCatalogues, newestCatalogue } from '../../store/tables/catalogue-rows.ts';
import { findStaff } from '../../store/tables/staff-rows.ts';
import type { ConsoleContext } from '../console-context.ts';
import { rulesInForce } from '../rules/rules-in-force.ts';
import { carrierCatalogue } from './carrier-state.ts';
import { catalogueInForce } from './catalogue-in-force.ts';

/** The catalogue in force with every version that was, what is to be looked at in it, and how it stands with the carrier. */
export function readCatalogue(context: ConsoleContext): CatalogueView {
  const { db } = context;
  const inForce = catalogueInForce(context);
  const sourcePlans = newestCatalogue(db)?.content.catalogue.plans ?? context.reference.catalogue.plans;
  const left = new Set(sourcePlans.filter(isHallPriced).map(({ id }) => id));
  const nameOf = (staffNo: string | null): string | null => (staffNo === null ? null : (findStaff(db, staffNo)?.name ?? staffNo));
  const history = listCatalogues(db).map(({ version, source, takenAt, takenBy, note, cases }) => ({ version, source, takenAt, takenBy: nameOf(takenBy), note, cases }));
  return {
    version: inForce.version, confirmed: inForce.confirmed, source: history[0]?.source ?? 'shipped', takenAt: history[0]?.takenAt ?? '',
    plans: inForce.plans.map((plan) => ({ ...plan, hallPriced: left.has(plan.id) })), addOns: inForce.addOns, promotions: inForce.promotions,
    warnings: gradesAboveRange(inForce.plans, rulesInForce(context).grades), history, carrier: carrierCatalogue(db),
  };
}
