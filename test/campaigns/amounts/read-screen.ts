import { amountsIn, dayNumber, liOf, oneAmountIn, type Reading, reading } from './reading.ts';
import { addOnLine, addOnOfBill, lineOnScreen, rateOnScreen, whenOnScreen } from './line-names.ts';
import type { ShownBill, ShownCase } from './show-case.ts';

/** Every amount that the screens of a case show of its quote, its bills and what is due. */
export function readScreen(shown: ShownCase, next: number): readonly Reading[] {
  return [...readQuote(shown), ...readDue(shown), ...readMonths(shown), ...shown.bills.flatMap((bill) => readBill(bill, next)), ...readDueOfBills(shown)];
}

function readQuote({ rates, quote, totals, summaryDue }: ShownCase): readonly Reading[] {
  const named: Readonly<Record<string, string>> = { 每月最低消费: 'monthly-minimum', 预存: 'prepayment', 签约时付: 'due now' };
  return [
    ...quote.map(({ name, small, amount }) => reading('quote screen', lineOnScreen(name, whenOnScreen[small.split(' · ')[0] ?? ''] ?? small), liOf(amount))),
    ...totals.flatMap(([name, amount]) => (named[name] === undefined ? [] : [reading('quote totals', named[name], liOf(amount))])),
    ...[...rates.matchAll(/(\S+) (\d+\.\d{2,3})/gu)].map((rate) => reading('quote screen', `rate ${rateOnScreen[rate[1] ?? ''] ?? rate[1]}`, liOf(rate[2] ?? ''))),
    reading('summary', 'due now', liOf(summaryDue)),
  ];
}

function readDue({ due }: ShownCase): readonly Reading[] {
  const lines = due.filter(([name]) => name !== '合计').map(([name, amount]) => reading('due screen', lineOnScreen(name, 'now'), liOf(amount)));
  return [
    ...lines, reading('due screen', 'due now', lines.reduce((sum, { li }) => sum + li, 0)),
    ...due.filter(([name]) => name === '合计').map(([, amount]) => reading('due screen', 'due now', liOf(amount))),
  ];
}

function readMonths({ months, sums, strip, headOfBills, commitment }: ShownCase): readonly Reading[] {
  const bills = months.filter(({ at }) => at >= 0).flatMap(({ at, amounts }) => (['total', 'cash', 'bonus', 'pay'] as const).map((what, column) => reading('bill screen', `bill ${at} ${what}`, liOf(amounts[column] ?? ''))));
  const day = /(\d+)-(\d+) 周/.exec(headOfBills);
  return [
    ...bills, ...sums.filter(([name]) => name === '实际花费').map(([, amount]) => reading('bill screen', 'term cost', liOf(amount))), reading('bill screen', 'term cost', liOf(strip[1] ?? '')),
    reading('bill screen', 'opening month and day', dayNumber(0, day?.[1] ?? 0, day?.[2] ?? 0)), ...amountsIn(commitment, '承诺 #').map((li) => reading('bill screen', 'commitment', li)),
  ];
}

const items: Readonly<Record<string, string>> = {
  开通费: 'opening-fee', 通话费: 'calls', 封顶减免: 'call-cap', 补足月低消: 'minimum-top-up', 功能费: 'function-fee', 月费: 'monthly-fee', 补足承诺: 'commitment-shortfall',
};

function readBill({ at, lines, total, words }: ShownBill, next: number): readonly Reading[] {
  const sums = new Map<string, number>();
  for (const { name, amount } of lines) sums.set(items[name] ?? addOnOfBill(name) ?? name, (sums.get(items[name] ?? addOnOfBill(name) ?? name) ?? 0) + liOf(amount));
  const of = (name: string): number => sums.get(name) ?? 0;
  const say = (line: string, li: number): Reading => reading('bill screen', line, li);
  if (at < 0) return [...[...sums].map(([name, li]) => say(name, li)), say('start', liOf(total))];
  const money = words.join(' ');
  const share = (who: string): number => [...amountsIn(money, `${who}付 #`), ...amountsIn(money, `${who}剩 #`)].reduce((sum, li) => sum + li, 0);
  const own = [...[...sums].map(([name, li]) => say(`bill ${at} ${name}`, li)), say(`bill ${at} sum`, [...sums.values()].reduce((sum, li) => sum + li, 0)), say(`bill ${at} total`, liOf(total))];
  const first = at === 0 ? [say('prepayment', share('预存')), ...(share('赠款') > 0 ? [say('bonus', share('赠款'))] : [])] : [];
  return [...own, ...first, ...readAddOns(lines, at, next), ...(at === next ? readWholeMonth(lines, of) : [])];
}

/** A charge of each month is read off the whole month; one of each year off its bill, or off what is said to be waived. */
function readAddOns(lines: ShownBill['lines'], at: number, next: number): readonly Reading[] {
  return lines.flatMap(({ name, small, amount }) => {
    const addOnId = addOnOfBill(name);
    if (addOnId === null) return [];
    if (small.endsWith('优惠期内免')) return [reading('bill screen', addOnLine(addOnId, 'yearly'), oneAmountIn(small, '^#，'))];
    const when = { 每月: 'monthly', 每年: 'yearly', 一次: 'once' }[small.split(' ')[0] ?? ''] ?? small;
    return when === 'monthly' && at !== next ? [] : [reading('bill screen', addOnLine(addOnId, when), liOf(amount))];
  });
}

function readWholeMonth(lines: ShownBill['lines'], of: (name: string) => number): readonly Reading[] {
  const say = (line: string, li: number): Reading => reading('bill screen', line, li);
  const topUp = lines.find(({ name }) => name === '补足月低消');
  const calls = of('calls') + of('call-cap');
  return [
    ...(['function-fee', 'monthly-fee'] as const).filter((line) => of(line) > 0).map((line) => say(line, of(line))), say('monthly fixed', of('function-fee') + of('monthly-fee')),
    ...(topUp ? [say('monthly-minimum', calls + of('minimum-top-up')), say('monthly-minimum', oneAmountIn(topUp.small, '月低消 #'))] : calls === 0 ? [say('monthly-minimum', 0)] : []),
    ...lines.filter(({ name }) => name === '通话费').flatMap(({ small }) => {
      const rate = /^(\S+) .* × (\d+\.\d{2,3})$/u.exec(small);
      return [say(`rate ${rateOnScreen[rate?.[1] ?? ''] ?? small}`, liOf(rate?.[2] ?? ''))];
    }),
  ];
}

/** Due with the signature, as the bills tell it: what stands before the first of them, and what it finds prepaid. */
function readDueOfBills({ months, bills }: ShownCase): readonly Reading[] {
  const start = months.find(({ at }) => at === -1);
  const first = bills.find(({ at }) => at === 0);
  const prepaid = first ? readBill(first, -2).find(({ line }) => line === 'prepayment')?.li ?? 0 : 0;
  return [reading('bill screen', 'due now', (start ? liOf(start.amounts[0] ?? '') : 0) + prepaid)];
}
