import type { AgreementSummary, PaperFact } from '#domain/agreement/agreement-paper.ts';
import { formatYuan, roundToFen } from '#domain/money/money.ts';
import type { Catalogue, RateLine } from '#domain/tariff/catalogue.ts';
import type { Quote, QuoteItem, QuoteLine } from '#domain/tariff/quote.ts';
import { minutePrice, perMonth, unitOf, yuanWords } from '../wording/amounts.ts';
import { discountWords } from '../wording/discount-words.ts';
import { calculationWords, itemWords, type QuoteNames } from '../wording/quote-words.ts';

const fact = (value: string, ...notes: readonly string[]): PaperFact => ({ value, notes });
const lineOf = (quote: Quote, item: QuoteItem): QuoteLine | undefined => quote.lines.find((line) => line.item === item);

/** What does not come to a minute's end counts as one: rule of the policy, said beside every price of a minute. */
const ROUNDING = '不足1分钟按1分钟计';

/** The nine facts of the first page; what is not charged says 无. */
export function summaryFacts(quote: Quote, rates: readonly RateLine[], names: QuoteNames, catalogue: Catalogue): AgreementSummary {
  return {
    plan: fact(names.plan.name, `目录${catalogue.version}版，套餐${quote.planVersion}版`, ...(quote.sample ? ['价格为培训样价'] : [])),
    rate: rateFact(rates, names), monthlyFee: monthlyFee(quote, names), monthlyMinimum: monthlyMinimum(quote, names), commitment: commitmentFact(quote),
    term: quote.termMonths === 0 ? fact('无', '没有最低在网期限') : fact(`开通之日起${quote.termMonths}个月`, '期满不续即止，提前30日提醒'),
    addOns: addOnsFact(quote, names), earlyExit: earlyExit(quote), prepayment: prepayment(quote, names),
  };
}

function rateFact(rates: readonly RateLine[], { plan }: QuoteNames): PaperFact {
  const [first] = rates;
  if (!first) return fact('不按分钟计费', '指定终端接听的来话不另计通话费');
  if (first.code === 'after-included') return fact(`超出部分${minutePrice(first.liPerMinute)}元／分钟`, `每月先用所含${plan.includedMinutes}分钟；`, ROUNDING);
  if (first.code === 'any') return fact(`${minutePrice(first.liPerMinute)}元／分钟`, '各地固话、手机来电同价；', ROUNDING);
  const prices = rates.map(({ liPerMinute }) => liPerMinute);
  const [local = '', ...others] = rates.map((rate) => `${rateShort[rate.code]}${minutePrice(rate.liPerMinute)}`);
  return fact(`${minutePrice(Math.min(...prices))}～${minutePrice(Math.max(...prices))}元／分钟`, `${local}，${others.slice(0, -1).join('，')}，`, `${others.at(-1)}；${ROUNDING}`);
}

const rateShort: Readonly<Record<RateLine['code'], string>> = { any: '', local: '同区号', fixed: '外地固话', mobile: '外地手机', 'after-included': '超出' };

function monthlyFee(quote: Quote, { plan }: QuoteNames): PaperFact {
  const fees = quote.lines.filter(({ item }) => item === 'function-fee' || item === 'monthly-fee');
  if (fees.length === 0) return fact('无', '没有月功能费和套餐月费');
  const sum = fees.reduce((total, { li }) => total + li, 0);
  const perTerminal = plan.monthlyFeePer === 'terminal' ? fees.find(({ item }) => item === 'monthly-fee') : undefined;
  return fact(
    perMonth(sum), ...fees.map((line) => `${line.item === 'function-fee' ? '月功能费' : '套餐月费'}${formatYuan(line.li)}${offWords(line)}`),
    ...(perTerminal ? [`${Number(perTerminal.calc.facts['terminals'] ?? 1)}部指定终端，每部${formatYuan(Number(perTerminal.calc.facts['eachLi'] ?? perTerminal.li))}`] : []), ...(plan.includedMinutes > 0 ? [`含${plan.includedMinutes}分钟国内来话`] : []),
  );
}

function monthlyMinimum(quote: Quote, names: QuoteNames): PaperFact {
  const line = lineOf(quote, 'monthly-minimum');
  if (quote.monthlyMinimumLi === 0) return fact('无', line ? calculationWords(line, names) : '没有月最低消费');
  return fact(perMonth(quote.monthlyMinimumLi), '只计通话费；当月不足的，补足到此数；', '开通、注销当月按天折算');
}

const commitmentFact = ({ commitment }: Quote): PaperFact =>
  commitment === null ? fact('无', '没有承诺消费') : fact(`${commitment.months}个月满${yuanWords(commitment.li)}`, '只计通话费；不足的，期满一次补足');

function addOnsFact(quote: Quote, names: QuoteNames): PaperFact {
  const lines = quote.lines.filter(({ item }) => item === 'add-on');
  if (lines.length === 0) return fact('无', '没有附加业务');
  const bought = [...new Set(lines.map(({ addOnId }) => addOnId))].map((id) => names.addOns.find((addOn) => addOn.id === id)?.name ?? '');
  return fact(bought.join('、'), ...lines.map((line) => `${itemWords(line, names)}${addOnPrice(line)}`));
}

/** 120.00元／年，首年免 */
const addOnPrice = (line: QuoteLine): string => `${yuanWords(line.li)}${unitOf(line.when)}${offWords(line)}${line.when === 'once' ? '，一次' : ''}`;

function offWords(line: QuoteLine): string {
  const words = discountWords(line);
  return words === '' ? '' : `，${words}`;
}

/** Half of the commitment as the worked example: it shows that what was spent counts. */
function earlyExit({ commitment }: Quote): PaperFact {
  if (commitment === null) return fact('无', '没有提前终止费用；', '结清已发生的费用即可');
  const spentLi = roundToFen(Math.floor(commitment.li / 2));
  return fact('补足承诺差额', `${yuanWords(commitment.li)}减去已计入承诺的消费；`, `例：已消费${yuanWords(spentLi)}，补${yuanWords(commitment.li - spentLi)}`);
}

function prepayment(quote: Quote, names: QuoteNames): PaperFact {
  const line = lineOf(quote, 'prepayment');
  const bonus = lineOf(quote, 'bonus');
  if (quote.prepayDueLi === 0) return fact('无', line ? calculationWords(line, names) : '没有预存款');
  const rest = ['抵扣通话费和最低消费，不计利息；', '收据不是发票'];
  return fact(yuanWords(quote.prepayDueLi), ...(bonus ? [`另赠${yuanWords(bonus.li)}，${Number(bonus.calc.facts['lapsesAfterMonths'])}个月后作废；`] : []), ...rest);
}
