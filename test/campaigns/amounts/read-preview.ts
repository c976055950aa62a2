import type { BillPreview } from '#contract/plans.ts';
import { dayNumber, type Reading, reading } from './reading.ts';
import { addOnLine } from './line-names.ts';

type Line = { readonly item: string; readonly ruleId: string; readonly addOnId: string | null; readonly li: number; readonly facts: Readonly<Record<string, unknown>> };
const source = 'bill preview';

/** The bills to come as main hands them to the screen: what of them the quote has promised, and each bill's sums. */
export function readPreview({ term, next, openedOn }: { readonly term: BillPreview['term']; readonly next: number; readonly openedOn: string }): readonly Reading[] {
  const lines = (at: number): readonly Line[] => term.bills[at]?.lines ?? [];
  const start = sumOf(term.start);
  const fixed = lines(next).filter(({ item }) => item === 'function-fee' || item === 'monthly-fee');
  const [year, month, day] = openedOn.split('-') as [string, string, string];
  return [
    ...term.start.map(({ item, li }) => reading(source, item, li)), reading(source, 'prepayment', term.cashLi), ...(term.bonusLi > 0 ? [reading(source, 'bonus', term.bonusLi)] : []),
    ...fixed.map(({ item, li }) => reading(source, item, li)), reading(source, 'monthly fixed', sumOf(fixed)),
    ...addOnsOf(term.bills.map(({ lines: own }) => own), next), ...minimumOf(lines(next)), ...(term.commitment ? [reading(source, 'commitment', term.commitment.li)] : []),
    reading(source, 'due now', start + term.cashLi), reading(source, 'opening day', dayNumber(year, month, day)), reading(source, 'opening month and day', dayNumber(0, month, day)),
    ...term.bills.flatMap(({ totalLi, byCashLi, byBonusLi, payableLi, lines: own }, at) => [
      reading(source, `bill ${at} total`, totalLi), reading(source, `bill ${at} cash`, byCashLi), reading(source, `bill ${at} bonus`, byBonusLi), reading(source, `bill ${at} pay`, payableLi),
      ...itemSums(at, own), reading(source, `bill ${at} sum`, sumOf(own)),
    ]),
    reading(source, 'term cost', term.costLi), ...ratesOf(lines(next)), ...readColumns(term),
  ];
}

const sumOf = (lines: readonly { readonly li: number }[]): number => lines.reduce((sum, { li }) => sum + li, 0);
const periods = { 'ADD-ON-MONTH': 'monthly', 'ADD-ON-YEAR': 'yearly', 'ADD-ON-ONCE': 'once' } as const;

/** A yearly charge that a promotion waives in its first year says in its facts what it would have been. */
function addOnsOf(bills: readonly (readonly Line[])[], next: number): readonly Reading[] {
  return bills.flatMap((lines, at) => lines.filter(({ addOnId }) => addOnId !== null).flatMap(({ addOnId, ruleId, li, facts }) => {
    if (ruleId === 'WAIVED') return [reading(source, addOnLine(addOnId ?? '', 'yearly'), Number(facts['eachLi']) * Number(facts['quantity'] ?? 1))];
    const when = periods[ruleId as keyof typeof periods];
    return when === 'monthly' && at !== next ? [] : [reading(source, addOnLine(addOnId ?? '', when), li)];
  }));
}

/** What calls did not reach is topped up: together they are the minimum. Nothing called and nothing topped up: there is none. */
export function minimumOf(lines: readonly Line[]): readonly Reading[] {
  const calls = sumOf(lines.filter(({ item }) => item === 'calls' || item === 'call-cap'));
  const topUp = lines.find(({ item }) => item === 'minimum-top-up');
  return topUp ? [reading(source, 'monthly-minimum', calls + topUp.li)] : calls === 0 ? [reading(source, 'monthly-minimum', 0)] : [];
}

function itemSums(at: number, lines: readonly Line[]): readonly Reading[] {
  const names = new Set(lines.map(({ item, addOnId }) => addOnId ?? item));
  return [...names].map((name) => reading(source, `bill ${at} ${name}`, sumOf(lines.filter(({ item, addOnId }) => (addOnId ?? item) === name))));
}

const rateRules: Readonly<Record<string, string>> = { 'RATE-ANY': 'any', 'RATE-LOCAL': 'local', 'RATE-MOBILE': 'mobile', 'RATE-FIXED': 'fixed', 'RATE-AFTER-INCLUDED': 'after-included' };
const ratesOf = (lines: readonly Line[]): readonly Reading[] =>
  lines.filter(({ item }) => item === 'calls').map(({ ruleId, facts }) => reading(source, `rate ${rateRules[ruleId] ?? ruleId}`, Number(facts['liPerMinute'])));

/** The same bills, twelve a column, as the annex shows the fixed cost: fees always, what depends on calls only where nobody calls. */
function readColumns(term: BillPreview['term']): readonly Reading[] {
  const count = Math.max(1, Math.floor(term.bills.length / 12));
  const spans = Array.from({ length: count }, (_, at) => [at * 12, at === count - 1 ? term.bills.length : (at + 1) * 12] as const);
  const isSilent = term.bills.every(({ lines }) => sumOf(lines.filter(({ item }) => item === 'calls' || item === 'call-cap')) === 0);
  return spans.flatMap(([from, to]) => {
    const bills = term.bills.slice(from, to);
    const column = (line: string, li: number): Reading => reading(source, `term ${line} ${from + 1}-${to}`, li);
    const items = (is: (line: Line) => boolean): number => sumOf(bills.flatMap(({ lines }) => lines.filter(is)));
    const silent = [
      column('monthly-minimum', items(({ item }) => item === 'minimum-top-up')), column('commitment', items(({ item }) => item === 'commitment-shortfall')),
      column('由预存款抵扣', -bills.reduce((sum, { byCashLi }) => sum + byCashLi, 0)), column('由赠款抵扣', -bills.reduce((sum, { byBonusLi }) => sum + byBonusLi, 0)),
      column('合计', bills.reduce((sum, { payableLi }) => sum + payableLi, 0)),
    ];
    const addOns = Object.entries(periods).flatMap(([ruleId, when]) => [...new Set(bills.flatMap(({ lines }) => lines.flatMap(({ addOnId }) => addOnId ?? [])))]
      .filter((id) => bills.some(({ lines }) => lines.some((line) => line.addOnId === id && line.ruleId === ruleId)))
      .map((id) => column(addOnLine(id, when), items((line) => line.addOnId === id && line.ruleId === ruleId))));
    return [...addOns, column('function-fee', items(({ item }) => item === 'function-fee')), column('monthly-fee', items(({ item }) => item === 'monthly-fee')), ...(isSilent ? silent : [])];
  }).concat(reading(source, 'term 合计 now', sumOf(term.start) + term.cashLi));
}
