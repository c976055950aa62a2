import type { Failure } from '#contract/failures.ts';
import type { CustomerScene } from '#contract/shortlist.ts';
import { announcedCalendar } from '#domain/calendar/work-calendar.ts';
import { ok, type Result } from '#domain/result.ts';
import { callLimits } from '#domain/routing/call-limits.ts';
import { pathOf } from '#domain/routing/diagram/flow-graph.ts';
import { resultOf, runTestCall, type TestCallSetup } from '#domain/routing/test-calls/run-test-call.ts';
import { resultWords } from '#domain/routing/words/result-words.ts';
import { findCase } from '../../store/tables/case-rows.ts';
import { currentPick } from '../../store/tables/number/pick-rows.ts';
import type { ConsoleContext } from '../console-context.ts';
import { readHall } from '../hall/policy.ts';
import { formDiagram, setupWords } from '../papers/parts/form-tryout.ts';
import { refuse } from '../refuse.ts';

/** A call on its way through the saved form, in the words of the form's own paper. */
export function trialScene(context: ConsoleContext, caseId: string, setup: TestCallSetup): Result<CustomerScene, Failure> {
  const form = findCase(context.db, caseId)?.form;
  if (form === undefined) return refuse('case-not-found');
  const routed = runTestCall(form, setup, callLimits(context.reference.policy.routing), announcedCalendar);
  const diagram = formDiagram(form, context.reference);
  return ok({
    kind: 'trial', hallName: readHall(context).name, digits: currentPick(context.db, caseId)?.digits ?? null, ...setupWords(form, setup),
    result: resultWords(form, resultOf(routed)), outcome: routed.outcome.kind, diagram, lit: [...pathOf(diagram.graph, routed)],
  });
}
