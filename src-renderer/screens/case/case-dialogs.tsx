import { Input } from 'antd';
import { type ReactNode, useEffect, useState } from 'react';
import type { CaseEventView, CaseView } from '#contract/cases.ts';
import { useBridge } from '../../stores/bridge-context.ts';
import { useNavigation } from '../../stores/navigation.ts';
import { useOpenCase } from '../../stores/open-case.ts';
import { caseText } from '../../text/case.ts';
import { eventText } from '../../text/events.ts';
import { shortMoment } from '../../text/formats.ts';
import { frameText } from '../../text/frame.ts';
import { Field } from '../../ui/form/field.tsx';
import { useKeys } from '../../ui/keys/key-scope.tsx';
import { Dialog } from '../../ui/overlay/dialog.tsx';
import { PrimaryButton } from '../../ui/primary-button.tsx';
import { QuietButton } from '../../ui/quiet-button.tsx';

type Props = { readonly view: CaseView; readonly onClose: () => void };

/** F4 and Ctrl+Enter: two strokes park a case; the note is for the next person. */
export function ParkDialog({ view, onClose }: Props): ReactNode {
  const { act, close, flushAll } = useOpenCase();
  const { show } = useNavigation();
  const park = async (note: string): Promise<void> => {
    await flushAll();
    if (!(await act('cases/park', { caseId: view.caseId, note })).ok) { onClose(); return; }
    await close();
    show('workbench');
  };
  return <Dialog title={caseText.parkTitle} onClose={onClose}><NoteForm title={caseText.parkTitle} label={caseText.parkNote} hint={caseText.parkHint} done={caseText.parkDo} stay={frameText.cancel} onDone={park} onClose={onClose} /></Dialog>;
}

/** A reason is asked: the case is kept for the record. */
export function CancelDialog({ view, onClose }: Props): ReactNode {
  const { act, flushAll } = useOpenCase();
  const cancel = async (reason: string): Promise<void> => {
    await flushAll();
    await act('cases/cancel', { caseId: view.caseId, reason });
    onClose();
  };
  return <Dialog title={caseText.cancelTitle} onClose={onClose}><NoteForm title={caseText.cancelTitle} label={caseText.cancelReason} hint={caseText.cancelHint} done={caseText.cancelDo} stay={caseText.keep} needed onDone={cancel} onClose={onClose} /></Dialog>;
}

function NoteForm({ title, label, hint, done, stay, needed = false, onDone, onClose }: {
  readonly title: string;
  readonly label: string;
  readonly hint: string;
  readonly done: string;
  readonly stay: string;
  readonly needed?: boolean;
  readonly onDone: (note: string) => Promise<void>;
  readonly onClose: () => void;
}): ReactNode {
  const [note, setNote] = useState('');
  const ready = !needed || note.trim() !== '';
  const finish = (): void => { if (ready) void onDone(note.trim()); };
  useKeys([{ keys: 'Enter', label: done, when: 'always', run: finish }, { keys: 'Ctrl+Enter', label: done, shown: false, run: finish }]);
  return (
    <>
      <h2>{title}</h2>
      <Field label={label} span={12} htmlFor="case-note"><Input id="case-note" autoFocus maxLength={200} value={note} onChange={(event) => setNote(event.target.value)} /></Field>
      <p className="hint">{hint}</p>
      <div className="dialog-actions"><QuietButton label={stay} keys="Esc" onClick={onClose} /><PrimaryButton label={done} keys="Enter" disabled={!ready} onClick={finish} /></div>
    </>
  );
}

/** Who did what and when, newest first. */
export function HistoryDialog({ view, onClose }: Props): ReactNode {
  const bridge = useBridge();
  const [events, setEvents] = useState<readonly CaseEventView[]>([]);
  useEffect(() => {
    void bridge.invoke('cases/events', { caseId: view.caseId }).then((answer) => { if (answer.ok) setEvents(answer.value); });
  }, [bridge, view.caseId]);
  return (
    <Dialog title={caseText.historyTitle} width={560} onClose={onClose}>
      <h2>{caseText.historyTitle}</h2>
      <ul className="history scroll">
        {events.toReversed().map((one) => <li key={one.seq}><span className="quiet">{shortMoment(one.at)}</span><strong>{eventText(one.kind, one.facts)}</strong><span className="quiet">{one.staffName}</span></li>)}
        {events.length === 0 ? <li className="quiet">{caseText.noHistory}</li> : null}
      </ul>
      <div className="dialog-actions"><QuietButton label={frameText.close} keys="Esc" onClick={onClose} /></div>
    </Dialog>
  );
}
