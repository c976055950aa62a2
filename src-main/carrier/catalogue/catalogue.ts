import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { z } from 'zod';
import { LI_PER_YUAN } from '#domain/money/money.ts';
import type { Body } from '../store/resource-rows.ts';

/** Plans and add-ons as TMF620 offerings, and the version a clerk quotes from. */
export type Catalogue = { readonly version: string; readonly offerings: readonly Body[] };

/** The offering of the number itself: the first item of each order. */
export const numberOfferingId = 'toll-free-number';

const plan = z.looseObject({ id: z.string(), name: z.string(), version: z.string().optional(), sellable: z.boolean().optional() });
const file = z.looseObject({ version: z.union([z.string(), z.number()]), plans: z.array(plan), addOns: z.array(plan).default([]) });

const prices = [
  ['openingFeeLi', '开户费', 'oneTime'], ['functionFeeMonthLi', '功能费', 'recurring'], ['monthlyFeeLi', '月租', 'recurring'],
] as const;

function offering(source: z.infer<typeof plan>, version: string, category: string): Body {
  const productOfferingPrice = prices.filter(([member]) => Number(source[member] ?? 0) > 0).map(([member, name, priceType]) => ({
    '@type': 'ProductOfferingPrice', id: `${source.id}-${member}`, name, priceType, price: { unit: 'CNY', value: Number(source[member]) / LI_PER_YUAN },
    ...(priceType === 'recurring' ? { recurringChargePeriodType: 'month', recurringChargePeriodLength: 1 } : {}),
  }));
  const sellable = source.sellable ?? true;
  return {
    '@type': 'ProductOffering', id: source.id, href: `/tmf-api/productCatalogManagement/v5/productOffering/${source.id}`, name: source.name,
    version: source.version ?? version, lifecycleStatus: sellable ? 'Active' : 'In Design', isSellable: sellable, isBundle: false,
    category: [{ '@type': 'CategoryRef', id: category }], productOfferingPrice,
    productOfferingCharacteristic: [{ '@type': 'ObjectCharacteristic', name: 'tariff', value: source }],
  };
}

/** Reads the hall's plan table; undefined when there is none, so that the start can say so. */
export function readCatalogue(path: string): Catalogue | undefined {
  if (!existsSync(path)) return undefined;
  const bytes = readFileSync(path);
  const table = file.parse(JSON.parse(bytes.toString('utf8')));
  const version = `${table.version}-${createHash('sha256').update(bytes).digest('hex').slice(0, 8)}`;
  return {
    version,
    offerings: [
      offering({ id: numberOfferingId, name: '400号码' }, String(table.version), 'number'),
      ...table.plans.map((one) => offering(one, String(table.version), 'plan')),
      ...table.addOns.map((one) => offering(one, String(table.version), 'addOn')),
    ],
  };
}

/** What is offered when there is no plan table: nothing. */
export const emptyCatalogue: Catalogue = { version: 'empty', offerings: [] };
