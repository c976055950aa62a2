import type { ReactNode } from 'react';
import { frameText } from '../text/frame.ts';
import { Kbd } from '../ui/keys/kbd.tsx';
import type { KeyBinding } from '../ui/keys/key-table.ts';
import { Dialog } from '../ui/overlay/dialog.tsx';
import { QuietButton } from '../ui/quiet-button.tsx';

/** Every key that acts in the view below, the view's own first. */
export function KeySheet({ keys, onClose }: { readonly keys: readonly KeyBinding[]; readonly onClose: () => void }): ReactNode {
  const rows = keys.filter((one, index) => keys.findIndex((other) => other.keys === one.keys) === index);
  return (
    <Dialog title={frameText.keysTitle} width={560} onClose={onClose}>
      <h2>{frameText.keysTitle}</h2>
      <ul className="key-sheet scroll">
        {rows.map((one) => <li key={one.keys}><Kbd keys={one.keys} /><span>{one.label}</span></li>)}
        <li><Kbd keys="Esc" /><span>{frameText.closeLayer}</span></li>
      </ul>
      <div className="dialog-actions"><QuietButton label={frameText.close} keys="Esc" onClick={onClose} /></div>
    </Dialog>
  );
}
