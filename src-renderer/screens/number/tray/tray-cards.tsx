import { CloseOutlined } from '@ant-design/icons';
import type { ReactNode } from 'react';
import type { ShortlistItem } from '#contract/shortlist.ts';
import { formatNumber } from '#domain/number/number.ts';
import { countdownText } from '../../../text/countdown.ts';
import { gradeName } from '../../../text/formats.ts';
import { finderText } from '../../../text/number-finder.ts';
import { numberText } from '../../../text/number.ts';
import { Countdown } from '../../../ui/countdown.tsx';
import { StatusWord } from '../../../ui/status-word.tsx';
import { urgent } from './hold-line.tsx';

type Props = {
  readonly items: readonly ShortlistItem[];
  /** What goes to the carrier from an offline list, in order; empty online: then the list has no fallbacks. */
  readonly ranked: readonly string[];
  readonly own: string | null;
  readonly current: string | null;
  readonly onDrop: (digits: string) => void;
  readonly onFirst: (digits: string) => void;
};

/** The shortlist, one card a number: rank, grade, how long it is held; a press makes it the first. */
export function TrayCards({ items, ranked, own, current, onDrop, onFirst }: Props): ReactNode {
  return (
    <ol className="tray-cards" data-many={items.length > 3} aria-label={finderText.shortlist}>
      {items.map((item, place) => {
        const { digits, grade } = item.hit;
        const number = formatNumber(digits);
        return (
          <li key={digits} className="tray-card" data-first={place === 0} data-current={digits === current} data-state={item.state}>
            <button type="button" className="tray-pick" onClick={() => onFirst(digits)} aria-label={`${number}，${gradeName(grade)}，${finderText.keys.first}`}>
              <span className="tray-top"><span className="tray-rank">{digits === own ? finderText.own : rankWord(place, ranked, digits)}</span><small>{gradeName(grade)}</small></span>
              <strong className="tray-number">{number}</strong>
              <ItemState item={item} />
            </button>
            <button type="button" className="tray-drop" tabIndex={-1} aria-label={finderText.drop(number)} onClick={() => onDrop(digits)}><CloseOutlined aria-hidden /></button>
          </li>
        );
      })}
    </ol>
  );
}

/** Offline the list goes to the carrier as ranked; a special number beside another is no fallback. */
function rankWord(place: number, ranked: readonly string[], digits: string): string {
  if (ranked.length > 0 && !ranked.includes(digits)) return finderText.noFallback;
  return numberText.rank(ranked.length > 0 ? ranked.indexOf(digits) : place);
}

function ItemState({ item: { hit, state, expiresAt } }: { readonly item: ShortlistItem }): ReactNode {
  if (state === 'held' && expiresAt) return <Countdown end={expiresAt} words={(now, end) => `${finderText.itemState.held}${countdownText(now, end)}`} urgent={urgent} />;
  if (state === 'taken') return <StatusWord tone="error">{finderText.itemState.taken}</StatusWord>;
  return <span className="hint" data-state={state}>{state === 'free' && hit.leased ? finderText.leasedFree : finderText.itemState[state]}</span>;
}
