import type { Promotion } from '#domain/tariff/catalogue.ts';
import type { QuoteLine, QuoteWhen } from '#domain/tariff/quote.ts';

type Names = { readonly promotions: readonly Pick<Promotion, 'id' | 'name'>[] };

const factOf = ({ calc: { facts } }: QuoteLine, key: string): number => Number(facts[key] ?? 0);

/** What promotions take off the line, first what is free, then what is cheaper; empty where nothing is: 首年免, 前3个月减20%. */
export function discountWords(line: QuoteLine): string {
  const [waived, percentOff, cheaper] = [factOf(line, 'waivedPeriods'), factOf(line, 'percentOff'), factOf(line, 'percentPeriods')];
  const { when } = line;
  if (when === 'once' || when === 'now') return waived > 0 ? '免收' : percentOff > 0 ? `减${percentOff}%` : '';
  const free = waived === 0 ? [] : [waived === 1 ? `首${unitOf(when)}免` : `前${periods(waived, when)}免`];
  const less = percentOff === 0 ? [] : [`${waived > 0 ? '其后' : '前'}${periods(cheaper, when)}减${percentOff}%`];
  return [...free, ...less].join('，');
}

/** The same with the promotions by name, as the annex tells it. */
export function namedDiscount(line: QuoteLine, { promotions }: Names): string {
  const words = discountWords(line);
  if (words === '') return '';
  const ids = String(line.calc.facts['promotion'] ?? '').split(' ').filter((id) => id !== '');
  const names = ids.map((id) => promotions.find((promotion) => promotion.id === id)?.name ?? id);
  return names.length === 0 ? `，${words}` : `，${words}（优惠：${names.join('、')}）`;
}

const unitOf = (when: QuoteWhen): string => (when === 'yearly' ? '年' : '月');
const periods = (count: number, when: QuoteWhen): string => (when === 'yearly' ? `${count}年` : `${count}个月`);
