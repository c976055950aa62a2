import { CustomChart, type CustomSeriesOption } from 'echarts/charts';
import * as charts from 'echarts/core';
import { CanvasRenderer } from 'echarts/renderers';
import { GridComponent } from 'echarts/components';
import { type ReactNode, useEffect } from 'react';
import { coloursOf, useDarkScheme } from '../../../ui/chart-colours.ts';
import { useChart } from '../../../ui/use-chart.ts';
import { type Sheet, sheetOption } from './sheet-option.ts';

charts.use([CustomChart, GridComponent, CanvasRenderer]);

type Props = { readonly sheet: Sheet; readonly label: string; readonly onPick: (row: number, column: number) => void };

/** Rows of hours as coloured cells; what a cell says stands beside it in words. */
export function CoverageChart(props: Props): ReactNode {
  // Colours are read once from the style sheet: light and dark are two drawings.
  return <Drawing key={useDarkScheme() ? 'dark' : 'light'} {...props} />;
}

function Drawing({ sheet, label, onPick }: Props): ReactNode {
  const { box, chart, width, height } = useChart('canvas');
  useEffect(() => {
    if (!box.current || !chart.current || height === 0) return;
    chart.current.resize({ width, height });
    chart.current.setOption(sheetOption(sheet, coloursOf(box.current)) as charts.ComposeOption<CustomSeriesOption>, { notMerge: true });
  }, [box, chart, sheet, width, height]);
  return (
    <div className="coverage-chart" role="img" aria-label={label}>
      <div ref={box} aria-hidden onClick={(event) => {
        const at = chart.current?.convertFromPixel({ gridIndex: 0 }, [event.nativeEvent.offsetX, event.nativeEvent.offsetY]);
        if (at) onPick(Math.floor(at[1] ?? -1), Math.floor(at[0] ?? -1));
      }} />
    </div>
  );
}
