import { z } from 'zod';
import type { CatalogueOutcome, CatalogueProblem } from '#domain/tariff/carrier-catalogue.ts';
import type { AddOn, Plan, Promotion } from '#domain/tariff/catalogue.ts';
import type { GradeAboveRange } from '#domain/tariff/grades-above-range.ts';

const planId = z.string().min(1).max(60);

export const catalogueRequests = {
  'catalogue/read': z.undefined(),
  /** Sets (or with null takes away) the price of a plan that halls price themselves, in whole fen; from the next choice on. */
  'catalogue/price': z.strictObject({
    planId, monthlyFeeLi: z.number().int().min(10).max(1_000_000_000).multipleOf(10).nullable(), note: z.string().trim().min(1).max(200), baseVersion: z.string().min(1).max(80),
  }),
  /** Asks the carrier for its catalogue now. */
  'catalogue/fetch': z.undefined(),
} as const;

/** One version of the catalogue that this console has used. */
export type CatalogueVersion = {
  readonly version: string; readonly source: 'shipped' | 'carrier' | 'hall'; readonly takenAt: string; readonly takenBy: string | null; readonly note: string;
  /** Open and finished cases that were priced by it. */
  readonly cases: number;
};

/** What is to be looked at in the catalogue. */
export type CatalogueWarning = GradeAboveRange;

/** What came of asking the carrier; `heardAt`: when it last gave a catalogue that could be used. */
export type CarrierCatalogue = { readonly at: string; readonly outcome: CatalogueOutcome; readonly problem: CatalogueProblem | null; readonly heardAt: string | null };

/** The catalogue in force with its history. */
export type CatalogueView = {
  readonly version: string; readonly confirmed: boolean; readonly source: CatalogueVersion['source']; readonly takenAt: string;
  readonly plans: readonly (Plan & { readonly hallPriced: boolean })[];
  readonly addOns: readonly AddOn[];
  readonly promotions: readonly Promotion[];
  readonly warnings: readonly CatalogueWarning[];
  readonly history: readonly CatalogueVersion[];
  /** Null: nobody has asked yet. */
  readonly carrier: CarrierCatalogue | null;
};
