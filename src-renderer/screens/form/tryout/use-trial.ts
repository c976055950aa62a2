import { useMemo } from 'react';
import { callLimits } from '#domain/routing/call-limits.ts';
import type { RoutedCall } from '#domain/routing/call.ts';
import { runTestCall, type TestCallSetup } from '#domain/routing/test-calls/run-test-call.ts';
import { tryText } from '../../../text/routing-tryout.ts';
import { setupOf, type TryoutProps } from './trial.ts';

/** The trial as a test call, and what becomes of it on the form as it stands. */
export function useTrial({ edit: { form }, trial, context }: Pick<TryoutProps, 'edit' | 'trial' | 'context'>): { readonly setup: TestCallSetup; readonly routed: RoutedCall } {
  const today = context.today ?? '2026-01-01';
  const setup = useMemo(() => setupOf(form, trial, { today, usualText: tryText.usualCaller }), [form, trial, today]);
  const routed = useMemo(() => runTestCall(form, setup, callLimits(context.limits), context.calendar), [form, setup, context]);
  return { setup, routed };
}
