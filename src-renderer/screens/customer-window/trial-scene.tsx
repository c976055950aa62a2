import type { ReactNode } from 'react';
import type { CustomerScene } from '#contract/shortlist.ts';
import { formatNumber } from '#domain/number/number.ts';
import { flowForScreen, wayLabel } from '#domain/routing/diagram/flow-for-screen.ts';
import { customerWindowText as words } from '../../text/customer-window.ts';

type Scene = Extract<CustomerScene, { readonly kind: 'trial' }>;

/** One call, large: who calls when, what becomes of it, and its way through the form. */
export function TrialScene({ scene }: { readonly scene: Scene }): ReactNode {
  return (
    <main className="shown">
      <h1>{words.trialTitle(scene.hallName, scene.digits === null ? '' : formatNumber(scene.digits))}</h1>
      <p className="shown-usage">{scene.caller}　{scene.at}　{scene.busy}</p>
      <p className="shown-result" data-outcome={scene.outcome}>{scene.result}</p>
      <Way scene={scene} />
      <footer>{words.trialFoot}</footer>
    </main>
  );
}

function Way({ scene: { diagram: { graph, boxes }, lit } }: { readonly scene: Scene }): ReactNode {
  const { width, height, nodes, edges } = flowForScreen(graph, (id) => boxes[id] ?? { title: '', notes: [] });
  return (
    <svg className="shown-way" viewBox={`-6 -14 ${width + 12} ${height + 20}`} role="img" aria-label={words.way}>
      {edges.toSorted((a, b) => Number(lit.includes(a.id)) - Number(lit.includes(b.id))).map((edge) => {
        const [x, y] = edge.points.at(-1) ?? [0, 0];
        const { word, line } = wayLabel(edges, edge);
        return (
          <g key={edge.id} data-lit={lit.includes(edge.id)}>
            <path className="shown-line" d={edge.points.map((point, index) => `${index === 0 ? 'M' : 'L'}${point.join(' ')}`).join(' ')} />
            <path className="shown-tip" d={`M${x} ${y} l-7 -3.5 v7 z`} />
            {word === '' ? null : <text x={x - 8} y={y - 4 - line * 13} textAnchor="end">{word}</text>}
          </g>
        );
      })}
      {nodes.map((node) => (
        <foreignObject key={node.id} x={node.x} y={node.y} width={node.width} height={node.height}>
          <div className="shown-box" data-lit={lit.includes(node.id)}><strong>{boxes[node.id]?.title}</strong>{boxes[node.id]?.notes.map((note) => <span key={note}>{note.replaceAll('—', '\u2060—\u2060')}</span>)}</div>
        </foreignObject>
      ))}
    </svg>
  );
}
