import { type ReactNode, useMemo, useState } from 'react';
import { resultOf } from '#domain/routing/test-calls/run-test-call.ts';
import { isKept, nextId } from '#domain/routing/test-calls/suggest-test-calls.ts';
import { testCallCounts } from '#domain/routing/test-call.ts';
import { useCustomerView } from '../../../stores/use-customer-view.ts';
import { tryText } from '../../../text/routing-tryout.ts';
import { useKeys } from '../../../ui/keys/key-scope.tsx';
import type { Typed } from './caller-field.tsx';
import { FlowPicture } from './flow-picture-lazy.tsx';
import { Simulator } from './simulator.tsx';
import { TestCallList } from './test-call-list.tsx';
import type { TryoutProps } from './trial.ts';
import { useTrial } from './use-trial.ts';

/** A call is tried: its way in the picture, the calls that were kept below it, caller and result at the right. */
export function TryPane({ caseId, ...props }: TryoutProps & { readonly caseId: string }): ReactNode {
  const { edit } = props;
  const { form } = edit;
  const { setup, routed } = useTrial(props);
  const [typed, setTyped] = useState<Typed | null>(null);
  const full = form.testCalls.length >= testCallCounts.most || isKept(form, setup);
  const save = (): void => {
    if (!edit.editable || full || typed !== null) return;
    edit.change({ ...form, testCalls: [...form.testCalls, { ...setup, id: nextId(form.testCalls), result: resultOf(routed) }] });
    edit.leave();
  };
  const customer = useCustomerView(caseId, 'trial', useMemo(() => ({ trial: setup }), [setup]));
  useKeys([{ keys: 'F7', label: tryText.save, run: save }, { keys: 'F9', label: tryText.showCustomer, run: customer.toggle }]);
  return (
    <>
      <div className="try-main"><FlowPicture {...props} /><TestCallList {...props} onTrial={(next) => { setTyped(null); props.onTrial(next); }} /></div>
      <Simulator {...props} setup={setup} routed={routed} typed={typed} onType={setTyped} onSave={save} full={full} shown={customer.shown} onShow={customer.toggle} />
    </>
  );
}
