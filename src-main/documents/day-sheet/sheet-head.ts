import type { DaySheetPaper, DaySheetSum } from '#domain/agreement/day-sheet-paper.ts';
import type { PaperTime } from '#domain/agreement/paper-head.ts';
import { formatYuan } from '#domain/money/money.ts';
import type { Flow } from '../sheet/flow.ts';
import { LEFT, MEASURE, RIGHT, column, span } from '../sheet/grid.ts';
import type { Ink } from '../sheet/ink.ts';
import { dateWords, weekdayWord, yuanSign } from '../sheet/wording.ts';

/** Title, whose shift and when, the three sums large, and the two differences in words. */
export function sheetHead(flow: Flow, paper: DaySheetPaper): void {
  const { ink } = flow;
  const { sums, differences } = paper;
  title(ink, paper);
  const bottoms = [['抽屉实收', sums.drawer], ['受理单应收', sums.cases], ['运营商已受理', sums.carrier]] as const;
  const y = Math.max(...bottoms.map(([label, sum], i) => sumBlock(ink, column(i * 2), label, sum)));
  ink.rule(LEFT, y + 9, MEASURE, 0.5);
  const last = Math.max(
    differenceLine(ink, column(0), y + 26, '抽屉比应收', differences.drawer),
    differenceLine(ink, column(3), y + 26, '运营商比应收', differences.carrier),
  );
  flow.y = last + 25;
}

function title(ink: Ink, { head, desk, openedAt, closedAt, closedBy }: DaySheetPaper): void {
  ink.text(LEFT, 91, '日结单', { face: 'serifBold', size: 20 });
  const [day = ''] = openedAt.split('T');
  const { name, staffNumber } = head.clerk;
  const other = closedBy.staffNumber === staffNumber ? '' : `（${closedBy.name} ${closedBy.staffNumber}代结）`;
  const small = { face: 'sans', size: 9.5, align: 'right', tight: true } as const;
  ink.text(RIGHT, 78, `日结编号 ${head.documentNumber}`, { ...small, size: 8 });
  ink.text(RIGHT, 92, `${dateWords(day)}（${weekdayWord(day)}）\u3000台席${String(desk).padStart(2, '0')}\u3000${name} ${staffNumber}\u3000${clock(openedAt, day)}开台，${clock(closedAt, day)}结账${other}`, small);
  ink.rule(LEFT, 102, MEASURE, 1);
}

/** The clock, with its day where the shift went over midnight. */
function clock(at: PaperTime, shiftDay: string): string {
  const [day = '', time = ''] = at.split('T');
  return `${day === shiftDay ? '' : `${Number(day.slice(5, 7))}月${Number(day.slice(8))}日 `}${time.slice(0, 5)}`;
}

function sumBlock(ink: Ink, x: number, label: string, { amount, note }: DaySheetSum): number {
  ink.text(x, 117, label, { face: 'sans', size: 8 });
  const words = signed(amount);
  const size = Math.min(22, (22 * span(2)) / ink.widthOf(words, { face: 'sansBold', size: 22, tight: true }));
  ink.text(x - 1, 139, words, { face: 'sansBold', size, tight: true });
  return ink.paragraph(x, 153, note, { face: 'sans', size: 8, leading: 11, width: span(2) });
}

const signed = (amount: number): string => (amount < 0 ? `−${yuanSign(-amount)}` : yuanSign(amount));

/** 少 10.00 in accent with its cause; 相符 in black. */
function differenceLine(ink: Ink, x: number, y: number, label: string, { amount, note }: DaySheetSum): number {
  const at = x + ink.text(x, y, label, { face: 'sans', size: 9 }) + 8;
  const words = amount === 0 ? '相符' : `${amount < 0 ? '少' : '多'} ${formatYuan(Math.abs(amount))}`;
  const width = ink.text(at, y + 0.6, words, { face: 'sansBold', size: 13, accent: amount !== 0, tight: true });
  if (note === '') return y;
  const style = { face: 'sans', size: 9, leading: 12, tight: true } as const;
  const beside = span(3) - (at - x) - width - 8;
  const isShort = ink.widthOf(note, style) <= beside;
  return isShort ? (ink.text(at + width + 8, y, note, style), y) : ink.paragraph(x, y + 14, note, { ...style, size: 8.5, width: span(3) });
}
