/** An exact fraction; the denominator is positive. */
export type Exact = { readonly over: bigint; readonly under: bigint };

export const whole = (value: number): Exact => ({ over: BigInt(value), under: 1n });
export const NOTHING: Exact = whole(0);

export const plus = (a: Exact, b: Exact): Exact => (a.under === b.under ? { over: a.over + b.over, under: a.under } : { over: a.over * b.under + b.over * a.under, under: a.under * b.under });

/** The fraction times whole numbers over whole numbers. */
export const times = (value: Exact, over: number, under = 1): Exact => ({ over: value.over * BigInt(over), under: value.under * BigInt(under) });

/** Half up to whole fen by the absolute value, in 厘 (rules 1.1, 1.2). */
export function toFen({ over, under }: Exact): number {
  const size = over < 0n ? -over : over;
  const fen = Number((2n * size + 10n * under) / (20n * under));
  return fen === 0 ? 0 : (over < 0n ? -10 : 10) * fen;
}

/** Downwards to a whole number; the fraction is not negative. */
export const floored = ({ over, under }: Exact): number => Number(over / under);
