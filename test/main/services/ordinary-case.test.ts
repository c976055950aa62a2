import { afterAll, beforeAll, expect, test } from 'vitest';
import { driveOrdinaryCase, ordinaryPlan } from '../../support/ordinary-case.ts';
import { type DeskOnLine, openDeskOnLine } from '../../support/desk-on-line.ts';
import { until } from '../../support/until.ts';

let onLine: DeskOnLine;
let desk: DeskOnLine['desk'];
beforeAll(async () => {
  onLine = await openDeskOnLine();
  ({ desk } = onLine);
});
afterAll(() => onLine.dispose());

test('an ordinary case goes from the empty form to the activated number', async () => {
  const submitted = await driveOrdinaryCase(desk.call, ordinaryPlan(1));
  expect(submitted.activation).toMatchObject({ workingDays: 3, dueDate: '2026-11-27', provisional: false });
  const done = await until('the case is completed', async () => {
    const view = await desk.call('cases/open', { caseId: submitted.caseId });
    return view.state === 'completed' ? view : null;
  });
  expect(done.tasks.map(({ task, status }) => [task, status])).toEqual(
    ['customer', 'number', 'plan', 'agreement', 'form', 'documents', 'prepayment', 'activation'].map((task) => [task, 'done']));
  expect(done.activation?.history.map(({ code }) => code)).toEqual(['submitted', 'acknowledged', 'inProgress', 'completed']);
  expect(done.turn).toBe('nobody');
});

test('what was filed at the carrier are the copies with the purpose burnt in, never the clean scans', () => {
  const rows = desk.look((db) => db.prepare('SELECT sha256, marked_sha256 FROM documents').all()) as readonly { readonly sha256: string; readonly marked_sha256: string }[];
  const filed = desk.look((db) => db.prepare("SELECT body FROM outbox WHERE kind = 'file-document'").all()) as readonly { readonly body: string }[];
  const sent = new Set(filed.map(({ body }) => (JSON.parse(body) as { readonly sha256: string }).sha256));
  expect(rows.length).toBe(7);
  expect(rows.every((row) => sent.has(row.marked_sha256))).toBe(true);
  expect(rows.some((row) => sent.has(row.sha256))).toBe(false);
});
