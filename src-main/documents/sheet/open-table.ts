import type { Face } from '../font/paper-fonts.ts';
import { BODY, LEFT, MEASURE } from './grid.ts';
import type { Ink, ParagraphStyle } from './ink.ts';

export type TableColumn = {
  readonly head: string;
  readonly x: number;
  readonly width: number;
  readonly align?: 'left' | 'right';
  readonly face?: Face;
  readonly size?: number;
  readonly tight?: boolean;
};

/** What stands in a cell: text, bold text, or a drawing at the cell's first baseline. */
export type Cell = string | { readonly bold: string; readonly accent?: boolean } | ((x: number, y: number, width: number) => void);

export type TableLook = {
  readonly size?: number; readonly leading?: number; readonly padding?: readonly [above: number, below: number];
  /** What must stand on the same page as the last row, in points: a total or a note never stands alone. */
  readonly keep?: number;
  /** Where the rules go; the text area's width unless told. */
  readonly area?: { readonly x: number; readonly width: number };
};

/** Called when a row does not fit: starts a page and returns its first rule. */
export type TurnPage = () => number;

/**
 * A table without vertical lines and fills: rules of 1 pt around, 0.6 under the head, 0.35 between rows; the head is repeated
 * on the next page and a row is never split. `y` is the upper rule; returns the lower one.
 */
export function openTable(ink: Ink, y: number, columns: readonly TableColumn[], rows: readonly (readonly Cell[])[], turn: TurnPage, look: TableLook = {}): number {
  const { size, leading, padding: [above, below], keep, area } = lookOf(look);
  let at = tableHead(ink, y, columns, area);
  rows.forEach((row, i) => {
    const height = rowHeight(ink, columns, row, { size, leading }) + above + below;
    if (at + height + (i === rows.length - 1 ? keep : 0) > BODY.last) {
      ink.rule(area.x, at, area.width, 1);
      at = tableHead(ink, turn(), columns, area);
    } else if (i > 0) ink.rule(area.x, at, area.width, 0.35);
    row.forEach((cell, k) => {
      const column = columns[k];
      if (column) drawCell(ink, column, cell, at + above + size + 0.2, { size, leading });
    });
    at += height;
  });
  ink.rule(area.x, at, area.width, 1);
  return at;
}

/** Height from the upper to the lower rule if the table stood on one page. */
export function tableHeight(ink: Ink, columns: readonly TableColumn[], rows: readonly (readonly Cell[])[], look: TableLook = {}): number {
  const { size, leading, padding: [above, below] } = lookOf(look);
  return rows.reduce((sum, row) => sum + rowHeight(ink, columns, row, { size, leading }) + above + below, HEAD_HEIGHT);
}

const lookOf = ({ size = 9, leading = 13, padding = [4, 4.5], keep = 0, area = { x: LEFT, width: MEASURE } }: TableLook): Required<TableLook> =>
  ({ size, leading, padding, keep, area });

const HEAD_HEIGHT = 17.5;

function tableHead(ink: Ink, y: number, columns: readonly TableColumn[], { x: left, width: measure }: Required<TableLook>['area']): number {
  ink.rule(left, y, measure, 1);
  for (const { head, x, width, align } of columns) {
    ink.text(align === 'right' ? x + width : x, y + 11.6, head, { face: 'sansBold', size: 8, align: align ?? 'left' });
  }
  ink.rule(left, y + HEAD_HEIGHT, measure, 0.6);
  return y + HEAD_HEIGHT;
}

type Setting = { readonly size: number; readonly leading: number };

function rowHeight(ink: Ink, columns: readonly TableColumn[], row: readonly Cell[], setting: Setting): number {
  const lines = row.map((cell, k) => {
    const [column, text] = [columns[k], textOf(cell)];
    return column && text !== '' ? ink.linesOf(text, styleOf(column, cell, setting)) : 1;
  });
  return Math.max(1, ...lines) * setting.leading;
}

function drawCell(ink: Ink, column: TableColumn, cell: Cell, y: number, setting: Setting): void {
  if (typeof cell === 'function') return cell(column.x, y, column.width);
  if (textOf(cell) !== '') ink.paragraph(column.x, y, textOf(cell), styleOf(column, cell, setting));
}

const textOf = (cell: Cell): string => (typeof cell === 'string' ? cell : typeof cell === 'function' ? '' : cell.bold);

function styleOf({ face = 'sans', size, width, align = 'left', tight = false }: TableColumn, cell: Cell, setting: Setting): ParagraphStyle {
  const accent = typeof cell === 'object' && cell.accent === true;
  return { face: typeof cell === 'object' ? 'sansBold' : face, size: size ?? setting.size, leading: setting.leading, width, align, tight, accent };
}
