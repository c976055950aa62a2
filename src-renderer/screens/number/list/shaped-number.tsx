import type { ReactNode } from 'react';
import { digitLooks, type NumberRow } from './number-row.ts';

/** A number as the list shows it: what was asked for plain, free digits quiet, the shape bold, digits other than asked framed. */
export function ShapedNumber({ row, text }: { readonly row: NumberRow; readonly text: string }): ReactNode {
  const looks = digitLooks(row, text);
  return (
    <span className="grid-number">
      {Array.from(row.digits, (digit, place) => <span key={place}>{place === 3 || place === 6 ? '-' : null}<span data-look={looks[place]}>{digit}</span></span>)}
    </span>
  );
}
