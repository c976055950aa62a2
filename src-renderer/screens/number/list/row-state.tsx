import type { ReactNode } from 'react';
import { finderText } from '../../../text/number-finder.ts';
import { numberText } from '../../../text/number.ts';
import { StatusWord } from '../../../ui/status-word.tsx';
import type { RankWords } from '../tray/rank-words.ts';

/** How a row of the list stands; `rank` is its place on the shortlist, null when it is not there. */
export type RowStanding = {
  readonly held: 'granted' | 'provisional' | 'leased' | null;
  readonly taken: boolean;
  readonly rank: RankWords | null;
  readonly leased: boolean;
  readonly offline: boolean;
};

/** The state of a row in a word; what is nearest to this case is said first. */
export function RowState({ standing: { held, taken, rank, leased, offline } }: { readonly standing: RowStanding }): ReactNode {
  if (held === 'granted') return <StatusWord tone="info">{numberText.own}</StatusWord>;
  if (held !== null) return <StatusWord tone={held === 'leased' ? 'info' : 'warning'}>{held === 'leased' ? finderText.leased : numberText.provisional}</StatusWord>;
  if (taken) return <StatusWord tone="error">{numberText.taken}</StatusWord>;
  if (rank) return <span title={rank.why ?? undefined}><StatusWord tone={rank.why ? 'quiet' : 'info'} icon={null}>{rank.rank}</StatusWord></span>;
  if (leased && offline) return <StatusWord tone="success" icon={null}>{finderText.leasedFree}</StatusWord>;
  return <StatusWord tone={offline ? 'quiet' : 'success'} icon={null}>{offline ? finderText.offlineFree : numberText.free}</StatusWord>;
}
