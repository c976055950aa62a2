import { seeded } from '../../faults/campaign/seeded.ts';
import { openAmountsWorld, type Seen, type Sold } from './amounts-world.ts';
import { generateCase } from './generate-case.ts';
import type { HallPrices } from './read-catalogue.ts';

export type AmountsOptions = { readonly seed: number; readonly cases: readonly number[]; readonly onCase?: (at: number, differences: readonly string[]) => void };
export type AmountsFigures = {
  readonly runs: number; readonly violations: readonly string[];
  /** Lines that more than one presenter showed, and how often an amount was read. */
  readonly lines: number; readonly readings: number;
  readonly plans: Readonly<Record<string, number>>; readonly special: number;
};

/** Cases whose order may still be on its way to the carrier: one that was approved goes some seconds after the others. */
const underway = 12;

/** The admin has another idea of the hall's own prices every so many cases. */
const repriceEvery = 10;
const pricesAt = (seed: number, turn: number): HallPrices => {
  const random = seeded(seed * 7919 + turn);
  const odd = (): number => 10 * (1 + Math.floor(random() * 30_000));
  return { 'all-answer': odd(), 'beijing-enhanced': odd() };
};

/** Sells each generated case and reads its amounts back from everything that shows them; tells every difference. */
export async function runAmounts({ seed, cases, onCase }: AmountsOptions): Promise<AmountsFigures> {
  const world = await openAmountsWorld();
  const book = { violations: [] as string[], plans: {} as Record<string, number>, lines: 0, readings: 0, special: 0 };
  const waiting: Seen[] = [];
  // What cannot be sold or read is a finding of its case, and the others go on.
  const told = <T>(at: number, work: Promise<T>): Promise<T | null> => work.catch((error: unknown) => {
    book.violations.push(`case ${at} of seed ${seed}: ${String(error)}`);
    onCase?.(at, [String(error)]);
    return null;
  });
  const settle = async (seen: Seen): Promise<void> => {
    const { generated, view: { number } } = seen;
    const compared = await told(generated.at, world.compare(seen));
    if (compared === null) return;
    const { differences, lines, readings } = compared;
    Object.assign(book, { lines: book.lines + lines, readings: book.readings + readings, special: book.special + (number?.grade === 9 ? 0 : 1) });
    book.plans[generated.planId] = (book.plans[generated.planId] ?? 0) + 1;
    book.violations.push(...differences.map((one) => `case ${generated.at} of seed ${seed} (${generated.planId}, ${number?.digits} grade ${number?.grade}): ${one}`));
    onCase?.(generated.at, differences);
  };
  const sell = (at: number | undefined): Promise<Sold | null> => {
    const sold = at === undefined ? Promise.resolve(null) : world.sell(generateCase(seed, at));
    // Whoever waits for it hears of it; until then it is nobody's.
    sold.catch(() => undefined);
    return sold;
  };
  try {
    // The next case is sold while the page shows the last one.
    let sold = sell(cases[0]);
    for (const [turn, at] of cases.entries()) {
      const now = await told(at, sold);
      // Sold under the old prices, read back under the new ones: it keeps its own.
      if (turn % repriceEvery === repriceEvery - 1) await world.reprice(pricesAt(seed, turn));
      sold = sell(cases[turn + 1]);
      const seen = now && (await told(at, world.readBack(now)));
      if (seen) waiting.push(seen);
      if (waiting.length > underway) await settle(waiting.shift() as Seen);
    }
    for (const seen of waiting) await settle(seen);
    return { ...book, runs: cases.length, violations: [...book.violations, ...world.counter.errors.map((error) => `the page: ${error}`)] };
  } finally {
    await world.close();
  }
}
