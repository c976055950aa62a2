import { type ReactNode, useEffect, useState } from 'react';
import type { CustomerScene } from '#contract/shortlist.ts';
import { useBridge } from '../../stores/bridge-context.ts';
import { customerWindowText as words } from '../../text/customer-window.ts';
import { NumberCard } from './number-card.tsx';
import { PlanScene } from './plan-scene.tsx';
import { TrialScene } from './trial-scene.tsx';
import './customer-window.css';

/** The window that faces the customer: shows what the clerk chose to show, and takes no input. */
export function CustomerWindow(): ReactNode {
  const bridge = useBridge();
  const [scene, setScene] = useState<CustomerScene>({ kind: 'closed' });
  useEffect(() => {
    const stop = bridge.subscribe('customer/changed', setScene);
    void bridge.invoke('customer/scene', undefined).then((answer) => { if (answer.ok) setScene(answer.value); });
    return stop;
  }, [bridge]);
  if (scene.kind === 'plans') return <PlanScene scene={scene} />;
  if (scene.kind === 'trial') return <TrialScene scene={scene} />;
  if (scene.kind === 'closed' || scene.items.length === 0) return <main className="shown empty"><p>{words.empty}</p></main>;
  return (
    <main className="shown">
      <h1>{words.title(scene.hallName)}</h1>
      <div className="shown-grid" data-count={scene.items.length}>
        {scene.items.map((item, index) => <NumberCard key={item.hit.digits} item={item} place={index + 1} lit={scene.lit === item.hit.digits} />)}
      </div>
      <footer>{words.foot}</footer>
    </main>
  );
}
