import { admitCall } from './admit-call.ts';
import type { Call, CallLimits, CallState, Outcome, RoutedCall } from './call.ts';
import { type CallTrace, closeTrace, openTrace, step } from './call-trace.ts';
import { followGoal } from './follow-goal.ts';
import type { RoutingForm } from './routing-form.ts';
import { ruleRefusal } from './rule-match.ts';

/** What becomes of a call by the form: pure, one step per decision. Meaning: resources/reference/routing-rules.md. */
export function routeCall(form: RoutingForm, call: Call, state: CallState, limits: CallLimits): RoutedCall {
  const trace = openTrace(form, call, state, limits);
  return closeTrace(trace, admitCall(trace) ?? askRules(trace));
}

function askRules(trace: CallTrace): Outcome {
  const { form, call } = trace;
  for (const rule of form.rules) {
    const why = ruleRefusal(rule, call.caller, call.at);
    const place = { part: 'rules', id: rule.id } as const;
    if (why === null) {
      step(trace, 'rule-matched', place);
      return followGoal(trace, rule.goal, { ...place, field: 'goal' });
    }
    step(trace, 'rule-passed', place, { why });
  }
  const place = { part: 'otherwise' } as const;
  step(trace, 'otherwise', place);
  return followGoal(trace, form.otherwise, place);
}
