import { admits } from '../admits.ts';
import type { Caller } from '../caller.ts';
import type { Goal, RoutingForm } from '../routing-form.ts';
import type { RoutingPlace } from '../routing-problem.ts';
import { fitsCaller, holdsMinute } from '../rule-match.ts';
import type { Probe, ProbeRow, Stretch } from './probe-week.ts';

/** Lines that are no rule: the default, and calls that do not come in. */
export const OTHERWISE = -1;
export const REFUSED = -2;
export const NOT_OPEN = -3;

/** The calls of one probe by one kind of line: at each moment the index of the rule that takes them, or one of the above. */
export type Taken = { readonly row: number; readonly probe: Probe; readonly caller: Caller; readonly lineKind: 'landline' | 'mobile'; readonly lines: Int32Array };

/** Asks the rules for every probe, kind of line and moment (routing-rules.md 1, 2). */
export function whoTakes(form: RoutingForm, rows: readonly ProbeRow[], { moments }: Stretch): readonly Taken[] {
  const held = form.rules.map((rule) => moments.map((moment) => holdsMinute(rule, moment)));
  return rows.flatMap(({ probes }, row) => probes.flatMap((probe) => (['landline', 'mobile'] as const).map((lineKind): Taken => {
    const caller = callerOf(probe, lineKind);
    const fitting = form.rules.flatMap((rule, index) => (fitsCaller(rule, caller) ? [index] : []));
    const admission = admissionByMinute(form, caller);
    const lines = Int32Array.from(moments, ({ minuteOfDay }, at) => {
      const admitted = admission(minuteOfDay);
      if (admitted !== 'in') return admitted === 'not-open' ? NOT_OPEN : REFUSED;
      return fitting.find((index) => held[index]?.[at] === true) ?? OTHERWISE;
    });
    return { row, probe, caller, lineKind, lines };
  })));
}

/** The digits of a landline begin with its area code: that is all of them that everybody of the area has. */
const callerOf = ({ caller }: Probe, lineKind: 'landline' | 'mobile'): Caller => ({ ...caller, lineKind, digits: lineKind === 'landline' ? (caller.areaCode ?? '') : '' });

/** The lists are asked once a minute of the day, not once a minute of the week. */
function admissionByMinute(form: RoutingForm, caller: Caller): ReturnType<typeof admits> {
  const admission = admits(form, caller);
  const known = new Map<number, ReturnType<typeof admission>>();
  return (minuteOfDay) => {
    const admitted = known.get(minuteOfDay) ?? admission(minuteOfDay);
    known.set(minuteOfDay, admitted);
    return admitted;
  };
}

/** Where a line sends its calls. */
export const goalOfLine = (form: RoutingForm, line: number): Goal => form.rules[line]?.goal ?? form.otherwise;

/** The line of the form. */
export function placeOfLine(form: RoutingForm, line: number): RoutingPlace {
  const rule = form.rules[line];
  return rule === undefined ? { part: 'otherwise' } : { part: 'rules', id: rule.id };
}
