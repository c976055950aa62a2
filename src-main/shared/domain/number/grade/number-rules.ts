import type { Li } from '../../money/money.ts';

/** Grade of a number: 1 (best) to 6 are special (靓号), 9 is ordinary (普通). */
export type Grade = 1 | 2 | 3 | 4 | 5 | 6 | 9;

/** Every grade, best first. */
export const GRADES: readonly Grade[] = [1, 2, 3, 4, 5, 6, 9];

/** Special numbers need an approval and seven working days. */
export const isSpecial = (grade: Grade): boolean => grade !== 9;

/** Where a pattern stands in the seven digits after 400; see resources/reference/number-rules.md. */
export type RuleAnchor = 'tail' | 'head' | 'middle' | 'anywhere';

type Named = { readonly id: string; readonly name: string; readonly grade: Grade; readonly enabled: boolean; readonly anchor: RuleAnchor };

/** One pattern; what each kind means is written in resources/reference/number-rules.md. */
export type NumberRule =
  | (Named & { readonly kind: 'run'; readonly length: number; readonly digits: string })
  | (Named & { readonly kind: 'sequence'; readonly length: number; readonly wrap: boolean })
  | (Named & { readonly kind: 'shape'; readonly shape: string; readonly digits: string })
  | (Named & { readonly kind: 'list'; readonly entries: readonly string[] })
  | (Named & { readonly kind: 'product' });

/** Makes a number cheaper when the digits that its winning rule saw contain a digit (4 as shipped, off). */
export type Downgrade = { readonly id: string; readonly digit: string; readonly steps: number; readonly enabled: boolean };

/** A head that may carry its own monthly floor (400-600, 400-666); off until the carrier says otherwise. */
export type HeadSurcharge = { readonly id: string; readonly head: string; readonly floorLi: Li; readonly enabled: boolean };

/** Digits people remember (114, 1314, 3721…): points for the order of the result list, never for money. */
export type MemorableDigits = { readonly digits: string; readonly points: number };

/** The hall's pattern table, in the order that breaks ties inside a grade. */
export type NumberRules = {
  readonly version: number;
  readonly confirmed: boolean;
  readonly source: string;
  readonly rules: readonly NumberRule[];
  readonly downgrades: readonly Downgrade[];
  readonly heads: readonly HeadSurcharge[];
  readonly memorable: readonly MemorableDigits[];
};

/**
 * What a grade costs and binds: minimum in 营业厅标准, floor in other plans (厘 a month), the least prepayment and the months over
 * which it is released, term in months, and whether the number may be handed to another customer or given up within the term.
 */
export type GradeTerms = {
  readonly grade: Grade;
  readonly name: string;
  readonly hallMinimumLi: Li;
  readonly floorLi: Li;
  readonly prepayLi: Li;
  readonly releaseMonths: number;
  readonly termMonths: number;
  readonly transferable: boolean;
  readonly cancellable: boolean;
};

/** The hall's grade table; `confirmed: false` shows 未经运营商确认 to the admin. */
export type GradeTable = { readonly version: number; readonly confirmed: boolean; readonly grades: readonly GradeTerms[] };
