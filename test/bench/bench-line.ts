/** One figure of a bench; `ratio` is baseline ÷ value. A line with a named baseline says only how many times faster it is. */
export type BenchLine =
  | { readonly bench: string; readonly name: string; readonly value: number; readonly unit: string; readonly ratio?: number; readonly baseline?: number | string }
  | { readonly bench: string; readonly name: string; readonly baseline: string; readonly ratio: number };

export const median = (values: readonly number[]): number => [...values].sort((a, b) => a - b)[values.length >> 1] as number;
export const percentile = (values: readonly number[], share: number): number => [...values].sort((a, b) => a - b)[Math.min(values.length - 1, Math.floor(values.length * share))] as number;
/** Three digits: what a shared machine measures is not worth more. */
export const round = (value: number): number => Number(value.toPrecision(3));

/** A figure beside what it is measured against. */
export const against = (bench: string, name: string, unit: string, value: number, baseline: number): BenchLine =>
  ({ bench, name, value: round(value), unit, baseline: round(baseline), ratio: round(baseline / value) });
