import { LineChart, ScatterChart } from 'echarts/charts';
import { GridComponent } from 'echarts/components';
import * as charts from 'echarts/core';
import { SVGRenderer } from 'echarts/renderers';
import { type ReactNode, useEffect } from 'react';
import type { PlanComparison } from '#contract/plans.ts';
import { coloursOf, useDarkScheme } from '../../../ui/chart-colours.ts';
import { useChart } from '../../../ui/use-chart.ts';
import { chartOption } from './chart-option.ts';

charts.use([LineChart, ScatterChart, GridComponent, SVGRenderer]);

type Props = {
  readonly comparison: PlanComparison;
  /** Plans as the catalogue has them: a plan keeps its colour. */
  readonly order: readonly string[];
  readonly current: string | null;
  readonly label: string;
};

/** Cost a month over minutes a month. Loaded when it is looked at; what it shows stands beside it in words. */
export function CostChart(props: Props): ReactNode {
  // Colours are read once from the style sheet: light and dark are two drawings.
  return <Drawing key={useDarkScheme() ? 'dark' : 'light'} {...props} />;
}

function Drawing({ comparison, order, current, label }: Props): ReactNode {
  const { box, chart, width, height } = useChart('svg');
  useEffect(() => {
    if (!box.current || !chart.current || height === 0) return;
    chart.current.resize({ width, height });
    chart.current.setOption(chartOption(comparison, order, current, coloursOf(box.current), { width, height }), { notMerge: true });
  }, [box, chart, comparison, order, current, width, height]);
  return <div className="cost-chart" role="img" aria-label={label}><div ref={box} aria-hidden /></div>;
}
