import { Button } from 'antd';
import type { ReactNode } from 'react';
import type { Mend } from '#domain/routing/mends/mend.ts';
import type { RegionTable } from '#domain/routing/region-table.ts';
import type { RoutingForm } from '#domain/routing/routing-form.ts';
import type { RoutingProblem } from '#domain/routing/routing-problem.ts';
import { mendText } from '../../text/routing-mends.ts';
import { problemText } from '../../text/routing-problems.ts';
import { formText, placeText } from '../../text/routing.ts';
import { Kbd } from '../../ui/keys/kbd.tsx';
import { StatusWord } from '../../ui/status-word.tsx';
import { fieldIdOf } from './form-places.ts';

/** A problem and the mend that is proposed for it. */
export type Found = { readonly problem: RoutingProblem; readonly mend: Mend | null };

/** Errors first; a list's entries can be wrong by the thousand. */
const SHOWN = 200;
export const inOrder = (problems: readonly RoutingProblem[]): readonly RoutingProblem[] => problems.toSorted((a, b) => Number(a.severity === 'warning') - Number(b.severity === 'warning')).slice(0, SHOWN);

/** A key alone takes nothing away from the form: such a mend is chosen where it is read. */
export const isByKey = (mend: Mend | null): boolean => mend !== null && !mend.code.startsWith('remove-') && mend.code !== 'keep-first-test-calls';

/** What the check found; each line leads to the control that mends it, and F6 does what the first one proposes that takes nothing away. */
export function ProblemPane({ form, found, problems, regions, keyed, onJump, onMend }: {
  readonly form: RoutingForm;
  readonly found: readonly Found[];
  readonly problems: readonly RoutingProblem[];
  readonly regions: RegionTable;
  /** F6 acts. */
  readonly keyed: boolean;
  readonly onJump: (fieldId: string) => void;
  readonly onMend: (mend: Mend) => void;
}): ReactNode {
  const first = keyed ? found.findIndex(({ mend }) => isByKey(mend)) : -1;
  return (
    <section className="problem-pane" aria-label={formText.problems}>
      <header className="pane-head"><h3>{formText.problems}</h3><span className="pane-extra"><CheckWords problems={problems} /></span></header>
      <ul className="scroll">
        {found.map(({ problem, mend }, index) => (
          <li key={JSON.stringify([problem.code, problem.place, problem.facts])}>
            <StatusWord tone={problem.severity === 'error' ? 'error' : 'warning'}>
              <button type="button" className="link" onClick={() => onJump(fieldIdOf(problem.place))}>{placeText(form, problem.place)}</button>：{problemText(problem, regions)}
            </StatusWord>
            {mend === null ? null : <Button size="small" className="mend" aria-keyshortcuts={index === first ? 'F6' : undefined} onClick={() => onMend(mend)}>{mendText(mend.code)}{index === first ? <Kbd keys="F6" /> : null}</Button>}
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
