import { type ECharts, init } from 'echarts/core';
import { type RefObject, useEffect, useRef } from 'react';
import { useElementSize } from './use-element-size.ts';

/** A chart in a box, made and disposed with it; whoever uses it draws again when the size changes. */
export function useChart(renderer: 'svg' | 'canvas'): { readonly box: RefObject<HTMLDivElement | null>; readonly chart: RefObject<ECharts | null>; readonly width: number; readonly height: number } {
  const [box, size] = useElementSize<HTMLDivElement>();
  const chart = useRef<ECharts | null>(null);
  useEffect(() => {
    if (!box.current) return undefined;
    const made = init(box.current, null, { renderer });
    chart.current = made;
    return () => { made.dispose(); chart.current = null; };
  }, [box, renderer]);
  return { box, chart, ...size };
}
