import { type ReactNode, useState } from 'react';
import type { RoutingForm } from '#domain/routing/routing-form.ts';
import { templateNames, type TemplateName } from '#domain/routing/templates.ts';
import { formText, templateTexts } from '../../text/routing.ts';
import { Kbd } from '../../ui/keys/kbd.tsx';
import { useKeys } from '../../ui/keys/key-scope.tsx';
import { CopyDialog } from './copy-dialog.tsx';

/** An untouched form: a template by one digit, an earlier form, or nothing. */
export function StartPane({ caseId, onTemplate, onCopy, onEmpty }: {
  readonly caseId: string;
  readonly onTemplate: (name: TemplateName) => void;
  readonly onCopy: (form: RoutingForm) => void;
  readonly onEmpty: () => void;
}): ReactNode {
  const [copying, setCopying] = useState(false);
  useKeys([
    { keys: '1…5', label: formText.keys.template, run: (key) => { const name = templateNames[Number(key) - 1]; if (name) onTemplate(name); } },
    { keys: '6', label: formText.keys.copy, run: () => setCopying(true) },
  ]);
  return (
    <section className="start-pane" aria-label={formText.start}>
      <h3>{formText.start}</h3><p className="hint">{formText.startHint}</p>
      <ul>
        {templateNames.map((name, index) => <li key={name}><button type="button" className="start-card" aria-keyshortcuts={String(index + 1)} onClick={() => onTemplate(name)}><Kbd keys={String(index + 1)} /><strong>{templateTexts[name].title}</strong><span className="hint">{templateTexts[name].line}</span></button></li>)}
        <li><button type="button" className="start-card" aria-keyshortcuts="6" onClick={() => setCopying(true)}><Kbd keys="6" /><strong>{formText.startCopy}</strong><span className="hint">{formText.copyHint}</span></button></li>
        <li><button type="button" className="start-card" aria-keyshortcuts="Insert" onClick={onEmpty}><Kbd keys="Ins" /><strong>{formText.startEmpty}</strong><span className="hint">{formText.noDestinationsNext}</span></button></li>
      </ul>
      {copying ? <CopyDialog caseId={caseId} onCopy={(form) => { setCopying(false); onCopy(form); }} onClose={() => setCopying(false)} /> : null}
    </section>
  );
}
