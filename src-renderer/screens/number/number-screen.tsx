import type { InputRef } from 'antd';
import { type ReactNode, useEffect, useRef, useState } from 'react';
import { useStore } from 'zustand';
import type { CaseView } from '#contract/cases.ts';
import type { NumberHit } from '#contract/numbers.ts';
import { CarryApproval } from '../../capture/carried/carry-approval.tsx';
import { formatNumber } from '#domain/number/number.ts';
import { useBridge } from '../../stores/bridge-context.ts';
import { useOpenCase } from '../../stores/open-case.ts';
import { useApprovalPanel } from '../../stores/use-approval-panel.ts';
import { finderText } from '../../text/number-finder.ts';
import { numberText } from '../../text/number.ts';
import { ApprovalPanel } from '../../ui/approval-panel.tsx';
import { PrimaryButton } from '../../ui/primary-button.tsx';
import { BuilderMore, BuilderRow } from './builder/builder-rows.tsx';
import { CustomerRow } from './ask/customer-row.tsx';
import { ExplainPane } from './explain/explain-pane.tsx';
import { makeNumberExplain } from './explain/number-explain.ts';
import { FilterRow } from './ask/filter-row.tsx';
import { GradeChips } from './ask/grade-chips.tsx';
import { NearLine } from './list/near-line.tsx';
import { NoNumbers } from './list/no-numbers.tsx';
import { NumberFoot } from './tray/number-foot.tsx';
import { NumberGrid } from './list/number-grid.tsx';
import type { RowStanding } from './list/row-state.tsx';
import type { NumberRow } from './list/number-row.ts';
import { makeNumberSearch } from './number-search.ts';
import { QueryBar } from './ask/query-bar.tsx';
import { HoldLine } from './tray/hold-line.tsx';
import { HoldsDialog } from './tray/holds-dialog.tsx';
import { LetGoDialog } from './tray/let-go-dialog.tsx';
import { rankWords } from './tray/rank-words.ts';
import { rankedPicks } from './tray/shortlist.ts';
import { TakenStrip } from './tray/taken-strip.tsx';
import { useShortlist } from './tray/use-shortlist.ts';
import { useHold } from './tray/use-hold.ts';
import { useLease } from './ask/use-lease.ts';
import { useNumberKeys } from './use-number-keys.ts';
import { lacksFallbacks, specialAdvice, takeWords, wishOf } from './tray/wish.ts';
import './number.css';

/** Task 2: find a number by its shape or its meaning, list it, hold it; or pick it provisionally when the line is down. */
export function NumberScreen({ view }: { readonly view: CaseView }): ReactNode {
  const bridge = useBridge();
  const { goNext, goTo } = useOpenCase();
  const [store] = useState(() => makeNumberSearch(bridge, view.caseId));
  const [explainStore] = useState(() => makeNumberExplain(bridge));
  const search = useStore(store);
  const explain = useStore(explainStore);
  const standingAt = search.rows[search.current];
  const dead = search.pending || search.failure !== null;
  const current = search.looking && search.failure === null ? standingAt : undefined;
  const list = useShortlist(view.caseId, current?.digits ?? null, `${view.number?.digits} ${view.number?.hold} ${view.number?.expiresAt}`);
  const ranked = rankedPicks(list.items);
  const hold = useHold(view, search, ranked);
  const lease = useLease();
  const approval = useApprovalPanel(view);
  const input = useRef<InputRef>(null);
  const firstCell = useRef<HTMLInputElement>(null);
  const [unfolded, setUnfolded] = useState(false);
  const [holdsOpen, setHoldsOpen] = useState(false);
  useEffect(() => store.getState().start(), [store]);
  useEffect(() => store.getState().keep([...list.items.map((item) => item.hit), ...(view.number ? [view.number] : [])]), [store, list.items, view.number]);
  useEffect(() => explainStore.getState().follow(standingAt?.digits ?? null), [explainStore, standingAt?.digits]);
  const offers = search.alternatives ?? lostOffers(view);
  const wish = wishOf({ view, current, looking: search.looking, items: list.items, taken: search.taken, ranked, offline: hold.offline, unread: search.failure !== null });
  const commit = (): void => {
    if (search.pending) return undefined;
    if (wish.settled) return void goNext();
    return wish.hit ? hold.take(wish.hit) : undefined;
  };
  const take = (hit: NumberHit | undefined): void => { if (hit && !dead) hold.take(hit); };
  const onList = async (digits: string): Promise<void> => {
    if (dead || !view.editable) return;
    // The number picked alone comes first, so that what is added now is its fallback.
    if (hold.offline && view.number && lacksFallbacks(view) && digits !== view.number.digits && list.items.length === 0) await list.toggle(view.number.digits);
    const lost = await list.toggle(digits);
    if (lost) search.markTaken(digits, lost.alternatives, lost.here);
  };
  const nearest = explain.open ? explain.answer?.nearestOrdinary?.hit : undefined;
  const fold = (): void => {
    setUnfolded(!unfolded);
    requestAnimationFrame(() => (unfolded ? input.current : firstCell.current)?.focus());
  };
  useNumberKeys({ view, search, current, list, hold, offers: offers?.hits ?? null, settled: wish.settled, onList: (digits) => void onList(digits), onQuery: () => input.current?.focus({ cursor: 'all' }), onFold: fold, onExplain: () => { if (!search.looking) search.stand(search.current); explain.toggle(); }, onCommit: commit,
    onHolds: () => setHoldsOpen(true), onNearest: () => take(nearest) });
  const standing = (row: NumberRow): RowStanding => ({
    held: heldAs(view, row), taken: search.taken.includes(row.digits), rank: rankWords(list.items, ranked, hold.offline, row.digits), leased: row.leased, offline: hold.offline,
  });
  const empty = search.pool?.loaded === false || (search.rows.length === 0 && search.answer !== null);
  return (
    <div className="task-body number-screen" data-unfolded={unfolded} data-apart={search.showing !== 'found'}>
      <QueryBar search={search} input={input} onEnter={commit} />
      <BuilderRow text={search.text} onText={search.type} first={firstCell} />
      {unfolded ? <BuilderMore text={search.text} onText={search.type} /> : null}
      <GradeChips search={search} />
      <CustomerRow search={search} onCustomer={() => void goTo('customer', 'foundedOn')} />
      <FilterRow search={search} lease={lease} />
      <NearLine search={search} />
      <div className="number-middle">
        {empty ? <NoNumbers search={search} /> : (
          <NumberGrid search={search} onList={(row) => void onList(row.digits)} onHold={take}
            standing={standing} />
        )}
        {explain.open ? <ExplainPane explain={explain} take={nearest ? takeWords(view, nearest, hold.offline) : ''} onTake={() => take(nearest)} /> : null}
      </div>
      {offers ? <TakenStrip own={search.alternatives === null} here={search.alternatives?.here === true} lost={offers.lost} offers={offers.hits} onTake={hold.take} /> : null}
      {approval && !offers ? <ApprovalPanel {...approval} carry={<CarryApproval view={view} />} /> : null}
      {hold.swap && view.number ? <LetGoDialog title={`${numberText.changeTo(formatNumber(hold.swap.digits))}？`} text={numberText.releaseTextFor(formatNumber(view.number.digits))} keep={finderText.keepOld} go={numberText.changeTo(formatNumber(hold.swap.digits))} onAnswer={hold.answerSwap} /> : null}
      {hold.asking && hold.releaseAsk ? <LetGoDialog title={numberText.releaseTitle} text={hold.releaseAsk} keep={finderText.keep} go={numberText.release} onAnswer={hold.answerRelease} /> : null}
      {holdsOpen ? <HoldsDialog onClose={() => setHoldsOpen(false)} onChanged={list.again} /> : null}
      <NumberFoot list={list} ranked={ranked} lonely={lacksFallbacks(view) && list.items.length < 2} own={view.number?.digits ?? null} current={current?.digits ?? null} editable={view.editable} offline={hold.offline} advice={specialAdvice(view, wish.hit, hold.offline)}
        holdLine={<HoldLine number={view.number} editable={view.editable} onExtend={hold.extend} onRelease={hold.release} />}>
        <PrimaryButton label={wish.label} keys="Ctrl+Enter" busy={hold.busy} onClick={commit} disabled={wish.settled ? view.next === null : !view.editable || !wish.hit} />
      </NumberFoot>
    </div>
  );
}

function lostOffers(view: CaseView): { readonly lost: string; readonly hits: readonly NumberRow[] } | null {
  return view.number?.hold === 'lost' ? { lost: view.number.digits, hits: view.number.alternatives } : null;
}

function heldAs({ number }: CaseView, row: NumberRow): RowStanding['held'] {
  if (number?.digits !== row.digits) return null;
  return number.hold === 'granted' || number.hold === 'provisional' || number.hold === 'leased' ? number.hold : null;
}
