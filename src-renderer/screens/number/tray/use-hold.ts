import { useState } from 'react';
import type { CaseView } from '#contract/cases.ts';
import type { NumberHit } from '#contract/numbers.ts';
import { useConnection } from '../../../stores/connection.ts';
import { useOpenCase } from '../../../stores/open-case.ts';
import { finderText } from '../../../text/number-finder.ts';
import type { NumberSearchState } from '../number-search.ts';
import { picksWith } from './shortlist.ts';
import { isSure } from './wish.ts';

export type Hold = {
  readonly offline: boolean;
  readonly busy: boolean;
  /** Another number is wished while the case has one for sure: asked before the old one is let go. */
  readonly swap: NumberHit | null;
  readonly answerSwap: (yes: boolean) => void;
  readonly take: (hit: NumberHit) => void;
  readonly extend: () => void;
  /** One press lets the number go, unless an approval goes with it: then `releaseAsk` is asked first. */
  readonly release: () => void;
  readonly releaseAsk: string | null;
  readonly asking: boolean;
  readonly answerRelease: (yes: boolean) => void;
};

/** What may be done with a number: hold it, swap it, keep it longer, let it go; offline the ranked list is picked instead. */
export function useHold(view: CaseView, search: NumberSearchState, ranked: readonly string[]): Hold {
  const { act } = useOpenCase();
  const connection = useConnection();
  const [busy, setBusy] = useState(false);
  const [refused, setRefused] = useState(false);
  const [swap, setSwap] = useState<NumberHit | null>(null);
  const [asking, setAsking] = useState(false);
  const offline = connection?.state === 'offline' || (refused && connection?.state !== 'online');
  const { caseId, number, approval } = view;
  const releaseAsk = approval.state === 'requested' || approval.state === 'approved' ? finderText.releaseAsk(approval.state === 'requested' ? finderText.approvalPending : finderText.approvalDone) : null;

  const during = async (work: () => Promise<unknown>): Promise<void> => {
    if (busy || !view.editable) return;
    setBusy(true);
    await work().finally(() => setBusy(false));
  };
  const hold = async (hit: NumberHit): Promise<void> => {
    const answer = await act('numbers/hold', { caseId, digits: hit.digits });
    if (!answer.ok) return setRefused(answer.error.code === 'carrier-offline');
    if (answer.value.outcome === 'taken') return search.markTaken(hit.digits, answer.value.alternatives, answer.value.here);
    return search.forgetTaken();
  };
  const pick = async (hit: NumberHit): Promise<void> => {
    const answer = await act('numbers/pick-provisional', { caseId, ranked: [...picksWith(hit.digits, ranked)] });
    if (answer.ok) search.forgetTaken();
  };
  // The old number goes back only when the new one is there: a race that is lost leaves the case what it had.
  const get = (hit: NumberHit): void => void during(() => (offline ? pick(hit) : hold(hit)));
  const letGo = (): void => void during(() => act('numbers/release', { caseId }));
  return {
    offline, busy, swap, releaseAsk, asking,
    answerSwap: (yes) => {
      setSwap(null);
      if (!yes || !swap) return;
      get(swap);
    },
    take: (hit) => (isSure(number) && number?.digits !== hit.digits ? setSwap(hit) : get(hit)),
    extend: () => void during(() => act('numbers/extend', { caseId })),
    release: () => {
      const live = number !== null && number.hold !== 'lost' && number.hold !== 'expired';
      if (!live || !view.editable) return;
      if (releaseAsk !== null) setAsking(true);
      else letGo();
    },
    answerRelease: (yes) => { setAsking(false); if (yes) letGo(); },
  };
}
