import type { ComparisonPaper, ComparisonPlan } from '#domain/agreement/comparison-paper.ts';
import { formatYuan } from '#domain/money/money.ts';
import type { Flow } from '../sheet/flow.ts';
import { LEFT, MEASURE, RIGHT } from '../sheet/grid.ts';
import type { Ink } from '../sheet/ink.ts';

const NAME = LEFT + 15;
const EDGES = { month: 272, over: 329, year: 394, term: 466, dueNow: RIGHT } as const;
const DETAIL = { face: 'sans', size: 8, leading: 10, width: RIGHT - NAME } as const;

/** Every plan with its price, cheapest first: the amounts in one line, what the month is made of and what it binds to below. */
export function planTable(flow: Flow, { plans, termMonths }: ComparisonPaper): void {
  const { ink } = flow;
  flow.sectionHead('每个套餐要花多少钱', `元，便宜的在前；按${termMonths}个月、上面的用量算，费用全部计入`);
  flow.rule(1);
  const bold = { face: 'sansBold', size: 8, align: 'right' } as const;
  ink.text(NAME, flow.y + 10.8, '套餐', { face: 'sansBold', size: 8 });
  for (const [head, x] of [['平均每月', EDGES.month], ['比最便宜的多', EDGES.over], ['第一年', EDGES.year], [`${termMonths}个月`, EDGES.term], ['签约时交', EDGES.dueNow]] as const) ink.text(x, flow.y + 10.8, head, bold);
  flow.y += 16;
  flow.rule(0.6);
  plans.forEach((plan, i) => {
    if (i > 0) flow.rule(0.35);
    flow.y = planRow(ink, flow.y, i + 1, plan);
  });
  if (plans.length === 0) {
    ink.text(NAME, flow.y + 14, '这个号码现在没有能选的套餐。', { face: 'sans', size: 9 });
    flow.y += 21;
  }
  ink.rule(LEFT, flow.y, MEASURE, 1);
  flow.y += 16;
}

function planRow(ink: Ink, top: number, place: number, plan: ComparisonPlan): number {
  const y = top + 11.8;
  ink.text(LEFT, y, String(place), { face: 'sansBold', size: 9 });
  const marks = [...(plan.chosen ? ['已选'] : []), ...(plan.sample ? ['样价'] : [])];
  const room = EDGES.month - 58 - NAME - marks.length * 26;
  const size = Math.min(9.5, (9.5 * room) / ink.widthOf(plan.name, { face: 'sansBold', size: 9.5 }));
  let at = NAME + ink.text(NAME, y, plan.name, { face: 'sansBold', size }) + 4;
  for (const mark of marks) at += wordBox(ink, at, y, mark) + 3;
  const amount = (x: number, words: string, face: 'sans' | 'sansBold' = 'sans', points = 9): void => void ink.text(x, y, words, { face, size: points, align: 'right' });
  amount(EDGES.month, formatYuan(plan.month), 'sansBold', 10.5);
  amount(EDGES.over, plan.cheapest ? '最便宜' : formatYuan(plan.over), plan.cheapest ? 'sansBold' : 'sans');
  amount(EDGES.year, formatYuan(plan.year));
  amount(EDGES.term, formatYuan(plan.term));
  amount(EDGES.dueNow, formatYuan(plan.dueNow));
  const words = [partWords(plan), plan.terms].filter((each) => each !== '').join('；');
  return ink.paragraph(NAME, y + 10.4, words, DETAIL) + 4.4;
}

/** 月费120.00＋通话费320.00−赠款16.67: they add up to the month. */
const partWords = ({ parts }: ComparisonPlan): string =>
  parts.map(({ label, amount }, i) => `${amount < 0 ? '−' : i === 0 ? '' : '＋'}${label}${formatYuan(Math.abs(amount))}`).join('');

/** A word in a thin black box: it stands beside a name and is no state of the paper. */
function wordBox(ink: Ink, x: number, y: number, word: string): number {
  const width = ink.widthOf(word, { face: 'sans', size: 7.5 }) + 6;
  ink.box(x, y - 7.8, width, 9.8, 0.6);
  ink.text(x + 3, y - 0.4, word, { face: 'sans', size: 7.5 });
  return width;
}
