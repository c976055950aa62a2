import { DeleteOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import type { ReactNode } from 'react';
import { callLimits } from '#domain/routing/call-limits.ts';
import { mendOf } from '#domain/routing/mends/mend-problem.ts';
import { changedTestCalls } from '#domain/routing/test-calls/changed-test-calls.ts';
import { type TestCall, testCallCounts } from '#domain/routing/test-call.ts';
import { phoneLetter } from '#domain/routing/words/part-words.ts';
import { resultWords } from '#domain/routing/words/result-words.ts';
import { tryText } from '../../../text/routing-tryout.ts';
import { EmptyState } from '../../../ui/empty-state.tsx';
import { QuietButton } from '../../../ui/quiet-button.tsx';
import { StatusWord } from '../../../ui/status-word.tsx';
import { type TryoutProps, trialOf } from './trial.ts';

/** The calls that stand on the form; one whose result the form has changed since says both in words. */
export function TestCallList({ edit, context, onTrial }: TryoutProps): ReactNode {
  const { form, editable } = edit;
  const changed = new Map(changedTestCalls(form, callLimits(context.limits), context.calendar).map((one) => [one.testCall.id, one]));
  const suggested = mendOf({ code: 'test-calls-few', severity: 'warning', place: { part: 'testCalls' } }, form, context);
  const put = (testCalls: readonly TestCall[]): void => { edit.change({ ...form, testCalls }); edit.leave(); };
  const few = testCallCounts.fewest - form.testCalls.length;
  return (
    <section id="testCalls" tabIndex={-1} className="test-calls" aria-label={tryText.calls}>
      <header className="pane-head"><h3>{tryText.calls}</h3><StatusWord tone={few > 0 ? 'warning' : 'success'}>{few > 0 ? tryText.few(few) : tryText.enough}</StatusWord>
        <span className="pane-extra">{few > 0 ? <QuietButton small label={tryText.suggest} disabled={!editable || suggested === null} onClick={() => { if (suggested) { edit.change(suggested.form); edit.leave(); } }} /> : null}</span></header>
      {form.testCalls.length === 0 ? <EmptyState title={tryText.noCalls} next={tryText.noCallsNext} /> : (
        <table className="test-call-table">
          <thead><tr>{tryText.columns.map((name) => <th key={name}>{name}</th>)}<th aria-label={tryText.remove} /></tr></thead>
          <tbody>{form.testCalls.map((call, index) => {
            const difference = changed.get(call.id);
            return (
              <tr key={call.id} data-changed={difference !== undefined}>
                <td>{index + 1}</td><td className="ellipsis">{call.callerText}</td><td className="nowrap">{call.date.slice(5)} {call.time}</td><td>{stateText(form, call)}</td>
                <td>{difference === undefined ? resultWords(form, call.result) : <><StatusWord tone="warning">{tryText.was}：{resultWords(form, difference.was)}</StatusWord><br />{tryText.now}：{resultWords(form, difference.now)}</>}</td>
                <td className="nowrap">
                  {difference === undefined ? null : <Button size="small" disabled={!editable} onClick={() => put(form.testCalls.map((one) => (one.id === call.id ? { ...one, result: difference.now } : one)))}>{tryText.accept}</Button>}
                  <Button size="small" type="text" aria-label={`${tryText.show} ${index + 1}`} onClick={() => onTrial(trialOf(call))}>{tryText.show}</Button>
                  <Button size="small" type="text" icon={<DeleteOutlined />} disabled={!editable} aria-label={`${tryText.remove} ${index + 1}`} onClick={() => put(form.testCalls.filter((one) => one.id !== call.id))} />
                </td>
              </tr>
            );
          })}</tbody>
        </table>
      )}
    </section>
  );
}

function stateText(form: TryoutProps['edit']['form'], { busy, silent, keys }: TestCall): string {
  const letters = (ids: readonly string[]): string => ids.map((id) => phoneLetter(form, id)).join('');
  const words = [busy.length > 0 ? `${letters(busy)} ${tryText.busy}` : '', silent.length > 0 ? `${letters(silent)} ${tryText.silent}` : '', keys.length > 0 ? `${tryText.keys} ${keys.map((key) => key ?? '-').join('')}` : ''].filter((word) => word !== '');
  return words.length === 0 ? tryText.allFree : words.join('，');
}
