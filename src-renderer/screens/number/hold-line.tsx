import { Popconfirm } from 'antd';
import type { ReactNode } from 'react';
import type { NumberView } from '#contract/numbers.ts';
import { countdownText, nearness } from '../../text/countdown.ts';
import { gradeName, shortMoment } from '../../text/formats.ts';
import { numberText } from '../../text/number.ts';
import { Countdown } from '../../ui/countdown.tsx';
import { NumberText } from '../../ui/number-text.tsx';
import { QuietButton } from '../../ui/quiet-button.tsx';
import { StatusWord } from '../../ui/status-word.tsx';

const urgent = (now: string, end: string): boolean => nearness(now, end) === 'urgent' || nearness(now, end) === 'past';

/** The case's number in the foot: how it stands, until when, and how to keep it or let it go. */
export function HoldLine({ number, editable, onExtend, onRelease }: {
  readonly number: NumberView | null;
  readonly editable: boolean;
  readonly onExtend: () => void;
  readonly onRelease: () => void;
}): ReactNode {
  if (!number) return <span>{numberText.noNumber}</span>;
  return (
    <span className="hold-line">
      <NumberText digits={number.digits} size={20} />
      <span className="strong">{gradeName(number.grade)}</span>
      <HoldState number={number} />
      {editable && number.hold === 'granted' ? <QuietButton small label={numberText.extend} keys="F7" onClick={onExtend} /> : null}
      {editable && number.hold !== 'lost' ? (
        <Popconfirm title={numberText.releaseTitle} description={numberText.releaseText} okText={numberText.release} cancelText="不放" onConfirm={onRelease}>
          <span><QuietButton small label={numberText.release} onClick={() => undefined} /></span>
        </Popconfirm>
      ) : null}
    </span>
  );
}

function HoldState({ number }: { readonly number: NumberView }): ReactNode {
  switch (number.hold) {
    case 'provisional':
      return <StatusWord tone="warning">{numberText.provisional}，{numberText.fallbacks} {number.fallbacks.length} 个</StatusWord>;
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
