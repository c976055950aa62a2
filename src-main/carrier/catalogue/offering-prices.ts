import { z } from 'zod';
import { LI_PER_YUAN } from '#domain/money/money.ts';
import type { Body } from '../store/resource-rows.ts';

type Source = Readonly<Record<string, unknown>> & { readonly id: string };

const fees = [['openingFeeLi', '开户费', 'oneTime'], ['functionFeeMonthLi', '功能费', 'recurring'], ['monthlyFeeLi', '月租', 'recurring']] as const;
const ratesOf = z.object({ rates: z.looseObject({ liPerMinute: z.number().optional(), localLi: z.number().optional(), mobileLi: z.number().optional(), fixedLi: z.number().optional() }) });
const minutePrices = [['liPerMinute', '通话'], ['localLi', '市话'], ['mobileLi', '手机'], ['fixedLi', '固话']] as const;
const chargesOf = z.object({ charges: z.array(z.object({ per: z.enum(['month', 'year', 'once']), li: z.number() })) });
const percentOf = z.object({ percentOff: z.number() });

const yuan = (li: number) => ({ unit: 'CNY', value: li / LI_PER_YUAN });
const every = (period: 'month' | 'year') => ({ priceType: 'recurring', recurringChargePeriodType: period, recurringChargePeriodLength: 1 });
const named = (id: string, name: string) => ({ '@type': 'ProductOfferingPrice', id, name });

/** Fees of a plan, and what a minute costs by who calls. */
export function planPrices(source: Source): readonly Body[] {
  const rates = ratesOf.safeParse(source).data?.rates ?? {};
  return [
    ...fees.filter(([member]) => Number(source[member] ?? 0) > 0).map(([member, name, kind]) => ({
      ...named(`${source.id}-${member}`, name), price: yuan(Number(source[member])), ...(kind === 'recurring' ? every('month') : { priceType: 'oneTime' }),
    })),
    ...minutePrices.flatMap(([member, name]) => (rates[member] === undefined ? [] : [
      { ...named(`${source.id}-${member}`, name), priceType: 'usage', price: yuan(rates[member]), unitOfMeasure: { amount: 1, units: 'minute' } },
    ])),
  ];
}

export const addOnPrices = (source: Source): readonly Body[] => (chargesOf.safeParse(source).data?.charges ?? []).map(({ per, li }, at) => ({
  ...named(`${source.id}-${per}-${at + 1}`, per === 'once' ? '一次性' : '功能费'), price: yuan(li), ...(per === 'once' ? { priceType: 'oneTime' } : every(per)),
}));

export const promotionPrices = (source: Source): readonly Body[] => {
  const percent = percentOf.safeParse(source).data?.percentOff;
  return percent === undefined ? [] : [{ ...named(`${source.id}-percent`, '优惠'), priceType: 'discount', percentage: percent }];
};
