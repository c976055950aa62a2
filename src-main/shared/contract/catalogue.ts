import { z } from 'zod';
import type { AddOn, Plan, Promotion } from '#domain/tariff/catalogue.ts';

const planId = z.string().min(1).max(60);

export const catalogueRequests = {
  'catalogue/read': z.undefined(),
  /** Sets (or with null takes away) the price of a plan that halls price themselves; from the next choice on. */
  'catalogue/price': z.strictObject({ planId, monthlyFeeLi: z.number().int().min(10).max(1_000_000_000).nullable(), note: z.string().trim().min(1).max(200), baseVersion: z.string().min(1).max(80) }),
  /** Asks the carrier for its catalogue now. */
  'catalogue/fetch': z.undefined(),
} as const;

/** One version of the catalogue that this console has used. */
export type CatalogueVersion = {
  readonly version: string; readonly source: 'shipped' | 'carrier' | 'hall'; readonly takenAt: string; readonly takenBy: string | null; readonly note: string;
  /** Open and finished cases that were priced by it. */
  readonly cases: number;
};

/** A grade whose hall minimum lies above the range of a plan by grades: no number of the grade can have that plan. */
export type CatalogueWarning = { readonly code: 'grade-above-range'; readonly planId: string; readonly grade: number; readonly minimumLi: number; readonly toLi: number };

/** The catalogue in force with its history. */
export type CatalogueView = {
  readonly version: string; readonly confirmed: boolean; readonly source: CatalogueVersion['source']; readonly takenAt: string;
  readonly plans: readonly (Plan & { readonly hallPriced: boolean })[];
  readonly addOns: readonly AddOn[];
  readonly promotions: readonly Promotion[];
  readonly warnings: readonly CatalogueWarning[];
  readonly history: readonly CatalogueVersion[];
  /** When the carrier's catalogue was last asked for, and what came of it. */
  readonly carrier: { readonly at: string; readonly outcome: 'same' | 'taken' | 'unreadable' | 'offline'; readonly problem: string } | null;
};
