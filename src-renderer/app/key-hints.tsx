import type { ReactNode } from 'react';
import { frameText } from '../text/frame.ts';
import { Kbd } from '../ui/keys/kbd.tsx';
import { useKeyList } from '../ui/keys/key-scope.tsx';

/** At most six keys of the view that is shown, always ending with the sheet of all keys; three where it is narrow. */
export function KeyHints({ sheet = false }: { readonly sheet?: boolean }): ReactNode {
  const all = useKeyList().filter((one) => one.shown !== false);
  const keys = all.filter((one, index) => all.findIndex((other) => other.keys === one.keys) === index).slice(0, sheet ? 5 : 6);
  return (
    <ul className="key-hints" aria-hidden="true">
      {keys.map((one) => <li key={one.keys}><Kbd keys={one.keys} /> {one.label}</li>)}
      {sheet ? <li><Kbd keys="?" /> {frameText.sheet}</li> : null}
    </ul>
  );
}
