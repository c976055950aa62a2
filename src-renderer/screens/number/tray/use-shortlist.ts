import { useEffect, useState } from 'react';
import { useStore } from 'zustand';
import { useBridge } from '../../../stores/bridge-context.ts';
import { useCarrierTime } from '../../../stores/connection.ts';
import { useOpenCase } from '../../../stores/open-case.ts';
import { makeShortlist, type ShortlistState } from './shortlist.ts';

/** The case's shortlist while its screen is shown; what the customer's window points at follows the current row. */
export function useShortlist(caseId: string, current: string | null, own: string): ShortlistState {
  const bridge = useBridge();
  const { act } = useOpenCase();
  const carrierTime = useCarrierTime();
  const [store] = useState(() => makeShortlist(bridge, act, caseId, carrierTime));
  useEffect(() => store.getState().start(), [store]);
  useEffect(() => store.getState().heed(own), [store, own]);
  useEffect(() => store.getState().light(current), [store, current]);
  return useStore(store);
}
