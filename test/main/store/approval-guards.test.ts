import { afterAll, beforeAll, expect, test } from 'vitest';
import type { CaseView } from '#contract/cases.ts';
import type { Db } from '../../../src-main/store/db.ts';
import { clerk, decisionOn, requestedCase, supervisor } from '../../support/special-case.ts';
import { openTestConsole, type TestConsole } from '../../support/test-console.ts';

let desk: TestConsole;
let waiting: CaseView;
let decided: CaseView;

beforeAll(async () => {
  desk = await openTestConsole();
  waiting = await requestedCase(desk, 1);
  decided = await requestedCase(desk, 2);
  await desk.call('approval/decide', decisionOn(decided, supervisor) as never);
});
afterAll(() => desk.dispose());

const decideAs = (by: string | null, extra = '') => (db: Db): unknown =>
  db.prepare(`UPDATE approvals SET state = 'approved', decided_by = ?, decided_at = '2026-11-24T02:00:00.000Z', expires_at = '2026-11-27T02:00:00.000Z' ${extra} WHERE approval_id = ?`).run(by, waiting.approval.approvalId);
const onDecided = (set: string) => (db: Db): unknown => db.prepare(`UPDATE approvals SET ${set} WHERE approval_id = ?`).run(decided.approval.approvalId);

test.each<[string, (db: Db) => unknown, string]>([
  ['a decision by who asked', decideAs(clerk), 'four eyes'],
  ['the same written otherwise', decideAs(` ${clerk.toLowerCase()} `), 'four eyes'],
  ['a decision by nobody', decideAs(null), 'four eyes'],
  ['a decision that moves the content', decideAs('WJ0008', ", binding_hash = 'x'"), 'a request does not change'],
  ['a second decision', onDecided("decided_by = 'WJ0009'"), 'decided once'],
  ['another outcome', onDecided("state = 'returned'"), 'decided once'],
  ['a longer life', onDecided("expires_at = '2036-11-27T02:00:00.000Z'"), 'decided once'],
  ['other content', onDecided("binding = '[]'"), 'a request does not change'],
  ['a use after its end', onDecided("used_at = '2036-11-24T02:00:00.000Z'"), 'used once'],
  ['a deletion', (db) => db.prepare('DELETE FROM approvals').run(), 'approvals are kept'],
  ['an approval from nowhere', (db) => db.prepare(`INSERT INTO approvals(approval_id, case_id, requested_by, requested_at, reason, binding, binding_hash, state, decided_by) VALUES ('x', ?, 'a', '', '', '', '', 'approved', 'b')`).run(waiting.caseId), 'begins as a request'],
])('the table itself refuses %s', (_what, write, why) => {
  desk.look((db) => expect(() => write(db)).toThrow(why));
});

test('it refuses a second request that waits, and a second use', () => {
  desk.look((db) => {
    expect(() => db.prepare(`INSERT INTO approvals(approval_id, case_id, requested_by, requested_at, reason, binding, binding_hash, state) VALUES ('x', ?, 'a', '', '', '', '', 'requested')`).run(waiting.caseId)).toThrow('UNIQUE');
    onDecided("used_at = '2026-11-24T03:00:00.000Z'")(db);
    expect(() => onDecided("used_at = '2026-11-24T03:00:01.000Z'")(db)).toThrow('used once');
  });
});

test('who edited the case last cannot be written as its decider', () => {
  desk.look((db) => {
    db.prepare("UPDATE cases SET edited_by = 'wj0008' WHERE case_id = ?").run(waiting.caseId);
    expect(() => decideAs('WJ0008')(db)).toThrow('four eyes');
    decideAs('WJ0009')(db);
  });
});
