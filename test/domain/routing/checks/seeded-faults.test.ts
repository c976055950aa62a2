import { describe, expect, test } from 'vitest';
import { announcedCalendar } from '#domain/calendar/work-calendar.ts';
import type { RoutingLimits } from '#domain/policy.ts';
import { formProblems } from '#domain/routing/form-problems.ts';
import { mendCodes } from '#domain/routing/mends/mend.ts';
import { mendOf } from '#domain/routing/mends/mend-problem.ts';
import type { RoutingForm } from '#domain/routing/routing-form.ts';
import type { RoutingContext, RoutingProblem, RoutingProblemCode } from '#domain/routing/routing-problem.ts';
import shipped from '../../../../resources/reference/policy.json' with { type: 'json' };
import { cleanForm, dice, regions } from '../../../support/clean-forms.ts';
import { seeders } from './seeded-faults.ts';

const context: RoutingContext = { ordered400Number: '4006008899', limits: shipped.routing as RoutingLimits, today: '2026-11-24', calendar: announcedCalendar, regions };
const FORMS = 1000;
const SEEDED = 50;
const forms = Array.from({ length: FORMS }, (_, seed) => cleanForm(dice(seed)));
const codes = Object.keys(seeders) as RoutingProblemCode[];
const said = ({ code, place }: Pick<RoutingProblem, 'code' | 'place'>): string => JSON.stringify([code, place.part, place.id ?? null, place.field ?? null, place.index ?? null]);

test('a thousand clean forms raise no alarm, and they are no two of a kind', () => {
  const alarms = forms.flatMap((form, seed) => formProblems(form, context).map((problem) => `${seed} ${said(problem)}`));
  expect(alarms).toEqual([]);
  const share = (has: (form: RoutingForm) => boolean): number => forms.filter(has).length / FORMS;
  const spread = {
    menus: share(({ menus }) => menus.length > 0), regions: share(({ rules }) => rules.some((rule) => rule.regions.length > 0)), percentage: share(({ groups }) => groups.some(({ strategy }) => strategy === 'percentage')), lists: share(({ blackList }) => blackList.length > 0),
    blocking: share(({ deniedRegions, allowOnly }) => deniedRegions.length > 0 || allowOnly), password: share(({ passwordOn }) => passwordOn), dates: share(({ rules }) => rules.some(({ days }) => days === 'dates')), holidays: share(({ rules }) => rules.some(({ days }) => days === 'holidays')),
    caps: share(({ concurrentCap, monthlyCap }) => concurrentCap !== null || monthlyCap !== null), overflow: share(({ groups }) => groups.some(({ onBusy }) => onBusy.startsWith('g'))), switchboards: share(({ destinations }) => destinations.some(({ capacity }) => capacity > 1)),
  };
  for (const [what, part] of Object.entries(spread)) expect(part, what).toBeGreaterThan(0.05);
  expect(new Set(forms.map((form) => JSON.stringify({ ...form, testCalls: [] }))).size).toBeGreaterThan(FORMS * 0.9);
});

describe('each class, seeded into clean forms', () => {
  test.each(codes)('%s is found, named and placed', (code) => {
    let seeded = 0;
    for (let seed = 0; seeded < SEEDED && seed < FORMS; seed += 1) {
      const spoilt = seeders[code](forms[seed] as RoutingForm, dice(seed + 7));
      if (spoilt === null) continue;
      seeded += 1;
      const found = formProblems(spoilt.form, context).map(said);
      expect(found, `form ${seed}`).toContain(said({ code, place: spoilt.place }));
    }
    expect(seeded).toBe(SEEDED);
  });
});

test('a mend takes its problem away and brings no new error', () => {
  const used = new Set<string>();
  for (const code of codes) {
    for (let seed = 0; seed < 50; seed += 1) {
      const spoilt = seeders[code](forms[seed] as RoutingForm, dice(seed + 7));
      if (spoilt === null) continue;
      const before = formProblems(spoilt.form, context);
      const problem = before.find((one) => said(one) === said({ code, place: spoilt.place }));
      const mend = problem === undefined ? null : mendOf(problem, spoilt.form, context);
      if (mend === null) continue;
      used.add(mend.code);
      const after = formProblems(mend.form, context);
      const same = (one: RoutingProblem): string => JSON.stringify([one.code, one.place.part, one.place.id ?? null]);
      const count = (problems: readonly RoutingProblem[], key: string): number => problems.filter((one) => same(one) === key).length;
      if (problem !== undefined) expect(count(after, same(problem)), `${code} ${mend.code} ${seed}`).toBeLessThan(count(before, same(problem)));
      const errors = new Set(before.filter(({ severity }) => severity === 'error').map(same));
      expect(after.filter((one) => one.severity === 'error' && !errors.has(same(one))).map(said), `${code} ${mend.code} ${seed}`).toEqual([]);
    }
  }
  expect(mendCodes.filter((code) => !used.has(code))).toEqual([]);
});
