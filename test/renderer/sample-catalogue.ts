import type { CatalogueView } from '#contract/catalogue.ts';
import type { Request } from '#contract/contract.ts';
import { type Catalogue, withTrainingPrices } from '#domain/tariff/catalogue.ts';
import { isHallPriced, withHallPrices } from '#domain/tariff/hall-prices.ts';
import shipped from '../../resources/reference/plans.json' with { type: 'json' };

const tables = shipped as unknown as Catalogue;
const left = new Set(tables.plans.filter(isHallPriced).map(({ id }) => id));
const viewOf = (catalogue: Catalogue): CatalogueView['plans'] => catalogue.plans.map((plan) => ({ ...plan, hallPriced: left.has(plan.id) }));

/** The shipped catalogue in training after the hall priced 北京增强版; the carrier says the same. */
export const sampleCatalogue: CatalogueView = {
  version: '2024-10.2', confirmed: false, source: 'hall', takenAt: '2026-11-20T02:10:00.000Z',
  plans: viewOf(withTrainingPrices(withHallPrices(tables, { 'beijing-enhanced': 128_000 }))), addOns: tables.addOns, promotions: tables.promotions, warnings: [],
  history: [
    { version: '2024-10.2', source: 'hall', takenAt: '2026-11-20T02:10:00.000Z', takenBy: '郑晓岚', note: '按厅务会 11 月 19 日定价', cases: 18 },
    { version: '2024-10', source: 'shipped', takenAt: '2026-10-08T00:52:00.000Z', takenBy: null, note: '', cases: 431 },
  ],
  carrier: { at: '2026-11-23T00:52:04.000Z', outcome: 'same', problem: null, heardAt: '2026-11-23T00:52:04.000Z' },
};

/** The sample after a price was set or taken away. */
export function pricedCatalogue({ planId, monthlyFeeLi, note }: Request<'catalogue/price'>): CatalogueView {
  const version = `2024-10.${sampleCatalogue.history.length + 1}`;
  const prices = { 'beijing-enhanced': 128_000, ...(monthlyFeeLi === null ? {} : { [planId]: monthlyFeeLi }) };
  return {
    ...sampleCatalogue, version, takenAt: '2026-11-23T02:42:00.000Z', plans: viewOf(withTrainingPrices(withHallPrices(tables, prices))),
    history: [{ version, source: 'hall', takenAt: '2026-11-23T02:42:00.000Z', takenBy: '郑晓岚', note, cases: 0 }, ...sampleCatalogue.history],
  };
}
