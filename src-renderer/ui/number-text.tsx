import type { ReactNode } from 'react';

/** A 400 number grouped 3-3-4, tabular, never wrapped. */
export function NumberText({ digits, size = 15 }: { readonly digits: string; readonly size?: 15 | 20 | 26 | 28 }): ReactNode {
  return <span className="number-text" data-size={size}>{digits.slice(0, 3)}-{digits.slice(3, 6)}-{digits.slice(6)}</span>;
}
