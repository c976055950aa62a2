import type { ReactNode } from 'react';
import type { NumberHit } from '#contract/numbers.ts';
import { formatNumber } from '#domain/number/number.ts';
import { numberText } from '../../../text/number.ts';
import { StatusWord } from '../../../ui/status-word.tsx';

/** Somebody was faster: three of the same kind, each one click or `Ctrl+1…3` away. */
export function TakenStrip({ own, here, lost, offers, onTake }: {
  /** The case's own number was lost, not just one that was tried. */
  readonly own: boolean;
  /** Another case of this very PC has it. */
  readonly here: boolean;
  readonly lost: string;
  readonly offers: readonly NumberHit[];
  readonly onTake: (hit: NumberHit) => void;
}): ReactNode {
  return (
    <div className="offer-strip" data-tone="error" role="alert">
      <StatusWord tone="error">{numberText.takenTitle(formatNumber(lost), here)}</StatusWord>
      <span>{numberText.takenText(own, offers.length)}</span>
      {offers.slice(0, 3).map((hit, index) => (
        <button key={hit.digits} type="button" className="offer" onClick={() => onTake(hit)} aria-label={`Ctrl ${index + 1} ${formatNumber(hit.digits)}，占这个`}>
          <small>Ctrl {index + 1}</small> <strong>{formatNumber(hit.digits)}</strong>
        </button>
      ))}
    </div>
  );
}
