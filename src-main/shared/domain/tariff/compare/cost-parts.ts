import { roundToSum } from '../../money/allocate.ts';
import type { Li } from '../../money/money.ts';
import type { BillItem, TermBill } from '../bill.ts';

/** A month's share of one kind of cost over the term; the bonus is negative. Amounts in whole fen (厘 ÷ 10). */
export type CostPart = { readonly item: BillItem | 'bonus'; readonly addOnId: string | null; readonly li: Li };

/** The month's cost by kind, in the order of a bill, adding up to it exactly (largest remainder). */
export function costParts({ start, bills }: TermBill, monthLi: Li, months: number): readonly CostPart[] {
  const sums = new Map<string, { item: CostPart['item']; addOnId: string | null; li: Li }>();
  const add = (item: CostPart['item'], addOnId: string | null, li: Li): void => {
    const key = `${item} ${addOnId ?? ''}`;
    sums.set(key, { item, addOnId, li: (sums.get(key)?.li ?? 0) + li });
  };
  for (const { item, addOnId, li } of [...start, ...bills.flatMap(({ lines }) => lines)]) add(item, addOnId, li);
  for (const { byBonusLi } of bills) if (byBonusLi > 0) add('bonus', null, -byBonusLi);
  const kinds = [...sums.values()].toSorted((a, b) => ORDER.indexOf(a.item) - ORDER.indexOf(b.item));
  const fen = roundToSum(monthLi / 10, kinds.map(({ li }) => li), months * 10);
  return kinds.map((kind, at) => ({ ...kind, li: (fen[at] ?? 0) * 10 }));
}

const ORDER: readonly CostPart['item'][] = ['opening-fee', 'calls', 'call-cap', 'minimum-top-up', 'function-fee', 'monthly-fee', 'add-on', 'commitment-shortfall', 'early-exit', 'bonus'];
