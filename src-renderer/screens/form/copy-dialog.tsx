import { Input } from 'antd';
import { type ReactNode, useEffect, useState } from 'react';
import type { EarlierForm } from '#contract/routing.ts';
import { formatNumber } from '#domain/number/number.ts';
import type { RoutingForm } from '#domain/routing/routing-form.ts';
import { useBridge } from '../../stores/bridge-context.ts';
import { useOpenCaseStore } from '../../stores/open-case.ts';
import { formText } from '../../text/routing.ts';
import { useKeys } from '../../ui/keys/key-scope.tsx';
import { Dialog } from '../../ui/overlay/dialog.tsx';
import { PrimaryButton } from '../../ui/primary-button.tsx';
import { QuietButton } from '../../ui/quiet-button.tsx';

type Props = { readonly caseId: string; readonly onCopy: (form: RoutingForm) => void; readonly onClose: () => void };

/** Forms of earlier cases, found by typing; ↑ ↓ choose, Enter copies. */
export function CopyDialog(props: Props): ReactNode {
  return <Dialog title={formText.copyTitle} width={560} position="top" onClose={props.onClose}><Finder {...props} /></Dialog>;
}

function Finder({ caseId, onCopy, onClose }: Props): ReactNode {
  const bridge = useBridge();
  const store = useOpenCaseStore();
  const [text, setText] = useState('');
  const [hits, setHits] = useState<readonly EarlierForm[] | null>(null);
  const [at, setAt] = useState(0);
  useEffect(() => {
    let newest = true;
    void bridge.invoke('routing/earlier-forms', { caseId, text }).then((answer) => {
      if (newest && answer.ok) { setHits(answer.value); setAt(0); }
    });
    return () => { newest = false; };
  }, [bridge, caseId, text]);
  const copy = async (hit: EarlierForm | undefined): Promise<void> => {
    if (!hit) return;
    const answer = await bridge.invoke('routing/copy-form', { caseId, fromCaseId: hit.caseId });
    if (answer.ok) onCopy(answer.value);
    else { store.setState({ failure: answer.error }); onClose(); }
  };
  const last = (hits?.length ?? 0) - 1;
  useKeys([
    { keys: '↑ ↓', label: formText.copyTitle, when: 'always', shown: false, run: (key) => setAt(Math.max(0, Math.min(last, at + (key === '↑' ? -1 : 1)))) },
    { keys: 'Enter', label: formText.startCopy, when: 'always', run: () => void copy(hits?.[at]) },
  ]);
  return (
    <>
      <h2 className="dialog-words">{formText.copyTitle}</h2>
      <Input autoFocus value={text} placeholder={formText.copySearch} aria-label={formText.copySearch} onChange={(event) => setText(event.target.value)} />
      <ul className="copy-hits scroll">
        {(hits ?? []).map((hit, index) => (
          <li key={hit.caseId}><button type="button" tabIndex={-1} aria-current={index === at} onClick={() => void copy(hit)}>
            <span className="ellipsis">{hit.company || hit.caseNo}</span><span className="hint">{hit.number === null ? hit.caseNo : formatNumber(hit.number)}　{formText.copyCounts(hit.destinations, hit.rules, hit.menus)}</span>
          </button></li>
        ))}
        {hits?.length === 0 ? <li className="hint">{formText.copyNone}</li> : null}
      </ul>
      <p className="hint">{formText.copyHint}</p>
      <div className="dialog-actions"><QuietButton label={formText.cancel} keys="Esc" onClick={onClose} /><PrimaryButton label={formText.startCopy} keys="Enter" disabled={last < 0} onClick={() => void copy(hits?.[at])} /></div>
    </>
  );
}
