import type { ComparisonPaper } from '#domain/agreement/comparison-paper.ts';
import type { Flow } from '../sheet/flow.ts';
import { ACCENT, LEFT, MEASURE } from '../sheet/grid.ts';
import type { Ink, ParagraphStyle } from '../sheet/ink.ts';

const LABEL = 66;
const BODY_STYLE = { face: 'sans', size: 8.5, leading: 11.5, width: MEASURE - LABEL } as const;
const BOXED: ParagraphStyle = { face: 'serif', bold: 'serifBold', size: 9.5, leading: 12.5, width: MEASURE - 20 };
const GAP = 5;
const [BOX_UP, BOX_DOWN] = [6, 13];

/** A label at the left and what it says beside it. */
function blocks({ switches, sensitivity, unavailable, choice }: ComparisonPaper): readonly { readonly label: string; readonly text: string; readonly strong: boolean }[] {
  const sentence = (texts: readonly string[]): string => `${texts.join('；')}。`;
  return [
    ...(switches.length > 0 ? [{ label: '换套餐的地方', text: sentence(switches), strong: false }] : []),
    ...(sensitivity.length > 0 ? [{ label: '话务变了', text: sentence(sensitivity), strong: false }] : []),
    ...(unavailable.length > 0 ? [{ label: '不能选的', text: sentence(byReason(unavailable)), strong: false }] : []),
    ...(choice ? [{ label: '您的选择', text: choice.reason === '' ? choice.words : `${choice.words}。原因：${choice.reason}`, strong: true }] : []),
  ];
}

/** Plans with the same reason stand together. */
const byReason = (unavailable: ComparisonPaper['unavailable']): readonly string[] =>
  [...new Set(unavailable.map(({ why }) => why))].map((why) => `${unavailable.filter((each) => each.why === why).map(({ name }) => name).join('、')}（${why}）`);

const styleOf = (strong: boolean): ParagraphStyle => (strong ? { ...BODY_STYLE, face: 'sansBold', tight: true } : BODY_STYLE);

/** What `comparisonWords` takes, in points. */
export function wordsHeight(ink: Ink, paper: ComparisonPaper): number {
  const texts = blocks(paper).reduce((sum, { text, strong }) => sum + ink.linesOf(text, styleOf(strong)) * BODY_STYLE.leading + GAP, 0);
  return texts - BOX_UP + boxHeight(ink, paper) + BOX_DOWN + (ink.linesOf(caveatWords(paper), caveat) - 1) * caveat.leading;
}

const boxHeight = (ink: Ink, { callerCost }: ComparisonPaper): number => 22.5 + callerCost.lines.reduce((sum, line) => sum + ink.linesOf(line, BOXED), 0) * BOXED.leading;

const caveat = { face: 'sans', size: 8, leading: 10.5, width: MEASURE } as const;
const caveatWords = ({ caveats }: ComparisonPaper): string => `${caveats.join('；')}。`;

/** Where to change plans, what if calls change, what cannot be had, the choice; the caller's cost in its frame; what the prices rest on. */
export function comparisonWords(flow: Flow, paper: ComparisonPaper): void {
  const { ink } = flow;
  for (const { label, text, strong } of blocks(paper)) {
    ink.text(LEFT, flow.y, label, { face: 'sansBold', size: 8.5 });
    flow.y = ink.paragraph(LEFT + LABEL, flow.y, text, styleOf(strong)) + BODY_STYLE.leading + GAP;
  }
  const top = flow.y - BOX_UP;
  const height = boxHeight(ink, paper);
  ink.box(LEFT + 0.6, top, MEASURE - 1.2, height, 1.6, ACCENT);
  ink.text(LEFT + 10, top + 15, paper.callerCost.title, { face: 'sansBold', size: 11, accent: true });
  let y = top + 28.5;
  for (const line of paper.callerCost.lines) y = ink.paragraph(LEFT + 10, y, line, BOXED) + BOXED.leading;
  flow.y = ink.paragraph(LEFT, top + height + BOX_DOWN, caveatWords(paper), caveat);
}
