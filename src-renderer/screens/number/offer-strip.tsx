import type { ReactNode } from 'react';
import type { NumberHit } from '#contract/numbers.ts';
import { formatNumber } from '#domain/number/number.ts';
import { gradeName } from '../../text/formats.ts';
import { numberText } from '../../text/number.ts';
import { StatusWord } from '../../ui/status-word.tsx';

/** Another hall was faster: three of the same kind, each one click or `Ctrl+1…3` away. */
export function TakenStrip({ own, lost, offers, onTake }: {
  /** The case's own number was lost, not just one that was tried. */
  readonly own: boolean;
  readonly lost: string;
  readonly offers: readonly NumberHit[];
  readonly onTake: (hit: NumberHit) => void;
}): ReactNode {
  return (
    <div className="offer-strip" data-tone="error" role="alert">
      <StatusWord tone="error">{numberText.takenTitle(formatNumber(lost))}</StatusWord>
      <span>{numberText.takenText(own, offers.length)}</span>
      {offers.slice(0, 3).map((hit, index) => <Offer key={hit.digits} hit={hit} place={`Ctrl ${index + 1}`} onClick={() => onTake(hit)} />)}
    </div>
  );
}

/** Offline: the ranked wish and its fallbacks, in the order they were added. */
export function PicksStrip({ picks, onDrop }: { readonly picks: readonly NumberHit[]; readonly onDrop: (hit: NumberHit) => void }): ReactNode {
  return (
    <div className="offer-strip" data-tone="warning">
      <StatusWord tone="warning">{numberText.offlineTitle}</StatusWord>
      {picks.length === 0 ? <span>{numberText.offlineText}</span> : null}
      {picks.map((hit, index) => <Offer key={hit.digits} hit={hit} place={numberText.rank(index)} onClick={() => onDrop(hit)} drop />)}
    </div>
  );
}

function Offer({ hit, place, onClick, drop = false }: { readonly hit: NumberHit; readonly place: string; readonly onClick: () => void; readonly drop?: boolean }): ReactNode {
  return (
    <button type="button" className="offer" onClick={onClick} aria-label={`${place} ${formatNumber(hit.digits)}${drop ? '，去掉' : '，占这个'}`}>
      <small>{place}</small> <strong>{formatNumber(hit.digits)}</strong> {drop ? <small>{gradeName(hit.grade)}</small> : null}{drop ? <span aria-hidden> ×</span> : null}
    </button>
  );
}
