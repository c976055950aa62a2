import type { ReactNode } from 'react';
import type { MismatchView } from '#contract/till.ts';
import { amount } from '../../text/formats.ts';
import { tenderName } from '../../text/payment.ts';
import { explainedWords, mismatchName, nextOf, tillText } from '../../text/till.ts';
import { StatusWord } from '../../ui/status-word.tsx';

const names = tillText.columns;

/** Every mismatch with its case, its cause and its remedy; ↑ ↓ move, Enter writes what was done. */
export function MismatchList({ mismatches, current, onStand, onExplain }: {
  readonly mismatches: readonly MismatchView[]; readonly current: number; readonly onStand: (index: number) => void; readonly onExplain: (index: number) => void;
}): ReactNode {
  return (
    <section className="mismatches" aria-label={tillText.listTitle}>
      <header className="list-title"><h3>{tillText.listTitle}</h3><span className="hint">{mismatches.length === 0 ? '' : tillText.listHint}</span></header>
      {mismatches.length === 0 ? <p className="mismatch-none"><StatusWord tone="success">{tillText.allAgree}</StatusWord><span className="hint">{tillText.allAgreeNext}</span></p> : (
        <div className="mismatch-rows scroll" role="listbox" aria-label={tillText.listTitle}>
          <div className="mismatch-head" aria-hidden><span className="right">{names.li}</span><span>{names.company}</span><span>{names.why}</span><span>{names.next}</span></div>
          {mismatches.map((one, index) => <Row key={one.id} one={one} on={index === current} onClick={() => onStand(index)} onDoubleClick={() => onExplain(index)} />)}
        </div>
      )}
    </section>
  );
}

function Row({ one, on, onClick, onDoubleClick }: { readonly one: MismatchView; readonly on: boolean; readonly onClick: () => void; readonly onDoubleClick: () => void }): ReactNode {
  const explained = explainedWords(one);
  return (
    <div className={`mismatch-row${on ? ' row-current' : ''}`} role="option" aria-selected={on} ref={on ? (element) => element?.scrollIntoView({ block: 'nearest' }) : undefined} onClick={onClick} onDoubleClick={onDoubleClick}>
      <strong className="right">{amount(Math.abs(one.li))}</strong>
      <span className="two-lines"><b>{one.company || (one.tender ? tenderName[one.tender] : '—')}</b><small>{[one.caseNo, one.receiptNo ?? ''].filter(Boolean).join('　')}</small></span>
      <span className="two-lines"><span>{mismatchName[one.code](one.li)}</span><small>{one.tender && one.company ? tenderName[one.tender] : ''}</small></span>
      <span className="two-lines">{explained ? <StatusWord tone="success">{explained.said}</StatusWord> : <span>{nextOf(one)}</span>}<small>{explained ? explained.who : one.needs === 'supervisor' ? tillText.needsBeside : ''}</small></span>
    </div>
  );
}
