import { Input } from 'antd';
import { type ReactNode, useState } from 'react';
import type { Failure } from '#contract/failures.ts';
import type { ShiftRow, TillState } from '#contract/till.ts';
import { formatYuan } from '#domain/money/money.ts';
import { amount } from '../../text/formats.ts';
import { failureText } from '../../text/failures.ts';
import { paymentText, refundWhy } from '../../text/payment.ts';
import { tillText } from '../../text/till.ts';
import { Field } from '../../ui/form/field.tsx';
import { fieldAria } from '../../ui/form/field-aria.ts';
import { TaskFoot } from '../../ui/form/task-foot.tsx';
import { readAmount } from '../../ui/form/read-amount.ts';
import { useKeys } from '../../ui/keys/key-scope.tsx';
import { Money } from '../../ui/money.tsx';
import { PrimaryButton } from '../../ui/primary-button.tsx';
import { ShiftList } from './shift-list.tsx';

/** Nobody has the drawer: open a shift with its float; what is to be paid back today and the shifts before stand beside. */
export function NoShift({ till, recent, mayOpen, onOpen, onLook, onCase }: {
  readonly till: TillState; readonly recent: readonly ShiftRow[]; readonly mayOpen: boolean; readonly onOpen: (floatLi: number) => Promise<Failure | null>; readonly onLook: (shiftId: string) => void; readonly onCase: (caseId: string) => void;
}): ReactNode {
  const [text, setText] = useState(formatYuan(till.floatProposedLi));
  const [failure, setFailure] = useState<Failure | null>(null);
  const li = readAmount(text);
  const problem = li === null ? paymentText.shift.bad : failure ? failureText(failure).title : undefined;
  const open = async (): Promise<void> => { if (mayOpen && li !== null) setFailure(await onOpen(li)); };
  useKeys(mayOpen ? [{ keys: 'Ctrl+Enter', label: tillText.open.title, run: () => void open() }] : []);
  return (
    <>
      <div className="till-idle">
        <section className="till-open">
          <h3>{tillText.none}</h3>
          {mayOpen ? (
            <Field label={paymentText.shift.float} span={1} htmlFor="till-float" message={problem}>
                <Input {...fieldAria('till-float', problem)} className="money-input" inputMode="decimal" autoComplete="off" autoFocus value={text} onFocus={(event) => event.target.select()} onChange={(event) => { setText(event.target.value); setFailure(null); }} onPressEnter={() => void open()} />
            </Field>
          ) : null}
          {till.refunds.length > 0 ? (
            <>
              <h3 className="refund-head">{tillText.open.refunds}</h3>
              <ul className="refund-rows">{till.refunds.map((refund) => <li key={refund.caseId}><button type="button" className="link" onClick={() => onCase(refund.caseId)}>{refund.company}</button><span className="hint">{refundWhy[refund.why]}</span><Money li={refund.li} /></li>)}</ul>
            </>
          ) : null}
        </section>
        <section className="till-recent"><h3>{tillText.open.recent}</h3><ShiftList rows={recent} onLook={onLook} /></section>
      </div>
      <TaskFoot note={tillText.open.hint}>
        {mayOpen ? <PrimaryButton label={tillText.open.done(li === null ? '—' : amount(li))} keys="Ctrl+Enter" disabled={li === null} onClick={() => void open()} /> : null}
      </TaskFoot>
    </>
  );
}
