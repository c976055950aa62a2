import { Background, type Edge, getViewportForBounds, Handle, type Node, type NodeProps, Position, ReactFlow, type ReactFlowInstance } from '@xyflow/react';
import '@xyflow/react/dist/base.css';
import { type KeyboardEvent, type ReactNode, useEffect, useMemo, useRef, useState } from 'react';
import { flowForScreen, wayLabel } from '#domain/routing/diagram/flow-for-screen.ts';
import { flowOf, pathOf } from '#domain/routing/diagram/flow-graph.ts';
import type { PlacedNode } from '#domain/routing/diagram/flow-layout.ts';
import { boxWords } from '#domain/routing/words/flow-words.ts';
import { tryText } from '../../../text/routing-tryout.ts';
import { useElementSize } from '../../../ui/use-element-size.ts';
import { fieldIdOf } from '../form-places.ts';
import type { TryoutProps } from './trial.ts';
import { useTrial } from './use-trial.ts';
import { WayEdge, type WayData } from './way-edge.tsx';

type BoxData = { readonly title: string; readonly notes: readonly string[]; readonly kind: string; readonly lit: boolean; readonly at: boolean };
type Box = Node<BoxData, 'box'>;
type Way = Edge<WayData, 'way'>;

const nodeTypes = { box: FlowBox };
const edgeTypes = { way: WayEdge };
const PADDING = 0.04;
const ZOOM = { min: 0.2, fit: 1 } as const;

/** The form as a flow from caller to phones, as on paper; the path of the call that is tried is lit. */
export function FlowPicture(props: TryoutProps & { readonly live?: boolean }): ReactNode {
  const { edit: { form }, context: { regions }, onJump } = props;
  const { routed } = useTrial(props);
  const [frame, { width, height }] = useElementSize<HTMLDivElement>();
  const [at, setAt] = useState('caller');
  const flow = useRef<ReactFlowInstance<Box, Way> | null>(null);
  const graph = useMemo(() => flowOf(form), [form]);
  const words = useMemo(() => new Map(graph.nodes.map((node) => [node.id, boxWords(form, node, regions)])), [graph, form, regions]);
  const layout = useMemo(() => flowForScreen(graph, (id) => words.get(id) ?? { title: '', notes: [] }), [graph, words]);
  const lit = useMemo(() => pathOf(graph, routed), [graph, routed]);
  const nodes = layout.nodes.map((node): Box => ({ id: node.id, type: 'box', position: { x: node.x, y: node.y }, width: node.width, height: node.height, draggable: false, selectable: false, connectable: false, focusable: false,
    data: { title: words.get(node.id)?.title ?? '', notes: words.get(node.id)?.notes ?? [], kind: node.kind, lit: lit.has(node.id), at: node.id === at } }));
  const edges = layout.edges.map((edge): Way => ({ id: edge.id, source: edge.from, target: edge.to, type: 'way', selectable: false, focusable: false, zIndex: lit.has(edge.id) ? 1 : 0, data: { points: edge.points, lit: lit.has(edge.id), ...wayLabel(layout.edges, edge) } }));
  useEffect(() => void flow.current?.setViewport(getViewportForBounds({ x: 0, y: 0, width: layout.width, height: layout.height }, width, height, ZOOM.min, ZOOM.fit, PADDING)), [layout, width, height]);
  const onKey = (event: KeyboardEvent): void => {
    if (event.ctrlKey || event.altKey) return;
    const node = layout.nodes.find(({ id }) => id === at) ?? layout.nodes[0];
    if (node === undefined) return;
    if (event.key === 'Enter') return onJump(fieldIdOf(node.place));
    const next = neighbour(layout.nodes, node, event.key);
    if (next === null) return;
    event.preventDefault();
    setAt(next.id);
  };
  return (
    <div ref={frame} className="flow-picture" data-live={props.live ?? false} role="group" aria-label={`${tryText.diagram}，${words.get(at)?.title ?? ''} ${(words.get(at)?.notes ?? []).join('，')}`} tabIndex={0} title={tryText.diagramHint} onKeyDown={onKey}>
      {width > 0 && height > 0 ? (
        <ReactFlow<Box, Way> nodes={nodes} edges={edges} nodeTypes={nodeTypes} edgeTypes={edgeTypes} onInit={(instance) => { flow.current = instance; }} fitView fitViewOptions={{ padding: PADDING, maxZoom: ZOOM.fit }} minZoom={ZOOM.min} maxZoom={1.5}
          nodesDraggable={false} nodesConnectable={false} elementsSelectable={false} nodesFocusable={false} edgesFocusable={false} panOnScroll={false} zoomOnScroll={false} zoomOnDoubleClick={false} zoomOnPinch={false} preventScrolling={false} disableKeyboardA11y proOptions={{ hideAttribution: true }}
          onNodeClick={(_event, node) => { setAt(node.id); const placed = layout.nodes.find(({ id }) => id === node.id); if (placed) onJump(fieldIdOf(placed.place)); }}>
          <Background gap={16} size={0} />
        </ReactFlow>
      ) : null}
    </div>
  );
}

function FlowBox({ data: { title, notes, kind, lit, at } }: NodeProps<Box>): ReactNode {
  return (
    <div className="flow-box" data-kind={kind} data-lit={lit} data-at={at}>
      <Handle type="target" position={Position.Left} /><strong>{title}</strong>{notes.map((note) => <span key={note}>{note.replaceAll('—', '\u2060—\u2060')}</span>)}<Handle type="source" position={Position.Right} />
    </div>
  );
}

/** The nearest box in the direction of an arrow. */
function neighbour(nodes: readonly PlacedNode[], from: PlacedNode, key: string): PlacedNode | null {
  const middle = ({ x, y, width, height }: PlacedNode): readonly [number, number] => [x + width / 2, y + height / 2];
  const [x, y] = middle(from);
  const ahead: Readonly<Record<string, (dx: number, dy: number) => number>> = { ArrowRight: (dx) => dx, ArrowLeft: (dx) => -dx, ArrowDown: (_dx, dy) => dy, ArrowUp: (_dx, dy) => -dy };
  const measure = ahead[key];
  if (measure === undefined) return null;
  const found = nodes.flatMap((node) => {
    const [dx, dy] = [middle(node)[0] - x, middle(node)[1] - y];
    const forward = measure(dx, dy);
    return forward > 1 ? [{ node, cost: forward + 2 * (Math.abs(dx) + Math.abs(dy) - forward) }] : [];
  });
  return found.toSorted((a, b) => a.cost - b.cost)[0]?.node ?? null;
}
