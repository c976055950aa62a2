import { amountsIn, liOf, liOfCapitals, oneAmountIn, type Reading, reading } from './reading.ts';
import { lineOnPaper, paperNamesOfAddOns } from './line-names.ts';
import { asText, type Word, wordAt } from './pdf-words.ts';

const isUnder = (label: Word) => ({ x, y }: Word): boolean => Math.abs(x - label.x) < 1.5 && y > label.y + 4;

/** What the customer reads first: the facts of the agreement's first page and what is due today, in figures, capitals and parts. */
export function readFrontPage(all: readonly Word[]): readonly Reading[] {
  const words = all.filter(({ page }) => page === 0);
  const label = (text: string): Word => wordAt(words, (word) => word.text === text, text);
  const under = (text: string, until: number): string => asText(words.filter(isUnder(label(text))).filter(({ y }) => y < until - 4));
  const due = label('今日应付');
  const value = (text: string): string => (words.filter(isUnder(label(text))).toSorted((a, b) => a.y - b.y)[0] ?? label(text)).text;
  const fee = value('每月固定费用');
  const minimum = value('月最低消费');
  const prepayment = value('预存款');
  const commitment = value('承诺消费');
  const feeNotes = words.filter(isUnder(label('每月固定费用')));
  const addOns = under('附加业务', due.y);
  const foot = words.filter(({ y }) => y > due.y - 4 && y < due.y + 75);
  return [
    reading('front page', 'monthly fixed', fee === '无' ? 0 : oneAmountIn(fee, '^#元／月$')),
    reading('front page', 'monthly-minimum', minimum === '无' ? 0 : oneAmountIn(minimum, '^#元／月$')),
    reading('front page', 'prepayment', prepayment === '无' ? 0 : oneAmountIn(prepayment, '^#元$')),
    ...(commitment === '无' ? [] : [reading('front page', 'commitment', oneAmountIn(commitment, '个月满#元$'))]),
    ...feeNotes.flatMap(({ text }) => amountsIn(text, '^月功能费#')).map((li) => reading('front page', 'function-fee', li)),
    ...feeNotes.flatMap(({ text }) => amountsIn(text, '^套餐月费#')).map((li) => reading('front page', 'monthly-fee', li)),
    ...amountsIn(under('预存款', due.y), '另赠#元').map((li) => reading('front page', 'bonus', li)),
    ...paperNamesOfAddOns.flatMap(([name, line]) => amountsIn(addOns, `${name}#元`).map((li) => reading('front page', line, li))),
    ...foot.filter(({ text }) => text.startsWith('¥')).map(({ text }) => reading('front page', 'due now', liOf(text))),
    ...foot.filter(({ text }) => text.startsWith('人民币')).map(({ text }) => reading('front page', 'due now', liOfCapitals(text))),
    ...[...asText(foot).matchAll(/(开户费|预存款)([\d,.]+\.\d\d)/gu)].map((part) => reading('front page', lineOnPaper(part[1] ?? ''), liOf(part[2] ?? ''))),
  ];
}
