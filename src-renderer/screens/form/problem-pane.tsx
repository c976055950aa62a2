import type { ReactNode } from 'react';
import type { RoutingForm } from '#domain/routing/routing-form.ts';
import type { RoutingProblem } from '#domain/routing/routing-problem.ts';
import { formText, partName, problemText } from '../../text/routing.ts';
import { StatusWord } from '../../ui/status-word.tsx';
import { letterIn } from './form-parts.ts';
import { fieldIdOf } from './form-places.ts';

/** What the check found, errors first; each line leads to the control that mends it. */
export function ProblemPane({ form, problems, onJump }: {
  readonly form: RoutingForm;
  readonly problems: readonly RoutingProblem[];
  readonly onJump: (fieldId: string) => void;
}): ReactNode {
  const letterOf = letterIn(form);
  const sorted = problems.toSorted((a, b) => Number(a.severity === 'warning') - Number(b.severity === 'warning'));
  return (
    <section className="problem-pane" aria-label={formText.problems}>
      <header className="pane-head"><h3>{formText.problems}</h3><span className="pane-extra"><CheckWords problems={problems} /></span></header>
      <ul className="scroll">
        {sorted.map((problem) => (
          <li key={JSON.stringify([problem.code, problem.place, problem.facts])}>
            <StatusWord tone={problem.severity === 'error' ? 'error' : 'warning'}>
              <button type="button" className="link" onClick={() => onJump(fieldIdOf(problem.place))}>{partName(problem.place.part)}{problem.place.part === 'destinations' && problem.place.id ? ` ${letterOf(problem.place.id)}` : ''}</button>：{problemText(problem)}
            </StatusWord>
          </li>
        ))}
        {problems.length === 0 ? <li><StatusWord tone="success">{formText.allGood}</StatusWord></li> : null}
      </ul>
    </section>
  );
}

/** 没有错误 · 1 条提醒. */
export function CheckWords({ problems }: { readonly problems: readonly RoutingProblem[] }): ReactNode {
  const errors = problems.filter((problem) => problem.severity === 'error').length;
  const warnings = problems.length - errors;
  return (
    <>
      <StatusWord boxed tone={errors > 0 ? 'error' : 'success'}>{errors > 0 ? formText.errors(errors) : formText.noErrors}</StatusWord>
      {warnings > 0 ? <StatusWord boxed tone="warning">{formText.warnings(warnings)}</StatusWord> : null}
    </>
  );
}
