import type { DaySheetPaper } from '#domain/agreement/day-sheet-paper.ts';
import type { PaperStaff } from '#domain/agreement/paper-head.ts';
import { formatYuan } from '#domain/money/money.ts';
import type { Flow } from '../sheet/flow.ts';
import { LEFT, MEASURE, column, span } from '../sheet/grid.ts';
import { type SealFace, sealWords } from '../sheet/hall-seal.ts';
import type { Ink } from '../sheet/ink.ts';
import { sealRing } from '../sheet/marks.ts';

type Place = { readonly x: number; readonly y: number; readonly width: number; readonly height: number };

const SENTENCE = { face: 'sans', size: 9, leading: 13, width: MEASURE } as const;
const HEIGHT = 76;

/** What is still open, what the clerk wrote, both signatures and where the money went. Returns the place of the hall's seal. */
export function closing(flow: Flow, paper: DaySheetPaper, seal: SealFace | undefined): Place {
  const { ink } = flow;
  const texts = sentences(paper);
  flow.need(HEIGHT + 2 + texts.reduce((sum, text) => sum + ink.linesOf(text, SENTENCE) * SENTENCE.leading, 0));
  for (const text of texts) flow.y = ink.paragraph(LEFT, flow.y, text, SENTENCE) + SENTENCE.leading;
  flow.y += 2;
  const top = flow.y;
  ink.rule(LEFT, top, MEASURE, 1);
  const place = { x: column(4) + span(2) - 66, y: top + 6, width: 66, height: 66 };
  if (seal) sealRing(ink, place.x + 33, place.y + 33, 32, sealWords(paper.head, '日结专用'));
  signature(ink, column(0), top, '营业员签字', paper.closedBy);
  signature(ink, column(2), top, '班长签字', paper.supervisor);
  deposit(ink, column(4), top, paper.deposit);
  flow.y = top + HEIGHT;
  return place;
}

const sentences = ({ openItems, note }: DaySheetPaper): readonly string[] => [`未完事项：${openItems.join('；')}。`, ...(note === '' ? [] : [`结账说明：${note}`])];

function signature(ink: Ink, x: number, top: number, label: string, staff: PaperStaff | undefined): void {
  ink.text(x, top + 14, label, { face: 'sans', size: 8 });
  ink.rule(x, top + 46, span(2) - 6, 0.5);
  ink.text(x, top + 59, staff ? `${staff.name}\u3000${staff.staffNumber}` : '不需复核', { face: 'sans', size: 9, tight: true });
}

function deposit(ink: Ink, x: number, top: number, { amount, bag, floatLeft }: DaySheetPaper['deposit']): void {
  ink.text(x, top + 14, '解款去向', { face: 'sans', size: 8 });
  const style = { face: 'sans', size: 9, leading: 13, width: span(2), tight: true } as const;
  const y = ink.paragraph(x, top + 29, amount === 0 ? '没有解款' : `现金 ${formatYuan(amount)} 存保险柜${bag === '' ? '' : `，封包 ${bag}`}`, style);
  ink.paragraph(x, y + 14, `备用金 ${formatYuan(floatLeft)} 留台席`, style);
}
