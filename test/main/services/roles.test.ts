import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { requestChannels } from '#contract/channels.ts';
import { type Role, roles } from '#domain/staff/role.ts';
import { sampleRequests } from '../../support/sample-requests.ts';
import { openTestConsole, type ServiceChannel, type TestConsole } from '../../support/test-console.ts';

const channels = requestChannels.filter((channel): channel is ServiceChannel => !channel.startsWith('setup/'));
const staffOf: Readonly<Record<Role, string>> = { clerk: 'WJ0127', supervisor: 'WJ0008', auditor: 'WJ0090', admin: 'WJ0001' };
const counter: readonly Role[] = ['clerk', 'supervisor'];
const readers: readonly Role[] = ['clerk', 'supervisor', 'auditor'];

/** Who may call what, said a second time: by prefix, then what differs. The wiring is held against this. */
const byArea: Readonly<Record<string, readonly Role[]>> = {
  session: roles, staff: ['admin'], reference: roles, policy: ['admin'], certificate: ['admin'], catalogue: ['admin'], workbench: readers, cases: counter, numbers: counter, plans: counter, papers: counter,
  documents: counter, payments: counter, till: counter, approval: counter, activation: counter, outbox: counter, print: roles, rules: ['admin'], shortlist: counter, customer: counter, leases: counter, codes: roles, routing: counter,
};
const differing: Partial<Record<ServiceChannel, readonly Role[]>> = {
  'staff/list': roles, 'staff/change-password': roles, 'certificate/state': roles, 'cases/open': readers, 'cases/save-place': readers, 'cases/find': readers, 'cases/events': readers,
  'cases/reveal': readers, 'cases/take-over': ['supervisor'], 'numbers/pool-status': roles, 'plans/list': readers, 'plans/compare': readers, 'plans/preview-bills': readers, 'papers/open': readers, 'routing/caller': readers, 'papers/verify': readers,
  'documents/view': readers, 'documents/thumbnail': readers, 'documents/export': readers, 'approval/queue': readers, 'approval/show': readers, 'approval/decide': readers,
  'approval/take-back': ['supervisor'], 'approval/similar': readers, 'approval/import-request': ['supervisor'], 'approval/sign-token': ['supervisor'], 'approval/signer': ['supervisor'],
  'approval/trusted': roles, 'approval/trust': ['admin'], 'approval/distrust': ['admin'], 'approval/delegates': readers, 'approval/delegate': ['supervisor'], 'approval/end-delegation': ['supervisor'],
  'approval/decide-batch': ['supervisor'], 'customer/scene': roles, 'till/state': readers, 'till/shift': readers, 'till/list': readers, 'till/ask-carrier': readers, 'till/export': readers,
 
  'outbox/list': roles, 'outbox/status': roles, 'rules/read': roles, 'catalogue/read': roles, 'leases/state': roles, 'leases/force': ['supervisor'], 'leases/hall': ['supervisor'], 'print/submit': counter,
};
const allowed = (channel: ServiceChannel): readonly Role[] => differing[channel] ?? byArea[channel.split('/')[0] ?? ''] ?? [];
const open = new Set<ServiceChannel>(['session/state', 'session/sign-in', 'customer/scene']);

let desk: TestConsole;
beforeAll(async () => { desk = await openTestConsole(); });
afterAll(() => desk.dispose());
const codeOf = async (channel: ServiceChannel, staffNo: string): Promise<string> => {
  const answer = await desk.ask(channel, sampleRequests(staffNo)[channel] as never);
  return answer.ok ? 'ok' : answer.error.code;
};

describe.each(roles)('%s', (role) => {
  test.each(channels)('%s', async (channel) => {
    await desk.signIn(staffOf[role]);
    const code = await codeOf(channel, staffOf[role]);
    expect(code === 'not-allowed' ? 'refused' : 'let through').toBe(allowed(channel).includes(role) ? 'let through' : 'refused');
    expect(code).not.toBe('internal');
  });
});

test('without a sign-in only the state and the sign-in itself are answered', async () => {
  await desk.signIn('WJ0127');
  await desk.call('session/sign-out', undefined);
  const answered: ServiceChannel[] = [];
  for (const channel of channels) {
    if (channel === 'session/sign-in') continue;
    if ((await codeOf(channel, 'WJ0127')) !== 'not-signed-in') answered.push(channel);
  }
  expect(answered).toEqual(['session/state', 'customer/scene']);
});

test('a locked session does nothing but open, end and show itself', async () => {
  await desk.signIn('WJ0127');
  const answered: ServiceChannel[] = [];
  for (const channel of channels) {
    if (open.has(channel)) continue;
    await desk.signIn('WJ0127');
    await desk.call('session/lock', undefined);
    if ((await codeOf(channel, 'WJ0127')) !== 'session-locked') answered.push(channel);
  }
  expect(answered).toEqual(['session/sign-out', 'session/lock', 'session/unlock', 'session/touch']);
});
