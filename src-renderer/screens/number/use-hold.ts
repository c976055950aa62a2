import { useState } from 'react';
import type { CaseView } from '#contract/cases.ts';
import type { NumberHit } from '#contract/numbers.ts';
import { useConnection } from '../../stores/connection.ts';
import { useOpenCase } from '../../stores/open-case.ts';
import type { NumberSearchState } from './number-search.ts';

export type Hold = {
  readonly offline: boolean;
  readonly busy: boolean;
  /** Another number is wished while one is held: asked before the old one is let go. */
  readonly swap: NumberHit | null;
  readonly answerSwap: (yes: boolean) => void;
  readonly take: (hit: NumberHit) => void;
  readonly extend: () => void;
  readonly release: () => void;
};

/** What may be done with a number: hold it, swap it, keep it longer, let it go; offline it is picked instead. */
export function useHold(view: CaseView, search: NumberSearchState): Hold {
  const { act } = useOpenCase();
  const connection = useConnection();
  const [busy, setBusy] = useState(false);
  const [refused, setRefused] = useState(false);
  const [swap, setSwap] = useState<NumberHit | null>(null);
  const offline = connection?.state === 'offline' || (refused && connection?.state !== 'online');
  const { caseId, number } = view;

  const during = async (work: () => Promise<unknown>): Promise<void> => {
    if (busy || !view.editable) return;
    setBusy(true);
    await work().finally(() => setBusy(false));
  };
  const hold = async (hit: NumberHit): Promise<void> => {
    const answer = await act('numbers/hold', { caseId, digits: hit.digits });
    if (!answer.ok) return setRefused(answer.error.code === 'carrier-offline');
    if (answer.value.outcome === 'taken') return search.markTaken(hit.digits, answer.value.alternatives);
    return search.forgetTaken();
  };
  const pick = async (hit: NumberHit): Promise<void> => {
    const ranked = search.picks.length > 0 ? search.picks : [hit];
    const answer = await act('numbers/pick-provisional', { caseId, ranked: ranked.map((each) => each.digits) });
    if (answer.ok) search.clearPicks();
  };
  const answerSwap = (yes: boolean): void => {
    setSwap(null);
    if (!yes || !swap) return;
    void during(async () => {
      const released = await act('numbers/release', { caseId });
      if (released.ok) await hold(swap);
    });
  };
  return {
    offline, busy, swap, answerSwap,
    take: (hit) => {
      if (offline) return void during(() => pick(hit));
      if (number?.hold === 'granted' && number.digits !== hit.digits) return setSwap(hit);
      return void during(() => hold(hit));
    },
    extend: () => void during(() => act('numbers/extend', { caseId })),
    release: () => void during(() => act('numbers/release', { caseId })),
  };
}
