import { Button, Checkbox } from 'antd';
import type { ReactNode } from 'react';
import { callLimits } from '#domain/routing/call-limits.ts';
import { coverageHoles } from '#domain/routing/coverage/coverage-holes.ts';
import type { CoverageReport } from '#domain/routing/coverage/coverage-report.ts';
import type { Hole } from '#domain/routing/coverage/coverage.ts';
import { type HoleMend, mendHole } from '#domain/routing/coverage/mend-hole.ts';
import { specialDays } from '#domain/routing/coverage/special-days.ts';
import type { RoutingForm } from '#domain/routing/routing-form.ts';
import { holeWords } from '#domain/routing/words/hole-words.ts';
import { tryText } from '../../../text/routing-tryout.ts';
import { Kbd } from '../../../ui/keys/kbd.tsx';
import { QuietButton } from '../../../ui/quiet-button.tsx';
import { StatusWord } from '../../../ui/status-word.tsx';
import { fieldIdOf } from '../form-places.ts';
import type { TryoutProps } from './trial.ts';

type Props = TryoutProps & { readonly report: CoverageReport | null; readonly holes: readonly { readonly hole: Hole; readonly mend: HoleMend | null }[]; readonly onApply: (index: number) => void };

/** Callers who reach nobody: who, when, why, one mend by a digit; what stays is agreed to by the customer. */
export function HoleList({ edit, context, report, holes, onApply, onJump }: Props): ReactNode {
  const { form, editable } = edit;
  const agree = (key: string, on: boolean): void => {
    // Agreements to holes that are no more go with it.
    const known = new Set((report?.holes ?? []).map((hole) => hole.key));
    edit.change({ ...form, acceptedHoles: [...form.acceptedHoles.filter((one) => one !== key && known.has(one)), ...(on ? [key] : [])] });
    edit.leave();
  };
  const open = holes.filter(({ hole, mend }) => mend !== null && !form.acceptedHoles.includes(hole.key));
  const all = (): void => { edit.change(mendAll(form, context)); edit.leave(); };
  return (
    <section className="hole-list" aria-label={tryText.holes}>
      <header className="pane-head"><h3>{tryText.holes}</h3><span className="pane-extra">{open.length > 0 ? <QuietButton small label={tryText.applyAll(open.length)} disabled={!editable} onClick={all} /> : null}</span></header>
      <ul className="scroll">
        {holes.map(({ hole, mend }, index) => {
          const { who, when, why } = holeWords(form, hole, context.regions);
          return (
            <li key={hole.key}>
              <strong>{index + 1}　{who}</strong><span>{when}</span>
              <button type="button" className="link" onClick={() => onJump(fieldIdOf(hole.place))}>{why}</button>
              <span className="hole-tools">
                {mend === null ? null : <Button size="small" disabled={!editable} onClick={() => onApply(index)}>{tryText.mends[mend.code]}{index < 9 ? <Kbd keys={String(index + 1)} /> : null}</Button>}
                <Checkbox checked={form.acceptedHoles.includes(hole.key)} disabled={!editable} onChange={(event) => agree(hole.key, event.target.checked)}>{tryText.agree}</Checkbox>
              </span>
            </li>
          );
        })}
        {report !== null && report.holes.length === 0 ? <li><StatusWord tone="success">{tryText.noHoles}</StatusWord></li> : null}
      </ul>
    </section>
  );
}

/** Mends one hole after the other, since a mend can close several; holes that were agreed to stay. */
function mendAll(form: RoutingForm, { regions, limits, calendar, today }: TryoutProps['context']): RoutingForm {
  let next = form;
  for (let rounds = 0; rounds < 20; rounds += 1) {
    const holes = coverageHoles(next, { regions, limits: callLimits(limits), days: today === undefined ? [] : specialDays(next, today, calendar) });
    const hole = holes.find(({ key }) => !form.acceptedHoles.includes(key));
    const mend = hole === undefined ? null : mendHole(next, hole);
    if (mend === null) return next;
    next = mend.form;
  }
  return next;
}
