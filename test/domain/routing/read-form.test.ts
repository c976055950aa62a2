import { expect, test } from 'vitest';
import { readForm } from '#domain/routing/read-form.ts';
import { emptyForm } from '#domain/routing/routing-form.ts';

const owner = { ownerName: '示例公司', ownerKind: 'unit', proof: 'bill', proofMonth: '2026-10' };
const first = {
  destinations: [{ id: 'd1', number: '010-5920 6688', ...owner }], groups: [{ id: 'g1', name: '客服', strategy: 'roundRobin', destinationIds: ['d1'] }],
  timeRules: [{ id: 't1', name: '上班', weekdays: [1, 2], from: '09:00', to: '18:00', groupId: 'g1' }], defaultGroupId: 'voicemail', blackList: [], whiteList: [], whiteListKind: 'only', recording: true,
};

test('a form of the first releases means the same today', () => {
  expect(readForm(first)).toEqual({
    ...emptyForm, destinations: [{ id: 'd1', number: '010-5920 6688', ...owner, terminal: 'phone', capacity: 1 }], recording: true, otherwise: 'voicemail',
    groups: [{ id: 'g1', name: '客服', strategy: 'roundRobin', destinationIds: ['d1'], shares: [], onBusy: '', onNoAnswer: '' }],
    rules: [{ id: 't1', name: '上班', days: 'weekdays', weekdays: [1, 2], dates: [], from: '09:00', to: '18:00', regions: [], lineKind: 'any', goal: 'g1' }],
  });
});

test('its phone that took over is a group that every other overflows into', () => {
  const form = readForm({ ...first, busyForwardTo: 'd1' });
  expect(form.groups.map(({ id, destinationIds, onBusy, onNoAnswer }) => [id, destinationIds, onBusy, onNoAnswer])).toEqual([['g1', ['d1'], 'busyForward', 'busyForward'], ['busyForward', ['d1'], '', '']]);
});

test('today\'s form is read as it is, and nothing as an untouched one', () => {
  const form = readForm(first);
  expect(readForm(JSON.parse(JSON.stringify(form)))).toEqual(form);
  expect(readForm({})).toEqual(emptyForm);
});
