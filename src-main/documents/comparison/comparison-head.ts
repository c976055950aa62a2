import type { ComparisonPaper } from '#domain/agreement/comparison-paper.ts';
import type { Flow } from '../sheet/flow.ts';
import { LEFT, MEASURE, RIGHT } from '../sheet/grid.ts';
import { dateWords, groupedNumber } from '../sheet/wording.ts';

const NUMBER_WIDTH = 126;

/** Title, for whom and which number, and the usage by which everything below was computed. */
export function comparisonHead(flow: Flow, { head, date, company, number, usage }: ComparisonPaper): void {
  const { ink } = flow;
  ink.text(LEFT, 88, '套餐比较单', { face: 'serifBold', size: 20 });
  ink.text(RIGHT, 76, `比较单号 ${head.documentNumber}`, { face: 'sans', size: 8, align: 'right', tight: true });
  ink.text(RIGHT, 88, `${dateWords(date)}\u3000${head.hall.name}\u3000${head.clerk.name} ${head.clerk.staffNumber}`, { face: 'sans', size: 8.5, align: 'right', tight: true });
  ink.rule(LEFT, 97, MEASURE, 1);
  const width = MEASURE - NUMBER_WIDTH - 10;
  const isLong = ink.widthOf(company, { face: 'serifBold', size: 12.5, tight: true }) > width;
  const y = ink.paragraph(LEFT, 114, company, { face: 'serifBold', size: isLong ? 10.5 : 12.5, leading: 13, width, tight: true });
  ink.text(RIGHT, 115, groupedNumber(number.digits), { face: 'sansBold', size: 15, align: 'right', tight: true });
  ink.text(RIGHT, 127, number.words, { face: 'sans', size: 8, align: 'right' });
  const at = Math.max(y + 17, 131);
  const minutes = ink.text(LEFT, at, usage.minutes, { face: 'sansBold', size: 11 });
  ink.text(LEFT + minutes + 10, at, usage.shares, { face: 'sans', size: 9 });
  flow.y = ink.paragraph(LEFT, at + 13, `${usage.addOns}；${usage.source}`, { face: 'sans', size: 8, leading: 10.5, width: MEASURE }) + 19;
}
