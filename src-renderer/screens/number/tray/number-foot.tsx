import type { ReactNode } from 'react';
import { finderText } from '../../../text/number-finder.ts';
import { QuietButton } from '../../../ui/quiet-button.tsx';
import { StatusWord } from '../../../ui/status-word.tsx';
import { TrayCards } from './tray-cards.tsx';
import type { ShortlistState } from './shortlist.ts';

/** The foot of the task: the case's number and, once something is listed, the shortlist above it; the primary at the right. */
export function NumberFoot({ list, ranked, own, current, editable, offline, lonely, holdLine, advice, children }: {
  readonly list: ShortlistState;
  readonly ranked: readonly string[];
  readonly own: string | null;
  readonly current: string | null;
  readonly editable: boolean;
  readonly offline: boolean;
  /** A lone ordinary pick: fallbacks are offered, quietly. */
  readonly lonely: boolean;
  readonly holdLine: ReactNode;
  readonly advice: string | null;
  readonly children: ReactNode;
}): ReactNode {
  const { items, view } = list;
  const some = items.length > 0;
  const ending = items.some((item) => item.state === 'held' || item.state === 'expired');
  return (
    <footer className="number-foot" data-list={some} data-own={own !== null}>
      <div className="number-foot-main">
        {some ? <TrayCards items={items} ranked={ranked} offline={offline} own={own} current={current} onDrop={(digits) => void list.toggle(digits)} onFirst={(digits) => void list.first(digits)} /> : null}
        <div className="number-foot-line">
          {holdLine}
          {editable && ending ? <QuietButton small label={finderText.extendList} keys="Ctrl+F7" onClick={() => void list.extend()} /> : null}
          {lonely ? <span className="hint ellipsis">{finderText.fallbackHint}</span> : null}
          {some || own || !editable ? null : <span className="hint ellipsis">{offline ? finderText.offlineHint : finderText.shortlistHint}</span>}
          {advice ? <span className="number-foot-advice"><StatusWord tone="warning">{advice}</StatusWord></span> : null}
        </div>
      </div>
      <div className="number-foot-actions">
        {some ? <QuietButton label={view?.shown ? finderText.hide : finderText.show} keys="F9" onClick={() => void list.show(current)} /> : null}
        {children}
      </div>
    </footer>
  );
}
