import { LineChart, ScatterChart } from 'echarts/charts';
import { GridComponent } from 'echarts/components';
import { type ECharts, init, use as load } from 'echarts/core';
import { LabelLayout } from 'echarts/features';
import { SVGRenderer } from 'echarts/renderers';
import { type ReactNode, useEffect, useRef } from 'react';
import type { PlanComparison } from '#contract/plans.ts';
import { useElementSize } from '../../../ui/use-element-size.ts';
import { coloursOf, useDarkScheme } from './chart-colours.ts';
import { chartOption } from './chart-option.ts';

load([LineChart, ScatterChart, GridComponent, LabelLayout, SVGRenderer]);

/** Cost a month over minutes a month. Loaded when it is looked at; what it shows stands beside it in words. */
export function CostChart({ comparison, order, current, label }: {
  readonly comparison: PlanComparison;
  /** Plans as the catalogue has them: a plan keeps its colour. */
  readonly order: readonly string[];
  readonly current: string | null;
  readonly label: string;
}): ReactNode {
  const [box, { width, height }] = useElementSize<HTMLDivElement>();
  const chart = useRef<ECharts | null>(null);
  const dark = useDarkScheme();
  useEffect(() => {
    const element = box.current;
    if (!element) return undefined;
    const made = init(element, null, { renderer: 'svg' });
    chart.current = made;
    return () => { made.dispose(); chart.current = null; };
  }, [box]);
  useEffect(() => {
    if (!box.current || !chart.current || height === 0) return;
    chart.current.resize({ width, height });
    chart.current.setOption(chartOption(comparison, order, current, coloursOf(box.current), height), { notMerge: true });
  }, [box, comparison, order, current, dark, width, height]);
  return <div className="cost-chart" role="img" aria-label={label}><div ref={box} aria-hidden /></div>;
}
