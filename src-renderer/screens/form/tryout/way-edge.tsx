import { BaseEdge, type Edge, EdgeLabelRenderer, type EdgeProps } from '@xyflow/react';
import type { ReactNode } from 'react';
import type { WayLabel } from '#domain/routing/diagram/flow-for-screen.ts';
import type { Point } from '#domain/routing/diagram/flow-layout.ts';

export type WayData = WayLabel & { readonly points: readonly Point[]; readonly lit: boolean };

/** A way along its corners, with what it is come by before its end. */
export function WayEdge({ id, data }: EdgeProps<Edge<WayData, 'way'>>): ReactNode {
  if (!data) return null;
  const [x, y] = data.points.at(-1) ?? [0, 0];
  return (
    <>
      <BaseEdge id={id} path={data.points.map((point, index) => `${index === 0 ? 'M' : 'L'}${point.join(' ')}`).join(' ')} className="flow-way" data-lit={data.lit} />
      <path className="flow-tip" data-lit={data.lit} d={`M${x} ${y} l-7 -3.5 v7 z`} />
      {data.word === '' ? null : <EdgeLabelRenderer><span className="flow-word" data-lit={data.lit} style={{ transform: `translate(-100%, -100%) translate(${x - 8}px, ${y - 1 - data.line * 13}px)` }}>{data.word}</span></EdgeLabelRenderer>}
    </>
  );
}
