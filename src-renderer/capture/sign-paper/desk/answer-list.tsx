import { type ReactNode, useEffect, useRef } from 'react';
import type { AnswerItem } from '#contract/papers.ts';
import type { TaskName } from '#domain/cases/task.ts';
import { answerGroup, papersText, type SignedKind } from '../../../text/papers.ts';
import { taskName } from '../../../text/tasks.ts';

/** Answers put together by the task that changes them, in the order in which the paper names each first. */
export function groupAnswers(answers: readonly AnswerItem[]): readonly (readonly [TaskName, readonly AnswerItem[]])[] {
  return [...new Set(answers.map((answer) => answer.task))].map((task) => [task, answers.filter((answer) => answer.task === task)] as const);
}

/** What the paper says in its own words; the one in hand is changed by `E`, each by its link. */
export function AnswerList({ answers, kind, current, editable, onStand, onMend }: {
  readonly answers: readonly AnswerItem[];
  readonly kind: SignedKind;
  readonly current: string | null;
  readonly editable: boolean;
  readonly onStand: (id: string) => void;
  readonly onMend: (answer: AnswerItem) => void;
}): ReactNode {
  const list = useRef<HTMLDivElement>(null);
  useEffect(() => { list.current?.querySelector(`[data-answer="${current}"]`)?.scrollIntoView({ block: 'nearest' }); }, [current]);
  return (
    <section className="sign-answers" aria-label={papersText.answers}>
      <header className="pane-head"><h3>{papersText.answers}</h3><span className="hint ellipsis">{papersText.answersHint(kind)}</span></header>
      <div className="scroll" ref={list}>
        {groupAnswers(answers).map(([task, items]) => (
          <section key={task} aria-label={answerGroup[task] ?? taskName[task]}>
            <h4>{answerGroup[task] ?? taskName[task]}</h4>
            <dl>
              {items.map((item) => (
                <div key={item.id} className="sign-answer" data-answer={item.id} data-current={item.id === current} onClick={() => onStand(item.id)}>
                  <dt>{item.label}</dt><dd>{item.value}</dd>
                  <dd>{editable ? <button type="button" className="link" aria-label={`${papersText.mend}${item.label}`} onFocus={() => onStand(item.id)} onClick={() => onMend(item)}>{papersText.mend}</button> : null}</dd>
                </div>
              ))}
            </dl>
          </section>
        ))}
      </div>
    </section>
  );
}
