import { Checkbox } from 'antd';
import { type ReactNode, useEffect, useRef } from 'react';
import type { PreparedPaper } from '#contract/papers.ts';
import { papersText } from '../../../text/papers.ts';

/** What the clerk says aloud, one tick each; there is no way to tick them all at once. */
export function ReadOutList({ items, read, readAt, onTick, onStand }: {
  readonly items: PreparedPaper['readOut'];
  readonly read: readonly string[];
  readonly readAt: number;
  readonly onTick: (id: string) => void;
  readonly onStand: (index: number) => void;
}): ReactNode {
  const list = useRef<HTMLUListElement>(null);
  useEffect(() => {
    const row = list.current?.children[readAt];
    row?.scrollIntoView({ block: 'nearest' });
    // A clerk who stands in the list with the keyboard is taken along to the next item.
    if (row && list.current?.contains(document.activeElement)) row.querySelector('input')?.focus();
  }, [readAt]);
  return (
    <section className="sign-read-out" aria-label={papersText.readOut}>
      <header className="pane-head"><h3>{papersText.readOut}</h3><span className="pane-extra" data-done={read.length >= items.length}>{read.length} / {items.length}</span></header>
      {items.length === 0 ? <p className="hint">{papersText.readNone}</p> : null}
      <ul className="scroll" ref={list}>
        {items.map((item, index) => (
          <li key={item.id} data-current={index === readAt}>
            <Checkbox id={item.id} checked={read.includes(item.id)} onFocus={() => onStand(index)} onChange={() => onTick(item.id)}>{item.text}</Checkbox>
          </li>
        ))}
      </ul>
    </section>
  );
}
