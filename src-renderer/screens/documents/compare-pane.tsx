import { Input } from 'antd';
import { type ReactNode, useState } from 'react';
import type { CaseView } from '#contract/cases.ts';
import { useOpenCase } from '../../stores/open-case.ts';
import { documentsText, verdicts } from '../../text/documents.ts';
import { Chip } from '../../ui/chip.tsx';
import { type CompareLine, compareLines } from './compare-lines.ts';
import type { DocumentDesk } from './document-desk.ts';
import { PageStrip } from './page-strip.tsx';

/** Beside the page: what was typed and must be on it, and the clerk's verdict. */
export function ComparePane({ view, desk }: { readonly view: CaseView; readonly desk: DocumentDesk }): ReactNode {
  const lines = compareLines(view, desk.kind);
  return (
    <section className="compare-pane" aria-label={documentsText.compare}>
      <header className="pane-head"><h3>{documentsText.compare}</h3></header>
      <PageStrip pages={desk.pages} current={desk.page?.documentId ?? null} onLook={desk.look} />
      <dl className="compare-lines scroll">
        {lines.length === 0 ? <p className="hint">{documentsText.noCompare}</p> : null}
        {lines.map((line) => <Line key={line.label} line={line} caseId={view.caseId} editable={view.editable} />)}
        {lines.some((line) => line.identity) ? <p className="hint">{documentsText.masked}</p> : null}
      </dl>
      <div className="verdict-bar" role="group" aria-label={documentsText.verdict}>
        <div className="verdict-chips">
          {verdicts.map(({ verdict, key, word }) => (
            <Chip key={verdict} label={word} keys={key} on={desk.page?.verdict === verdict} disabled={!desk.page || !view.editable || desk.busy} onClick={() => void desk.judge(verdict)} />
          ))}
        </div>
        <Input aria-label={documentsText.note} placeholder={documentsText.note} maxLength={200} value={desk.note} disabled={!desk.page || !view.editable} onChange={(event) => desk.write(event.target.value)} />
      </div>
    </section>
  );
}

function Line({ line, caseId, editable }: { readonly line: CompareLine; readonly caseId: string; readonly editable: boolean }): ReactNode {
  const { act, goTo } = useOpenCase();
  const [shown, setShown] = useState<string | null>(null);
  const reveal = async (): Promise<void> => {
    if (shown !== null || !line.identity) { setShown(null); return; }
    const answer = await act('cases/reveal', { caseId, field: line.identity });
    if (answer.ok) setShown(answer.value.value);
  };
  return (
    <div className="compare-line">
      <dt>{line.label}</dt>
      <dd>{line.value === '' ? <span className="warning-text">{documentsText.nothing}</span> : shown ?? line.value}</dd>
      <dd className="compare-do">
        {line.identity && line.value !== '' ? <button type="button" className="link" onClick={() => void reveal()}>{shown === null ? documentsText.show : documentsText.hide}</button> : null}
        {editable ? <button type="button" className="link" onClick={() => void goTo(line.task, line.field)}>{documentsText.mend}</button> : null}
      </dd>
    </div>
  );
}
