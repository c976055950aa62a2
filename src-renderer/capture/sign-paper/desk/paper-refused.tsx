import type { ReactNode } from 'react';
import type { CaseView } from '#contract/cases.ts';
import type { Failure } from '#contract/failures.ts';
import { useOpenCase } from '../../../stores/open-case.ts';
import { failureText } from '../../../text/failures.ts';
import { papersText, rareCharacters, type SignedKind } from '../../../text/papers.ts';
import { TaskFoot } from '../../../ui/form/task-foot.tsx';
import { useKeys } from '../../../ui/keys/key-scope.tsx';
import { PrimaryButton } from '../../../ui/primary-button.tsx';
import { QuietButton } from '../../../ui/quiet-button.tsx';
import { waysOut, wayLabel } from './ways-out.ts';

/** No paper can be made yet: what keeps it, and the way there; a name without glyphs may be completed by hand. */
export function PaperRefused({ view, kind, failure, onByHand, onRetry, back }: {
  readonly view: CaseView;
  readonly kind: SignedKind;
  readonly failure: Failure;
  readonly onByHand: () => void;
  readonly onRetry: () => void;
  readonly back: ReactNode;
}): ReactNode {
  const { goTo } = useOpenCase();
  const ways = waysOut(failure, view);
  const rare = failure.code === 'missing-glyph';
  const first = ways[0];
  const words = failure.code === 'task-not-open' ? { title: papersText.waitsFor(kind), safe: '', next: papersText.waitsNext } : failureText(failure);
  const run = (): void => {
    if (rare && view.editable) onByHand();
    else if (first) void goTo(first.task);
    else onRetry();
  };
  const label = rare ? papersText.byHand : first ? wayLabel(first.task) : papersText.retry;
  useKeys([{ keys: 'Ctrl+Enter', label, run }, { keys: 'F5', label: papersText.keys.retry, shown: rare, run: onRetry }]);
  return (
    <>
      <div className="sign-refused scroll" role="status">
        <h3>{words.title}</h3>
        {words.safe ? <p>{words.safe}</p> : null}
        <p>{rare ? papersText.byHandHint(rareCharacters(String(failure.facts?.['characters'] ?? ''))) : words.next}</p>
        <ul>{ways.map(({ task, why }) => <li key={task}><button type="button" className="link" onClick={() => void goTo(task)}>{wayLabel(task)}</button>{why ? <span className="quiet"> {why}</span> : null}</li>)}</ul>
      </div>
      <TaskFoot>
        {back}
        {rare ? <QuietButton label={papersText.retry} keys="F5" onClick={onRetry} /> : null}
        <PrimaryButton label={label} keys="Ctrl+Enter" disabled={rare && !view.editable} onClick={run} />
      </TaskFoot>
    </>
  );
}
