import type { Li } from '../money/money.ts';

/** Grade of a number: 1 (best) to 6 are special (靓号), 9 is ordinary (普通). */
export type Grade = 1 | 2 | 3 | 4 | 5 | 6 | 9;

/** Every grade, best first. */
export const GRADES: readonly Grade[] = [1, 2, 3, 4, 5, 6, 9];

/** Special numbers need an approval and seven working days. */
export const isSpecial = (grade: Grade): boolean => grade !== 9;

/** One pattern at the tail of the seven digits; runs and sequences are maximal, letters of a shape distinct. */
export type NumberRule =
  | { readonly id: string; readonly grade: Grade; readonly kind: 'run'; readonly length: number; readonly digits: string }
  | { readonly id: string; readonly grade: Grade; readonly kind: 'sequence'; readonly length: number; readonly wrap: boolean }
  | { readonly id: string; readonly grade: Grade; readonly kind: 'shape'; readonly shape: string }
  | { readonly id: string; readonly grade: Grade; readonly kind: 'tails'; readonly tails: readonly string[] };

/** A head that may carry its own monthly floor (400-600, 400-666); off until the carrier says otherwise. */
export type HeadSurcharge = { readonly id: string; readonly head: string; readonly floorLi: Li; readonly enabled: boolean };

/** Digits people remember (114, 1314, 3721…): points for the order of the result list, never for money. */
export type MemorableDigits = { readonly digits: string; readonly points: number };

/** The hall's pattern table, in the order that breaks ties inside a grade. */
export type NumberRules = {
  readonly version: number;
  readonly confirmed: boolean;
  readonly rules: readonly NumberRule[];
  readonly heads: readonly HeadSurcharge[];
  readonly memorable: readonly MemorableDigits[];
};

/** What a grade costs: minimum in 营业厅标准, floor in other plans (厘 a month), term in months. */
export type GradeTerms = {
  readonly grade: Grade;
  readonly name: string;
  readonly hallMinimumLi: Li;
  readonly floorLi: Li;
  readonly termMonths: number;
};

/** The hall's grade table; `confirmed: false` shows 未经运营商确认 to the admin. */
export type GradeTable = { readonly version: number; readonly confirmed: boolean; readonly grades: readonly GradeTerms[] };
