import type { InputRef } from 'antd';
import { type ReactNode, useEffect, useRef, useState } from 'react';
import { useStore } from 'zustand';
import type { CaseView } from '#contract/cases.ts';
import type { NumberHit } from '#contract/numbers.ts';
import { formatNumber } from '#domain/number/number.ts';
import { useBridge } from '../../stores/bridge-context.ts';
import { useOpenCase } from '../../stores/open-case.ts';
import { useApprovalPanel } from '../../stores/use-approval-panel.ts';
import { numberText, specialWarning } from '../../text/number.ts';
import { ApprovalPanel } from '../../ui/approval-panel.tsx';
import { TaskFoot } from '../../ui/form/task-foot.tsx';
import { useKeys } from '../../ui/keys/key-scope.tsx';
import { PrimaryButton } from '../../ui/primary-button.tsx';
import { StatusWord } from '../../ui/status-word.tsx';
import { GradeChips } from './grade-chips.tsx';
import { HoldLine } from './hold-line.tsx';
import { NoNumbers } from './no-numbers.tsx';
import { NumberGrid } from './number-grid.tsx';
import { makeNumberSearch } from './number-search.ts';
import { PicksStrip, TakenStrip } from './offer-strip.tsx';
import { PoolAge } from './pool-age.tsx';
import { QueryBar } from './query-bar.tsx';
import { SwapDialog } from './swap-dialog.tsx';
import { useHold } from './use-hold.ts';
import './number.css';

/** Task 2: find a number by its shape and hold it, or pick it provisionally when the line is down. */
export function NumberScreen({ view }: { readonly view: CaseView }): ReactNode {
  const bridge = useBridge();
  const { goNext } = useOpenCase();
  const [store] = useState(() => makeNumberSearch(bridge));
  const search = useStore(store);
  const hold = useHold(view, search);
  const approval = useApprovalPanel(view);
  const input = useRef<InputRef>(null);
  useEffect(() => store.getState().start(), [store]);
  const current = search.hits[search.current];
  // The first row of an untouched list is nobody's wish: two presses in a row must not hold the dearest number.
  const wish = search.looking || search.picks.length > 0 ? current : undefined;
  const settled = view.number?.hold === 'granted' && (!search.looking || !current || current.digits === view.number.digits || !view.editable);
  const offers = search.alternatives ?? lostOffers(view);
  const commit = (): void => {
    if (settled) return void goNext();
    return wish && !search.taken.includes(wish.digits) ? hold.take(wish) : undefined;
  };
  useKeys([
    { keys: '/', label: numberText.keys.query, run: () => input.current?.focus({ cursor: 'all' }), when: 'no-field' },
    { keys: '↑ ↓', label: numberText.keys.move, run: (key) => search.move(key === '↑' ? -1 : 1), when: 'always' },
    { keys: 'PageUp PageDown', label: numberText.keys.move, run: (key) => search.move(key === 'PageUp' ? -8 : 8), when: 'always', shown: false },
    { keys: 'F5', label: '再找一次', run: () => search.type(search.text), shown: false },
    { keys: 'F7', label: numberText.keys.extend, run: hold.extend, shown: view.number?.hold === 'granted' },
    { keys: 'Ins', label: numberText.keys.fallback, run: () => current && search.togglePick(current), when: 'always', shown: hold.offline },
    { keys: 'Ctrl+1…3', label: '占备选', run: (key) => { const hit = offers?.hits[Number(key) - 1]; if (hit) hold.take(hit); }, shown: offers !== null },
    { keys: 'Ctrl+Enter', label: settled ? numberText.keys.goOn : numberText.keys.hold, run: commit },
  ]);
  return (
    <div className="task-body number-screen">
      <QueryBar search={search} input={input} onEnter={commit} />
      <GradeChips search={search}><Advice view={view} hit={current} /></GradeChips>
      {search.answer?.total === 0 || search.pool?.loaded === false ? <NoNumbers search={search} /> : <NumberGrid search={search} own={view.number} onHold={hold.take} />}
      {offers ? <TakenStrip own={search.alternatives === null} lost={offers.lost} offers={offers.hits} onTake={hold.take} /> : null}
      {hold.offline && view.editable && search.pool?.loaded !== false ? <PicksStrip picks={search.picks} onDrop={search.togglePick} /> : null}
      {approval && !offers ? <ApprovalPanel {...approval} /> : null}
      {hold.swap && view.number ? <SwapDialog from={view.number.digits} to={hold.swap} onAnswer={hold.answerSwap} /> : null}
      <TaskFoot note={<span className="number-note"><HoldLine number={view.number} editable={view.editable} onExtend={hold.extend} onRelease={hold.release} /><PoolAge pool={search.pool} /></span>}>
        <PrimaryButton label={labelOf(settled, hold.offline, wish, search.picks)} keys="Ctrl+Enter" busy={hold.busy} onClick={commit}
          disabled={settled ? view.next === null : !view.editable || !wish} />
      </TaskFoot>
    </div>
  );
}

function lostOffers(view: CaseView): { readonly lost: string; readonly hits: readonly NumberHit[] } | null {
  return view.number?.hold === 'lost' ? { lost: view.number.digits, hits: view.number.alternatives } : null;
}

function labelOf(settled: boolean, offline: boolean, current: NumberHit | undefined, picks: readonly NumberHit[]): string {
  if (settled) return numberText.goOn;
  const first = offline ? picks[0] ?? current : current;
  if (!first) return numberText.chooseFirst;
  return offline ? numberText.pickThis(formatNumber(first.digits), Math.max(0, picks.length - 1)) : numberText.holdThis(formatNumber(first.digits));
}

/** Before the clerk commits: a special number needs an approval and seven working days. */
function Advice({ view, hit }: { readonly view: CaseView; readonly hit: NumberHit | undefined }): ReactNode {
  if (!hit || hit.grade === 9 || view.number?.digits === hit.digits) return null;
  return <span className="number-advice"><StatusWord tone="warning">{specialWarning(hit.grade)}</StatusWord></span>;
}
