import { Input } from 'antd';
import { type ReactNode, useState } from 'react';
import { formatYuan } from '#domain/money/money.ts';
import type { TillState } from '#contract/till.ts';
import type { Till } from '../../stores/use-till.ts';
import { amount } from '../../text/formats.ts';
import { failureText } from '../../text/failures.ts';
import { paymentText } from '../../text/payment.ts';
import { readAmount } from '../../ui/form/read-amount.ts';
import { Field } from '../../ui/form/field.tsx';
import { fieldAria } from '../../ui/form/field-aria.ts';
import { StatusWord } from '../../ui/status-word.tsx';

/** The float to open a shift with, as typed; what the last shift left until something else is typed. */
export type FloatEntry = { readonly text: string; readonly li: number | null; readonly busy: boolean; readonly problem: string | null; readonly type: (text: string) => void; readonly open: () => Promise<boolean> };

export function useFloat(till: Till): FloatEntry {
  const [typed, setTyped] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);
  const [refused, setRefused] = useState<string | null>(null);
  const text = typed ?? formatYuan(till.state?.floatProposedLi ?? 0);
  const li = readAmount(text);
  return {
    text, li, busy, problem: li === null ? paymentText.shift.bad : refused,
    type: (next) => { setTyped(next); setRefused(null); },
    open: async () => {
      if (li === null || busy) return false;
      setBusy(true);
      const failure = await till.open(li);
      setBusy(false);
      setRefused(failure === null ? null : failureText(failure).title);
      return failure === null;
    },
  };
}

/** Money is taken in a shift: opens one here, or says whose shift stands in the way. */
export function ShiftPanel({ state, float, onGoToTill }: { readonly state: TillState; readonly float: FloatEntry; readonly onGoToTill: () => void }): ReactNode {
  const words = paymentText.shift;
  const problem = float.problem ?? undefined;
  return (
    <section className="money-state" data-tone={state.standing === 'none' ? 'info' : 'warning'} aria-label={words.title}>
      <StatusWord tone={state.standing === 'none' ? 'info' : 'warning'}>{state.standing === 'of-another' ? words['of-another'](state.shift?.staffName ?? '') : state.standing === 'too-old' ? words['too-old'] : words.title}</StatusWord>
      {state.standing === 'none' ? (
        <>
          <div className="shift-open">
            <Field label={words.float} span={1} htmlFor="shift-float" message={problem}>
              <Input {...fieldAria('shift-float', problem)} className="money-input" inputMode="decimal" autoComplete="off" autoFocus value={float.text} onFocus={(event) => event.target.select()} onChange={(event) => float.type(event.target.value)} />
            </Field>
          </div>
          <p className="hint">{words.hint}</p>
        </>
      ) : <p><button type="button" className="link" onClick={onGoToTill}>{words.go}</button></p>}
    </section>
  );
}

export const openShiftLabel = (float: FloatEntry): string => paymentText.shift.open(float.li === null ? '—' : amount(float.li));
