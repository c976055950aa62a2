import type { ReactNode } from 'react';
import { finderText } from '../../../text/number-finder.ts';
import { numberText } from '../../../text/number.ts';
import { StatusWord } from '../../../ui/status-word.tsx';

/** How a row of the list stands; `place` is its rank on the shortlist, -1 for none. */
export type RowStanding = {
  readonly held: 'granted' | 'provisional' | 'leased' | null;
  readonly taken: boolean;
  readonly place: number;
  readonly leased: boolean;
  readonly offline: boolean;
};

/** The state of a row in a word; what is nearest to this case is said first. */
export function RowState({ standing: { held, taken, place, leased, offline } }: { readonly standing: RowStanding }): ReactNode {
  if (held === 'granted') return <StatusWord tone="info">{numberText.own}</StatusWord>;
  if (held !== null) return <StatusWord tone={held === 'leased' ? 'info' : 'warning'}>{held === 'leased' ? finderText.leased : numberText.provisional}</StatusWord>;
  if (taken) return <StatusWord tone="error">{numberText.taken}</StatusWord>;
  if (place >= 0) return <StatusWord tone="info" icon={null}>{numberText.rank(place)}</StatusWord>;
  if (leased && offline) return <StatusWord tone="success" icon={null}>{finderText.leasedFree}</StatusWord>;
  return <StatusWord tone={offline ? 'quiet' : 'success'} icon={null}>{offline ? finderText.offlineFree : numberText.free}</StatusWord>;
}
