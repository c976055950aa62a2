import { Button, Input } from 'antd';
import { type ReactNode, useState } from 'react';
import type { ActivationView } from '#contract/approval.ts';
import type { CaseView } from '#contract/cases.ts';
import type { TestCall } from '#domain/routing/test-call.ts';
import { phoneLetter } from '#domain/routing/words/part-words.ts';
import { resultWords } from '#domain/routing/words/result-words.ts';
import { useOpenCase } from '../../stores/open-case.ts';
import { formPartNames, realCallText as words } from '../../text/real-calls.ts';
import { StatusWord } from '../../ui/status-word.tsx';

/** After activation: whether the carrier set up what was signed, and the signed test calls as the list of real calls to make. */
export function RealCalls({ view, activation }: { readonly view: CaseView; readonly activation: ActivationView }): ReactNode {
  if (view.state !== 'completed') return null;
  const { testCalls } = view.form;
  const done = testCalls.filter(({ id }) => activation.realCalls.some((call) => call.testCallId === id)).length;
  return (
    <section className="real-calls" aria-label={words.title}>
      <header><h3>{words.title}</h3><span className="hint">{testCalls.length === 0 ? words.none : words.progress(done, testCalls.length)}</span></header>
      <CarrierRouting routing={activation.carrierRouting} />
      <ol>{testCalls.map((call, index) => <RealCallRow key={call.id} view={view} call={call} number={index + 1} made={activation.realCalls.find(({ testCallId }) => testCallId === call.id) ?? null} />)}</ol>
    </section>
  );
}

function CarrierRouting({ routing }: { readonly routing: ActivationView['carrierRouting'] }): ReactNode {
  if (routing === null) return <p className="hint">{words.notChecked}</p>;
  if (routing.parts === null) return <StatusWord tone="quiet">{words.saysNothing}</StatusWord>;
  return routing.parts.length === 0 ? <StatusWord tone="success">{words.same}</StatusWord> : <StatusWord tone="error">{words.differs(routing.parts.map((part) => formPartNames[part]))}</StatusWord>;
}

function RealCallRow({ view, call, number, made }: { readonly view: CaseView; readonly call: TestCall; readonly number: number; readonly made: ActivationView['realCalls'][number] | null }): ReactNode {
  const { act } = useOpenCase();
  const [note, setNote] = useState(made?.note ?? '');
  const tell = (as: 'agreed' | 'different'): void => void act('routing/record-real-call', { caseId: view.caseId, testCallId: call.id, as, note: note.trim() });
  const marked = [...call.busy.map((id) => `${phoneLetter(view.form, id)} ${words.busy}`), ...call.silent.map((id) => `${phoneLetter(view.form, id)} ${words.silent}`)].join('，');
  return (
    <li>
      <span className="quiet">{number}</span>
      <span>{call.callerText}　{call.time}{marked === '' ? '' : `　${marked}`}</span>
      <strong>{resultWords(view.form, call.result)}</strong>
      <span className="real-call-tools">
        {made === null ? null : <StatusWord tone={made.as === 'agreed' ? 'success' : 'error'}>{words[made.as]}</StatusWord>}
        <Input size="small" value={note} maxLength={200} placeholder={words.note} aria-label={`${number} ${words.note}`} onChange={(event) => setNote(event.target.value)} />
        <Button size="small" onClick={() => tell('agreed')}>{words.agreed}</Button><Button size="small" onClick={() => tell('different')}>{words.different}</Button>
      </span>
    </li>
  );
}
