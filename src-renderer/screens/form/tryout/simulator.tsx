import { Checkbox, Input } from 'antd';
import type { ReactNode } from 'react';
import type { RoutedCall } from '#domain/routing/call.ts';
import { expectedShares } from '#domain/routing/strategy.ts';
import { testCallCounts } from '#domain/routing/test-call.ts';
import { resultOf, type TestCallSetup } from '#domain/routing/test-calls/run-test-call.ts';
import { phoneLetter, phoneWords } from '#domain/routing/words/part-words.ts';
import { resultWords } from '#domain/routing/words/result-words.ts';
import { stepText } from '../../../text/routing-steps.ts';
import { tryText } from '../../../text/routing-tryout.ts';
import { percentText } from '../../../text/routing.ts';
import { QuietButton } from '../../../ui/quiet-button.tsx';
import { fieldIdOf } from '../form-places.ts';
import { CallerField, type Typing } from './caller-field.tsx';
import type { TryoutProps } from './trial.ts';
import { WeekStrip } from './week-strip.tsx';

type Props = TryoutProps & Typing & { readonly setup: TestCallSetup; readonly routed: RoutedCall; readonly full: boolean; readonly onSave: () => void; readonly shown: boolean; readonly onShow: () => void };

/** Who calls, when, and which phones are engaged; the result in words and each decision with the line it came from. */
export function Simulator(props: Props): ReactNode {
  const { edit: { form, editable }, trial, onTrial, setup, routed, onJump, onSave, full, typed, shown, onShow } = props;
  // An engaged phone does not ring: a mark here takes away the other one.
  const toggle = (list: 'busy' | 'silent', id: string): void => {
    const others = { busy: trial.busy.filter((one) => one !== id), silent: trial.silent.filter((one) => one !== id) };
    onTrial({ ...trial, ...others, [list]: trial[list].includes(id) ? others[list] : [...others[list], id] });
  };
  return (
    <section className="simulator scroll" aria-label={tryText.title}>
      <div className="sim-result" data-kind={typed === null ? routed.outcome.kind : 'typing'} role="status">{typed === null ? resultWords(form, resultOf(routed)) : typed.unread ? tryText.unreadCaller : tryText.takeCaller}</div>
      <CallerField {...props} />
      <WeekStrip {...props} />
      {form.destinations.length > 0 ? (
        <table className="sim-phones">
          <thead><tr><th aria-label={tryText.caller} /><th>{tryText.busy}</th><th>{tryText.silent}</th></tr></thead>
          <tbody>{form.destinations.map(({ id }) => (
            <tr key={id}><th scope="row" className="ellipsis">{phoneWords(form, id)}</th>
              {(['busy', 'silent'] as const).map((list) => <td key={list}><Checkbox checked={trial[list].includes(id)} aria-label={`${phoneLetter(form, id)} ${tryText[list]}`} onChange={() => toggle(list, id)} /></td>)}
            </tr>
          ))}</tbody>
        </table>
      ) : null}
      {form.menus.length > 0 ? <label className="sim-line"><span>{tryText.keys}</span><Input id="trial-keys" size="small" value={trial.keys} maxLength={20} placeholder={tryText.keysHint} onChange={(event) => onTrial({ ...trial, keys: event.target.value.normalize('NFKC').replace(/[^\d*#-]/g, '') })} /></label> : null}
      {form.passwordOn ? <Checkbox checked={trial.knowsPassword} onChange={(event) => onTrial({ ...trial, knowsPassword: event.target.checked })}>{tryText.password}</Checkbox> : null}
      <ol className="sim-steps">
        {routed.steps.map((step, index) => {
          const { text, line } = stepText(form, step);
          return <li key={index}><span>{text}</span><button type="button" className="link" onClick={() => onJump(fieldIdOf(step.place))}>{line}</button></li>;
        })}
      </ol>
      <GroupShares {...props} />
      <div className="sim-tools">
        <QuietButton label={form.testCalls.length >= testCallCounts.most ? tryText.full : full ? tryText.kept : tryText.save} keys="F7" disabled={!editable || full || typed !== null} onClick={onSave} />
        <QuietButton label={shown ? tryText.hideCustomer : tryText.showCustomer} keys="F9" onClick={onShow} />
      </div>
      <p className="hint">{setup.callerText}　{setup.date} {setup.time}</p>
    </section>
  );
}

/** The expected share of each phone of the group that the call came to first. */
function GroupShares({ edit: { form }, routed }: Props): ReactNode {
  const entered = routed.steps.find(({ code }) => code === 'group-entered')?.place.id;
  const group = form.groups.find(({ id }) => id === entered);
  if (group === undefined || group.destinationIds.length < 2) return null;
  return (
    <dl className="sim-shares" aria-label={tryText.share(group.name)}>
      {expectedShares(group).map(({ destinationId, rank, share }) => (
        <div key={destinationId}><dt>{phoneLetter(form, destinationId)}</dt><dd><i style={{ width: `${(share ?? 0) / 10}%` }} aria-hidden /><span>{share === undefined ? `第 ${rank}` : percentText(share)}</span></dd></div>
      ))}
    </dl>
  );
}
