import type { ReactNode } from 'react';

/** A key as printed on the keyboard: `Ctrl+Enter` reads «Ctrl Enter». Hidden from readers: the control has its own name. */
export function Kbd({ keys }: { readonly keys: string }): ReactNode {
  return <kbd className="kbd" aria-hidden="true">{keys.replaceAll('+', ' ').replace('Space', '空格')}</kbd>;
}
