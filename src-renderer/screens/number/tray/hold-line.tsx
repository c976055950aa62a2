import type { ReactNode } from 'react';
import type { NumberView } from '#contract/numbers.ts';
import { countdownText, nearness } from '../../../text/countdown.ts';
import { gradeName, shortMoment } from '../../../text/formats.ts';
import { finderText } from '../../../text/number-finder.ts';
import { numberText, replacedShort } from '../../../text/number.ts';
import { Countdown } from '../../../ui/countdown.tsx';
import { NumberText } from '../../../ui/number-text.tsx';
import { QuietButton } from '../../../ui/quiet-button.tsx';
import { StatusWord } from '../../../ui/status-word.tsx';

/** Amber under ten minutes. */
export const urgent = (now: string, end: string): boolean => nearness(now, end) === 'urgent' || nearness(now, end) === 'past';

type Props = {
  readonly number: NumberView | null;
  readonly editable: boolean;
  readonly onExtend: () => void;
  readonly onRelease: () => void;
};

/** The case's number: how it stands, until when, and how to keep it or let it go. */
export function HoldLine({ number, editable, onExtend, onRelease }: Props): ReactNode {
  if (!number) return <span className="hold-line quiet">{numberText.noNumber}</span>;
  const live = number.hold !== 'lost' && number.hold !== 'expired';
  return (
    <span className="hold-line">
      <NumberText digits={number.digits} size={20} />
      <span className="strong">{gradeName(number.grade)}</span>
      <HoldState number={number} />
      {number.replaced ? <StatusWord tone="warning">{replacedShort(number.replaced.rank)}</StatusWord> : null}
      {editable && number.hold === 'granted' ? <QuietButton small label={numberText.extend} keys="F7" onClick={onExtend} /> : null}
      {editable && live ? <QuietButton small label={numberText.release} keys="Shift+F7" onClick={onRelease} /> : null}
    </span>
  );
}

function HoldState({ number }: { readonly number: NumberView }): ReactNode {
  switch (number.hold) {
    case 'provisional':
      return <StatusWord tone="warning">{numberText.provisional}，{numberText.fallbacks} {number.fallbacks.length} 个</StatusWord>;
    case 'leased':
      return <StatusWord tone="info">{finderText.leased}，{finderText.leasedNote}</StatusWord>;
    case 'lost':
      return <StatusWord tone="error">{numberText.lost}</StatusWord>;
    case 'expired':
      return <StatusWord tone="error">{numberText.expired}</StatusWord>;
    case 'granted':
      return number.expiresAt ? (
        <span className="hold-until">{numberText.holdUntil(shortMoment(number.expiresAt))} <Countdown end={number.expiresAt} words={countdownText} urgent={urgent} /></span>
      ) : null;
  }
}
