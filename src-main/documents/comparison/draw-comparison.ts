import type { ComparisonPaper } from '#domain/agreement/comparison-paper.ts';
import { comparedPlans } from '#domain/agreement/comparison-paper.ts';
import { assert } from '#domain/assert.ts';
import { type Result, ok } from '#domain/result.ts';
import { contentCode } from '../content-digest.ts';
import type { DrawOptions } from '../draw-options.ts';
import type { PaperFonts } from '../font/paper-fonts.ts';
import { type MissingGlyphs, checkGlyphs } from '../missing-glyphs.ts';
import { Flow } from '../sheet/flow.ts';
import { BODY } from '../sheet/grid.ts';
import { Ink } from '../sheet/ink.ts';
import { caseFoot, framePages } from '../sheet/page-frame.ts';
import { comparisonHead } from './comparison-head.ts';
import { comparisonWords, wordsHeight } from './comparison-words.ts';
import { costChart } from './cost-chart.ts';
import { planTable } from './plan-table.ts';

/** The chart takes what the words leave; with less it could not be read. */
const CHART = { least: 110, most: 260 } as const;

/** Sets the 套餐比较单: one page for the customer, however many plans. */
export async function drawComparison(paper: ComparisonPaper, fonts: PaperFonts, options: DrawOptions): Promise<Result<Uint8Array, MissingGlyphs>> {
  const checked = checkGlyphs(fonts, paper, options.seal);
  if (!checked.ok) return checked;
  assert(paper.plans.length <= comparedPlans, 'drawComparison: more plans than a page holds');
  const { head } = paper;
  const ink = new Ink(fonts, { title: `套餐比较单 ${head.documentNumber}`, author: head.hall.branchName, createdAt: options.createdAt });
  const flow = new Flow(ink, head.training);
  comparisonHead(flow, paper);
  planTable(flow, paper);
  const height = Math.min(CHART.most, BODY.last - flow.y - wordsHeight(ink, paper));
  if (height >= CHART.least) costChart(flow, paper, height);
  comparisonWords(flow, paper);
  framePages(ink, {
    head, print: options.print ?? { count: 1 }, title: '套餐比较单', numberLabel: '比较单号', foot: caseFoot(head), use: '供选择参考；以签署的协议为准', provisional: false, contentCode: contentCode(paper),
  });
  return ok(await ink.bytes());
}
