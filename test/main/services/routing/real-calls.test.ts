import { afterAll, beforeAll, expect, test } from 'vitest';
import { announcedCalendar } from '#domain/calendar/work-calendar.ts';
import { callerOfRegion } from '#domain/routing/caller-of-phone.ts';
import { suggestTestCalls } from '#domain/routing/test-calls/suggest-test-calls.ts';
import { regions } from '../../../support/clean-forms.ts';
import { type DeskOnLine, openDeskOnLine } from '../../../support/desk-on-line.ts';
import { caseBefore, driveCase, ordinaryPlan } from '../../../support/ordinary-case.ts';
import { until } from '../../../support/until.ts';

let onLine: DeskOnLine;
beforeAll(async () => { onLine = await openDeskOnLine(); });
afterAll(() => onLine.dispose());

test('after activation the signed test calls are ticked off one by one; what went otherwise is told, and the signed form stays as it was', async () => {
  const { desk } = onLine;
  const plan = ordinaryPlan(1);
  const before = await caseBefore(desk.call, 'sign form', plan);
  const { caseId } = before;
  const callers = (['landline', 'mobile'] as const).map((kind) => ({ text: `北京 ${kind}`, caller: callerOfRegion('province:110000', kind, regions) }));
  const testCalls = suggestTestCalls(before.form, { today: '2026-11-24', limits: { forwardsPerCall: 2, ivrDepth: 5 }, calendar: announcedCalendar, callers });
  expect(testCalls.length).toBeGreaterThanOrEqual(3);
  const saved = await desk.call('cases/save-form', { caseId, form: { ...before.form, testCalls, passwordOn: true, password: '739154' } });
  const paper = JSON.stringify(await desk.call('papers/prepare', { caseId, kind: 'form' }));
  expect([paper.includes('密码接入（6位）'), paper.includes('739154')]).toEqual([true, false]);
  const [first = '', second = ''] = testCalls.map(({ id }) => id);
  const made = (testCallId: string, as: 'agreed' | 'different', note = '') => desk.ask('routing/record-real-call', { caseId, testCallId, as, note });

  expect(await made(first, 'agreed')).toMatchObject({ ok: false, error: { code: 'not-activated-yet' } });
  await driveCase(desk.call, saved, plan);
  const done = await until('the case is completed', async () => {
    const view = await desk.call('cases/open', { caseId });
    return view.state === 'completed' && view.activation?.carrierRouting ? view : null;
  });
  expect(done.activation).toMatchObject({ realCalls: [], carrierRouting: { parts: [] } });
  expect(await made('c99', 'agreed')).toMatchObject({ ok: false, error: { code: 'test-call-not-found' } });
  expect(await made(first, 'agreed')).toMatchObject({ ok: true, value: { activation: { realCalls: [{ testCallId: first, as: 'agreed', note: '', by: 'WJ0127' }] } } });
  await made(second, 'different', '响的是值班手机');
  // A call may be made again: the last one counts.
  await made(first, 'different', '');
  const { activation, formPaper } = await desk.call('cases/open', { caseId });
  expect(activation?.realCalls.map(({ testCallId, as, note }) => [testCallId, as, note]).sort()).toEqual([[first, 'different', ''], [second, 'different', '响的是值班手机']].sort());
  expect([formPaper.status, formPaper.current?.state]).toEqual(['signed', 'current']);
  expect((await desk.call('cases/events', { caseId })).filter(({ kind }) => kind === 'real-call-made').map(({ facts }) => [facts['call'], facts['outcome']])).toEqual([[first, 'agreed'], [second, 'different'], [first, 'different']]);
});
