import type { Reading, Source } from './reading.ts';

const everywhere: readonly Source[] = ['quote screen', 'annex', 'order', 'order at the carrier'];
const bills: readonly Source[] = ['bill preview', 'bill screen'];
const money: readonly Source[] = ['due screen', 'receipt', 'receipt copy'];

/** Who has to show a line; a line that one of them does not show is a finding like one that differs. */
function speakersOf(line: string, li: number, isSilent: boolean): readonly Source[] {
  const paid = li > 0 ? money : [];
  const [kind] = line.split(' ');
  switch (kind) {
    case 'opening-fee': return [...everywhere, 'annex words', ...(li > 0 ? ['front page' as const] : []), ...bills, ...paid];
    case 'prepayment': return [...everywhere, 'annex words', 'quote totals', 'front page', ...bills, ...paid];
    case 'monthly-minimum': return [...everywhere, 'quote totals', 'front page', 'read out', ...(isSilent ? bills : [])];
    case 'bonus': case 'function-fee': case 'monthly-fee': return [...everywhere, 'asked by test', 'front page', ...bills];
    case 'commitment': return [...everywhere, 'asked by test', 'front page', 'read out', ...bills];
    case 'add-on': return [...everywhere, 'asked by test', 'front page', 'form', ...bills];
    case 'due': return ['quote totals', 'summary', 'due screen', 'annex', 'annex words', 'front page', 'read out', 'order', 'order at the carrier', ...bills, ...paid];
    case 'monthly': return ['front page', 'read out', 'order', 'order at the carrier', ...bills];
    case 'rate': return ['quote screen', 'annex'];
    default: return [];
  }
}

export type Compared = { readonly lines: number; readonly readings: number; readonly differences: readonly string[] };

/** Line by line: everybody who shows it says the same, and nobody who has to is missing. `isSilent`: nobody calls, so the minimum is to be seen. */
export function compareReadings(readings: readonly Reading[], isSilent: boolean): Compared {
  const lines = Map.groupBy(readings, ({ line }) => line);
  const differences = [...lines].flatMap(([line, said]) => {
    const amounts = new Set(said.map(({ li }) => li));
    const missing = speakersOf(line, Math.max(...amounts), isSilent).filter((source) => said.every((one) => one.source !== source));
    return [
      ...(amounts.size > 1 ? [`${line}: ${said.map(({ source, li }) => `${source} ${li / 1000}`).join(', ')}`] : []),
      ...(missing.length > 0 ? [`${line}: not on ${missing.join(', ')} (${said[0]?.source} ${(said[0]?.li ?? 0) / 1000})`] : []),
    ];
  });
  return { lines: [...lines].filter(([, said]) => new Set(said.map(({ source }) => source)).size > 1).length, readings: readings.length, differences };
}
