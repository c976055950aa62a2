import type { ReactNode } from 'react';
import type { CaseView } from '#contract/cases.ts';
import { taskNames, type TaskName } from '#domain/cases/task.ts';
import { useStaff } from '../../stores/session.ts';
import { caseState, caseText, summaryText } from '../../text/case.ts';
import { deadlineWords, gradeName, shortMoment, yuanSign } from '../../text/formats.ts';
import { replacedShort, replacedText } from '../../text/number.ts';
import { reasonText, taskName, taskStatus } from '../../text/tasks.ts';
import { Kbd } from '../../ui/keys/kbd.tsx';
import { Money } from '../../ui/money.tsx';
import { NumberText } from '../../ui/number-text.tsx';
import { StatusWord } from '../../ui/status-word.tsx';
import { useNow } from '../../ui/use-now.ts';
import { dueNote, missingTasks, planNote } from './summary-facts.ts';

type Props = { readonly view: CaseView; readonly onGo: (task: TaskName) => void };

/** The summary never moves: customer, number, plan, what is due, what is missing, whose turn and until when. */
export function CaseSummary({ view, onGo }: Props): ReactNode {
  return (
    <aside className="summary scroll" aria-label={summaryText.customer}>
      <section>
        <h3>{summaryText.customer}</h3>
        <strong>{view.customer.name || caseText.unnamed}</strong>
        {view.customerProblems.some((one) => one.severity === 'error') && view.customer.name ? <div className="hint error-text">{summaryText.customerWrong}</div> : null}
      </section>
      <section><h3>{summaryText.number}</h3><NumberFacts view={view} /></section>
      <section>
        <h3>{summaryText.plan}</h3>
        {view.plan ? <><strong>{view.plan.name}</strong><div className="hint">{planNote(view)}</div></> : <span className="quiet">{summaryText.noPlan}</span>}
      </section>
      <section className="summary-due">
        <h3>{summaryText.due}</h3>
        <div>{view.plan ? <Money li={view.payments.dueLi} size={20} sign /> : <span className="quiet">—</span>}<div className="hint">{dueNote(view)}</div></div>
      </section>
      <MissingList view={view} onGo={onGo} />
      <span className="summary-space" />
      <TurnFacts view={view} />
    </aside>
  );
}

function NumberFacts({ view: { number } }: { readonly view: CaseView }): ReactNode {
  if (!number) return <span className="quiet">{summaryText.none}</span>;
  return (
    <>
      <NumberText digits={number.digits} size={26} />
      <div className="hint">
        <strong>{gradeName(number.grade)}</strong>
        {number.hold === 'granted' && number.expiresAt ? ` ${summaryText.heldUntil} ${shortMoment(number.expiresAt)}` : null}
      </div>
      {number.hold === 'provisional' ? <StatusWord boxed tone="warning">{summaryText.provisional}，{summaryText.provisionalNote}</StatusWord> : null}
      {number.replaced ? <div className="hint warning-text">{replacedText(number.replaced)}</div> : null}
      {number.hold === 'lost' || number.hold === 'expired' ? <StatusWord boxed tone="error">{summaryText[number.hold]}</StatusWord> : null}
    </>
  );
}

function MissingList({ view, onGo }: Props): ReactNode {
  const missing = missingTasks(view);
  return (
    <section>
      <h3>{missing.length === 0 ? summaryText.nothingMissing : `${summaryText.missing} ${missing.length} ${summaryText.items}`}</h3>
      <ul className="missing">
        {missing.map((one) => (
          <li key={one.task}>
            <button type="button" className="link" onClick={() => onGo(one.task)}>{taskName[one.task]}</button>
            <span className="ellipsis">{reasonText(one.reason) || taskStatus[one.status]}</span><span className="hint nowrap">Alt {taskNames.indexOf(one.task) + 1}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}

function TurnFacts({ view }: { readonly view: CaseView }): ReactNode {
  const now = useNow(30_000);
  const staff = useStaff();
  const turnWord = view.turn === 'hall' && staff?.staffNo !== view.owner ? view.ownerName : caseText.turnOf[view.turn];
  return (
    <section className="summary-turn">
      <div><span>{summaryText.turn}</span><strong>{view.state === 'draft' ? turnWord : `${caseText.turnOf[view.turn]}（${caseState[view.state]}）`}</strong></div>
      {view.deadline ? <div><span>{caseText.deadlineOf[view.deadline.kind]}</span><strong>{deadlineWords(view.deadline.at, now).text}</strong></div> : null}
    </section>
  );
}

/** Below 1280 px: one line under the head, opened by Alt+9. */
export function SummaryLine({ view, open, onToggle }: { readonly view: CaseView; readonly open: boolean; readonly onToggle: () => void }): ReactNode {
  const missing = missingTasks(view);
  return (
    <div className="summary-line">
      {view.number ? <><NumberText digits={view.number.digits} size={20} /><strong className="hint">{gradeName(view.number.grade)}</strong></> : <span className="quiet">{summaryText.number}：{summaryText.none}</span>}
      {view.number?.hold === 'provisional' ? <StatusWord boxed tone="warning">{summaryText.provisional}</StatusWord> : null}
      {view.number?.replaced ? <span className="summary-part warning-text">{replacedShort(view.number.replaced.rank)}</span> : null}
      <span className="summary-part">{view.plan?.name ?? `${summaryText.plan}：${summaryText.noPlan}`}</span>
      <span className="summary-part">{summaryText.due} <strong>{yuanSign(view.payments.dueLi)}</strong></span>
      <span className="summary-part ellipsis">{missing.length === 0 ? summaryText.nothingMissing : <>{summaryText.missing} <strong>{missing.length}</strong> {summaryText.items}：{missing.map((one) => taskName[one.task]).join('、')}</>}</span>
      <button type="button" className="summary-toggle" aria-expanded={open} onClick={onToggle}><Kbd keys="Alt+9" /> {open ? summaryText.collapse : summaryText.expand}</button>
    </div>
  );
}
