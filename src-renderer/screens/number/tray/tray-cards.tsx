import { CloseOutlined } from '@ant-design/icons';
import type { ReactNode } from 'react';
import type { ShortlistItem } from '#contract/shortlist.ts';
import { formatNumber } from '#domain/number/number.ts';
import { countdownText } from '../../../text/countdown.ts';
import { gradeName } from '../../../text/formats.ts';
import { finderText } from '../../../text/number-finder.ts';
import { Countdown } from '../../../ui/countdown.tsx';
import { StatusWord } from '../../../ui/status-word.tsx';
import { urgent } from './hold-line.tsx';
import { rankWords, type RankWords } from './rank-words.ts';

type Props = {
  readonly items: readonly ShortlistItem[];
  /** What goes to the carrier from an offline list, in order. */
  readonly ranked: readonly string[];
  readonly offline: boolean;
  readonly own: string | null;
  readonly current: string | null;
  readonly onDrop: (digits: string) => void;
  readonly onFirst: (digits: string) => void;
};

/** The shortlist, one card a number: rank, grade, how long it is held; a press makes it the first. */
export function TrayCards({ items, ranked, offline, own, current, onDrop, onFirst }: Props): ReactNode {
  return (
    <ol className="tray-cards" data-many={items.length > 3} aria-label={finderText.shortlist}>
      {items.map((item, place) => {
        const { digits, grade } = item.hit;
        const number = formatNumber(digits);
        const words = rankWords(items, ranked, offline, digits);
        return (
          <li key={digits} className="tray-card" data-first={place === 0} data-current={digits === current} data-state={item.state} title={words?.why ?? undefined}>
            <button type="button" className="tray-pick" onClick={() => onFirst(digits)} aria-label={`${number}，${gradeName(grade)}，${words?.rank ?? ''}，${finderText.keys.first}`}>
              <span className="tray-top"><span className="tray-rank">{digits === own ? finderText.own : words?.rank}</span><small>{gradeName(grade)}</small></span>
              <span className="tray-place" aria-hidden>{words?.why ? '×' : place + 1}</span>
              <strong className="tray-number">{number}</strong>
              <ItemState item={item} words={words} />
            </button>
            <button type="button" className="tray-drop" tabIndex={-1} aria-label={finderText.drop(number)} onClick={() => onDrop(digits)}><CloseOutlined aria-hidden /></button>
          </li>
        );
      })}
    </ol>
  );
}

function ItemState({ item: { hit, state, expiresAt }, words }: { readonly item: ShortlistItem; readonly words: RankWords | null }): ReactNode {
  if (state === 'held' && expiresAt) return <Countdown end={expiresAt} words={(now, end) => `${finderText.itemState.held}${countdownText(now, end)}`} urgent={urgent} />;
  if (state === 'taken') return <StatusWord tone="error">{finderText.itemState.taken}</StatusWord>;
  return <span className="hint" data-state={state}>{words?.why ?? (state === 'free' && hit.leased ? finderText.leasedFree : finderText.itemState[state])}</span>;
}
