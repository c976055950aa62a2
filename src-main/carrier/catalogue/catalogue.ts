import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { z } from 'zod';
import type { Body } from '../store/resource-rows.ts';
import { addOnPrices, planPrices, promotionPrices } from './offering-prices.ts';

/** Plans, add-ons and promotions as TMF620 offerings, and the version a clerk quotes from. */
export type Catalogue = { readonly version: string; readonly offerings: readonly Body[] };

/** The offering of the number itself: the first item of each order. */
export const numberOfferingId = 'toll-free-number';

const row = z.looseObject({ id: z.string(), name: z.string(), version: z.string().optional(), sellable: z.boolean().optional(), effectiveFrom: z.iso.date().optional(), effectiveTo: z.iso.date().nullish() });
const file = z.looseObject({
  version: z.union([z.string(), z.number()]), confirmed: z.boolean().default(true), plans: z.array(row), addOns: z.array(row).default([]), promotions: z.array(row).default([]),
});
type Row = z.infer<typeof row>;

const categories = { plan: planPrices, addOn: addOnPrices, promotion: promotionPrices } as const;

/** `isSellable` is TMF620's: what can be ordered by itself. An add-on or a promotion goes with a plan. */
function offering(source: Row, table: { readonly version: string; readonly confirmed: boolean }, category: keyof typeof categories): Body {
  const isActive = source.sellable ?? true;
  return {
    ...offeringHead(source, source.version ?? table.version, isActive, category === 'plan' && isActive, category),
    ...(source.effectiveFrom !== undefined && { validFor: validFor(source.effectiveFrom, source.effectiveTo ?? null) }),
    productOfferingPrice: categories[category](source),
    productOfferingCharacteristic: [
      { '@type': 'ObjectCharacteristic', name: 'tariff', value: source },
      ...(table.confirmed ? [] : [{ '@type': 'BooleanCharacteristic', name: 'confirmed', value: false }]),
    ],
  };
}

const offeringHead = ({ id, name }: Pick<Row, 'id' | 'name'>, version: string, isActive: boolean, isSellable: boolean, category: string): Body => ({
  '@type': 'ProductOffering', id, href: `/tmf-api/productCatalogManagement/v5/productOffering/${id}`, name, version, lifecycleStatus: isActive ? 'Active' : 'In Design', isSellable,
  isBundle: false, category: [{ '@type': 'CategoryRef', id: category }],
});

/** Effective days are days in China, both inclusive. */
const validFor = (from: string, to: string | null) => ({ startDateTime: `${from}T00:00:00+08:00`, ...(to !== null && { endDateTime: `${to}T23:59:59+08:00` }) });

/** Reads the hall's plan table; undefined when there is none, so that the start can say so. */
export function readCatalogue(path: string): Catalogue | undefined {
  if (!existsSync(path)) return undefined;
  const bytes = readFileSync(path);
  const { confirmed, plans, addOns, promotions, ...read } = file.parse(JSON.parse(bytes.toString('utf8')));
  const table = { version: String(read.version), confirmed };
  return {
    version: `${table.version}-${createHash('sha256').update(bytes).digest('hex').slice(0, 8)}`,
    offerings: [
      { ...offeringHead({ id: numberOfferingId, name: '400号码' }, table.version, true, true, 'number'), productOfferingPrice: [] },
      ...plans.map((one) => offering(one, table, 'plan')),
      ...addOns.map((one) => offering(one, table, 'addOn')),
      ...promotions.map((one) => offering(one, table, 'promotion')),
    ],
  };
}

/** What is offered when there is no plan table: nothing. */
export const emptyCatalogue: Catalogue = { version: 'empty', offerings: [] };
