import { SearchOutlined } from '@ant-design/icons';
import { Input } from 'antd';
import { type ReactNode, useEffect, useState } from 'react';
import type { FoundCase } from '#contract/cases.ts';
import { useBridge } from '../stores/bridge-context.ts';
import { useNavigation } from '../stores/navigation.ts';
import { useOpenCase } from '../stores/open-case.ts';
import { frameText } from '../text/frame.ts';
import { workbenchText } from '../text/workbench.ts';
import { useKeys } from '../ui/keys/key-scope.tsx';
import { NumberText } from '../ui/number-text.tsx';
import { Dialog } from '../ui/overlay/dialog.tsx';

/** Global search: company, pinyin initials, number, case number, receipt; ↑ ↓ Enter without leaving the box. */
export function FindDialog({ onClose }: { readonly onClose: () => void }): ReactNode {
  return <Dialog title={frameText.find} width={620} position="top" onClose={onClose}><Finder onClose={onClose} /></Dialog>;
}

function Finder({ onClose }: { readonly onClose: () => void }): ReactNode {
  const { open } = useOpenCase();
  const { show } = useNavigation();
  const [text, setText] = useState('');
  const [at, setAt] = useState(0);
  const found = useFound(text);
  const choose = async (hit: FoundCase | undefined): Promise<void> => {
    if (hit && await open(hit.caseId)) show('case');
    if (hit) onClose();
  };
  const move = (step: number): void => setAt((now) => Math.max(0, Math.min((found?.length ?? 1) - 1, now + step)));
  useKeys([
    { keys: '↑ ↓', label: workbenchText.move, when: 'always', run: (key) => move(key === '↓' ? 1 : -1) },
    { keys: 'Enter', label: workbenchText.open, when: 'always', run: () => void choose(found?.[at]) },
  ]);
  return (
    <>
      <Input autoFocus value={text} prefix={<SearchOutlined aria-hidden />} placeholder={frameText.search} aria-label={frameText.find} role="combobox"
        aria-expanded={Boolean(found?.length)} aria-controls="found" aria-activedescendant={found?.[at] ? `found-${at}` : undefined}
        onChange={(event) => { setText(event.target.value); setAt(0); }} />
      <ul className="found scroll" id="found" role="listbox" aria-label={frameText.find}>
        {(found ?? []).map((hit, index) => (
          <li key={hit.caseId} id={`found-${index}`} role="option" aria-selected={index === at} onPointerDown={(event) => { event.preventDefault(); void choose(hit); }}>
            <span className="found-name"><strong className="ellipsis">{hit.company || workbenchText.unnamed}</strong><span className="hint">{hit.caseNo}</span></span>
            {hit.number ? <NumberText digits={hit.number} /> : null}
            <span className="hint">{frameText.foundBy[hit.matched]}</span>
          </li>
        ))}
      </ul>
      {found && found.length > 0 ? null : <p className="hint">{found ? frameText.notFound : frameText.findHint}</p>}
    </>
  );
}

/** Hits of the newest text only; null until there is something to ask. */
function useFound(text: string): readonly FoundCase[] | null {
  const bridge = useBridge();
  const [answer, setAnswer] = useState<{ readonly text: string; readonly hits: readonly FoundCase[] } | null>(null);
  const wanted = text.trim();
  const asks = wanted.length >= 2;
  useEffect(() => {
    if (!asks) return undefined;
    let current = true;
    const timer = setTimeout(() => {
      void bridge.invoke('cases/find', { text: wanted }).then((found) => {
        if (current && found.ok) setAnswer({ text: wanted, hits: found.value });
      });
    }, 120);
    return () => { current = false; clearTimeout(timer); };
  }, [bridge, wanted, asks]);
  return asks && answer ? answer.hits : null;
}
