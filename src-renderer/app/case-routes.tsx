import { type ComponentType, lazy, type ReactNode, Suspense } from 'react';
import type { CaseView } from '#contract/cases.ts';
import type { TaskName } from '#domain/cases/task.ts';
import { CustomerScreen } from '../screens/customer/customer-screen.tsx';
import { DocumentsScreen } from '../screens/documents/documents-screen.tsx';
import { NumberScreen } from '../screens/number/number-screen.tsx';
import { PlanScreen } from '../screens/plan/plan-screen.tsx';
import { frameText } from '../text/frame.ts';

type TaskScreen = ComponentType<{ readonly view: CaseView }>;

const files = import.meta.glob<Record<string, ComponentType<{ readonly view: CaseView }>>>('../screens/{agreement,form,prepayment,activation,approval}/*-screen.tsx');

function screen(folder: string, name: string): TaskScreen {
  const load = files[`../screens/${folder}/${folder}-screen.tsx`];
  if (!load) return () => <p className="stage-wait hint">{folder}</p>;
  return lazy(async () => ({ default: (await load())[name] as TaskScreen }));
}

const screens: Readonly<Record<TaskName, TaskScreen>> = {
  customer: CustomerScreen, number: NumberScreen, plan: PlanScreen, agreement: screen('agreement', 'AgreementScreen'),
  form: screen('form', 'FormScreen'), documents: DocumentsScreen, prepayment: screen('prepayment', 'PrepaymentScreen'), activation: screen('activation', 'ActivationScreen'),
};
const Approval = screen('approval', 'ApprovalScreen') as ComponentType;

/** The screen of a task. */
export function TaskRoute({ task, view }: { readonly task: TaskName; readonly view: CaseView }): ReactNode {
  const Screen = screens[task];
  return <Suspense fallback={<p className="stage-wait hint">{frameText.loading}</p>}><Screen view={view} /></Suspense>;
}

export function ApprovalRoute(): ReactNode {
  return <Suspense fallback={null}><Approval /></Suspense>;
}
