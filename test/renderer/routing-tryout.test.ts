import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { announcedCalendar } from '#domain/calendar/work-calendar.ts';
import { coverageReport } from '#domain/routing/coverage/coverage-report.ts';
import { routeCall } from '#domain/routing/route-call.ts';
import type { RoutingForm } from '#domain/routing/routing-form.ts';
import type { StepCode } from '#domain/routing/call.ts';
import { stepText } from '../../src-renderer/text/routing-steps.ts';
import { cursorMoved, cursorText, holeMarks } from '../../src-renderer/screens/form/tryout/coverage-sheet.ts';
import { runsOf } from '../../src-renderer/screens/form/tryout/sheet-option.ts';
import { dayOfWeek, moved, noTrial, setupOf, trialOf } from '../../src-renderer/screens/form/tryout/trial.ts';
import { makeCall, makeForm, makeState } from '../campaigns/routing/random-forms.ts';
import { diceOf } from '../campaigns/rating/dice.ts';
import { regions } from '../support/clean-forms.ts';
import { sampleCustomer, sampleForm } from '../support/sample-company.ts';

const form = sampleForm(sampleCustomer(1));
const named = (wild: RoutingForm): RoutingForm => ({ ...wild, groups: wild.groups.map((group, at) => ({ ...group, name: `组${'甲乙丙丁'[at]}` })), menus: wild.menus.map((menu, at) => ({ ...menu, name: `单${'甲乙丙'[at]}` })), rules: wild.rules.map((rule, at) => ({ ...rule, name: at === 0 ? '' : '夜间' })) });
const limits = { forwardsPerCall: 2, ivrDepth: 5 };

test('every decision of any form reads as words, and names the line it came from', () => {
  const met = new Set<StepCode>();
  for (let index = 0; index < 400; index += 1) {
    const dice = diceOf(8, index);
    const wild = named(makeForm(dice));
    for (let n = 0; n < 10; n += 1) {
      for (const step of routeCall(wild, makeCall(dice), makeState(dice, wild, {}), { forwardsPerCall: dice.oneOf([0, 2]), ivrDepth: dice.oneOf([1, 5]) }).steps) {
        const { text, line } = stepText(wild, step);
        met.add(step.code);
        expect(`${text}|${line}`, step.code).not.toMatch(/undefined|null|NaN|「」|^[：，]|\b[dgmr]\d\b/);
        expect([text.length > 2, line.length > 1], `${step.code}: ${text}|${line}`).toEqual([true, true]);
      }
    }
  }
  expect(met.size).toBe(33);
});

describe('the week strip', () => {
  test.each([
    ['ArrowRight', '2026-11-24', 615, '2026-11-24', 675], ['ArrowRight', '2026-11-24', 1425, '2026-11-25', 45], ['ArrowLeft', '2026-11-24', 30, '2026-11-23', 1410],
    ['ArrowDown', '2026-12-31', 615, '2027-01-01', 615], ['ArrowUp', '2026-03-01', 0, '2026-02-28', 0],
  ] as const)('%s from %s minute %i goes to %s minute %i', (key, date, minute, nextDate, nextMinute) => expect(moved({ date, minute }, key)).toEqual({ date: nextDate, minute: nextMinute }));

  test('a day of the week is in the week of the date, Monday first', () => expect(([1, 4, 7] as const).map((day) => dayOfWeek('2026-11-29', day))).toEqual(['2026-11-23', '2026-11-26', '2026-11-29']));
});

describe('the trial', () => {
  test('before anything is chosen an ordinary call stands in, on a day that is no weekend', () => {
    expect(setupOf(form, noTrial, { today: '2026-11-27', usualText: '北京 固话' })).toEqual({
      callerText: '北京 固话', caller: { digits: '', lineKind: 'landline', areaCode: '010', city: '110000', province: '110000' }, date: '2026-11-30', time: '10:15', busy: [], silent: [], keys: [], knowsPassword: true,
    });
  });

  test('a test call put back into the simulator is the same call', () => {
    const setup = { callerText: '天津 手机', caller: { digits: '', lineKind: 'mobile', areaCode: '022', city: '120000', province: '120000' }, date: '2026-11-28', time: '23:59', busy: ['d1'], silent: ['d2'], keys: ['1', null, '#'], knowsPassword: false } as const;
    const back = trialOf({ ...setup, id: 'c1', result: { outcome: { kind: 'voicemail' }, ringing: [], ruleId: null } });
    expect(setupOf(form, back, { today: '2026-11-24', usualText: '' })).toEqual(setup);
    expect(setupOf({ ...form, destinations: [] }, back, { today: '2026-11-24', usualText: '' })).toMatchObject({ busy: [], silent: [] });
  });
});

describe('the sheet', () => {
  test('runs are the cells again, none beside one of its own value', () => {
    fc.assert(fc.property(fc.array(fc.nat(2), { minLength: 24, maxLength: 24 }), (values) => {
      const runs = runsOf(Uint8Array.from(values), 4, 6);
      expect(runs.flatMap(({ from, to, value }) => Array.from({ length: to - from }, () => value))).toEqual(values);
      expect(runs.every((run, at) => { const next = runs[at + 1]; return next?.row !== run.row || next.value !== run.value; })).toBe(true);
    }));
  });

  test('the cursor goes round the week and the country and back', () => {
    const walk = (key: string, steps: number) => { let at = { row: 3, hour: 10 }; for (let n = 0; n < steps; n += 1) at = cursorMoved(at, key, 35) ?? at; return at; };
    for (const [key, steps] of [['ArrowRight', 168], ['ArrowLeft', 168], ['ArrowUp', 35], ['ArrowDown', 35]] as const) expect(walk(key, steps)).toEqual({ row: 3, hour: 10 });
    expect([walk('Home', 1), walk('End', 1), cursorMoved({ row: 0, hour: 0 }, 'Tab', 35)]).toEqual([{ row: 3, hour: 0 }, { row: 3, hour: 167 }, null]);
  });

  const report = coverageReport({ form: { ...form, otherwise: 'announcement', deniedRegions: ['province:120000'] }, regions, limits, today: '2026-11-24', destinationId: 'd2' }, announcedCalendar);
  const row = report.map.regions.indexOf('province:120000');
  const words = (over: { readonly row?: number; readonly hour: number; readonly reach?: boolean }) =>
    cursorText({ report, reach: over.reach ? report.reach : null, line: 'landline', cursor: { row: over.row ?? report.map.regions.indexOf('province:110000'), hour: over.hour }, regions });

  test('a cell says where, when and what becomes of its calls', () => {
    expect([words({ hour: 9 }), words({ hour: 33, reach: true }), words({ hour: 167 }), words({ row, hour: 9 })]).toEqual([
      expect.stringMatching(/^北京.* 固话　周一 9:00—10:00：.+/), expect.stringMatching(/^北京.* 固话　周二 9:00—10:00：.+/), expect.stringMatching(/^北京.* 固话　周日 23:00—24:00：.+/), expect.stringMatching(/^天津/),
    ]);
    expect(new Set([words({ hour: 9 }), words({ hour: 8 }), words({ row, hour: 9 })].map((text) => text.split('：').at(-1))).size).toBe(3);
  });

  test('the number of a hole stands where the hole begins', () => {
    const marks = holeMarks(report);
    expect(marks.length).toBeGreaterThan(0);
    for (const { row: at, column, number } of marks) {
      const hole = report.holes[number - 1];
      expect(report.map.regions[at]).toBe(hole?.regions[0]);
      expect((column - Math.floor((hole?.hours[0]?.from ?? 0) / 60)) % 4).toBe(0);
    }
  });

});
