import type { ReactNode } from 'react';
import { queryExamples } from '#domain/number/query/query-examples.ts';
import { frameText } from '../../../text/frame.ts';
import { examplesText, exampleWords } from '../../../text/query-examples.ts';
import { Dialog } from '../../../ui/overlay/dialog.tsx';
import { QuietButton } from '../../../ui/quiet-button.tsx';

/** One example of each kind of condition; choosing one puts it into the box. */
export function QueryExamplesDialog({ onChoose, onClose }: { readonly onChoose: (text: string) => void; readonly onClose: () => void }): ReactNode {
  return (
    <Dialog title={examplesText.title} width={620} onClose={onClose}>
      <h2>{examplesText.title}</h2>
      <p className="hint">{examplesText.hint}</p>
      <ul className="query-examples scroll">
        {queryExamples.map(({ code, text }) => (
          <li key={code}><button type="button" onClick={() => onChoose(text)}><strong>{text}</strong><span className="hint">{exampleWords[code]}</span></button></li>
        ))}
      </ul>
      <div className="dialog-actions"><QuietButton label={frameText.cancel} keys="Esc" onClick={onClose} /></div>
    </Dialog>
  );
}
