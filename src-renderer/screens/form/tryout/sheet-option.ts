import type { ChartColours } from '../../../ui/chart-colours.ts';

/** A grid of cells for the chart: rows from the top, a colour token a value, the cell under the cursor, and the numbers of holes. */
export type Sheet = {
  readonly rows: readonly string[];
  readonly columns: number;
  /** Value of each cell, row by row. */
  readonly cells: Uint8Array;
  /** Colour of each value; null: the pane's own. */
  readonly colours: readonly (string | null)[];
  readonly cursor: { readonly row: number; readonly column: number } | null;
  /** Where a hole begins, with its number. */
  readonly marks: readonly { readonly row: number; readonly column: number; readonly number: number }[];
};

const WEEK = ['周一', '周二', '周三', '周四', '周五', '周六', '周日'];

/** The option of the chart: neighbours of one value are one rectangle, days are apart by a line, noon is marked. */
export function sheetOption({ rows, columns, cells, colours, cursor, marks }: Sheet, palette: ChartColours) {
  const runs = runsOf(cells, rows.length, columns);
  const days = Math.max(1, Math.round(columns / 24));
  return {
    animation: false, textStyle: { fontFamily: palette.font }, grid: { left: 62, right: 6, top: 18, bottom: 4 },
    xAxis: { type: 'value' as const, min: 0, max: columns, show: false }, yAxis: { type: 'value' as const, min: 0, max: rows.length, inverse: true, show: false },
    series: [
      { type: 'custom' as const, silent: true, data: runs.map(({ row, from, to, value }) => [from, row, to, value]), encode: { x: [0, 2], y: 1 }, renderItem: (_params: unknown, api: Api) => {
        const [left = 0, top = 0] = api.coord([api.value(0), api.value(1)]);
        const [right = 0, bottom = 0] = api.coord([api.value(2), api.value(1) + 1]);
        const fill = colours[api.value(3)];
        return fill == null ? null : { type: 'rect' as const, shape: { x: left, y: top + 0.5, width: right - left, height: Math.max(1, bottom - top - 1) }, style: { fill } };
      } },
      { type: 'custom' as const, silent: true, data: [[0]], renderItem: (_params: unknown, api: Api) => ({ type: 'group' as const, children: [
        ...Array.from({ length: days + 1 }, (_, day) => lineAt(api, day * 24, rows.length, { stroke: palette.panel, lineWidth: 2 })), ...Array.from({ length: days }, (_, day) => lineAt(api, day * 24 + 12, rows.length, { stroke: palette.rule, lineWidth: 1 })),
        ...(days === 7 ? WEEK.map((name, day) => textAt(api, [day * 24 + 12, 0], name, { fill: palette.quiet, dy: -12, align: 'center' })) : []),
        ...rows.flatMap((name, row) => (row % Math.ceil(9.5 / rowHeight(api)) === 0 ? [textAt(api, [0, row + 0.5], name, { fill: palette.quiet, dx: -6, dy: -5, align: 'right', size: Math.min(11, rowHeight(api) * Math.ceil(9.5 / rowHeight(api)) - 0.5) })] : [])),
        ...marks.map(({ row, column, number }) => textAt(api, [column, row], String(number), { fill: palette.text, dx: 2, dy: 0, align: 'left', bold: true })),
        ...(cursor === null ? [] : [cursorAt(api, cursor, palette.text)]),
      ] }) },
    ],
  };
}

type Api = { readonly value: (index: number) => number; readonly coord: (point: readonly number[]) => number[] };

const rowHeight = (api: Api): number => (api.coord([0, 1])[1] ?? 0) - (api.coord([0, 0])[1] ?? 0);

function lineAt(api: Api, column: number, rows: number, style: { readonly stroke: string; readonly lineWidth: number }) {
  const [x = 0, y1 = 0] = api.coord([column, 0]);
  return { type: 'line' as const, x: 0, y: 0, shape: { x1: x, y1, x2: x, y2: api.coord([column, rows])[1] ?? 0 }, style };
}

function textAt(api: Api, point: readonly number[], text: string, { fill, dx = 0, dy, align, bold = false, size = 11 }: { readonly fill: string; readonly dx?: number; readonly dy: number; readonly align: 'left' | 'center' | 'right'; readonly bold?: boolean; readonly size?: number }) {
  const [x = 0, y = 0] = api.coord(point);
  return { type: 'text' as const, x: x + dx, y: y + dy, style: { text, fill, fontSize: size, fontWeight: bold ? 700 : 400, align } };
}

function cursorAt(api: Api, { row, column }: { readonly row: number; readonly column: number }, stroke: string) {
  const [x = 0, y = 0] = api.coord([column, row]);
  const [right = 0, bottom = 0] = api.coord([column + 1, row + 1]);
  // Children are told apart by their place alone: what was a text before has left its x and y.
  return { type: 'rect' as const, x: 0, y: 0, shape: { x: x - 2, y: y - 1, width: Math.max(6, right - x + 4), height: bottom - y + 2 }, style: { fill: 'transparent', stroke, lineWidth: 2 } };
}

/** Neighbours of one value as one stretch. */
export function runsOf(cells: Uint8Array, rows: number, columns: number): readonly { readonly row: number; readonly from: number; readonly to: number; readonly value: number }[] {
  const runs: { row: number; from: number; to: number; value: number }[] = [];
  for (let row = 0; row < rows; row += 1) {
    for (let column = 0; column < columns; column += 1) {
      const value = cells[row * columns + column] ?? 0;
      const last = runs.at(-1);
      if (last?.row === row && last.value === value) last.to = column + 1;
      else runs.push({ row, from: column, to: column + 1, value });
    }
  }
  return runs;
}
