import type { CaseView } from '#contract/cases.ts';
import { trainingPassword } from '../../../src-main/services/hall/set-up.ts';
import { inventedCreditCode, sampleCustomer, samplePhoto } from '../../support/sample-company.ts';
import { type RealCarrier, startRealCarrier } from '../../support/real-carrier.ts';
import { specialDigits } from '../../support/special-case.ts';
import { openTestConsole, type TestConsole } from '../../support/test-console.ts';
import { until } from '../../support/until.ts';
import type { Decider } from './plans.ts';

export type Person = { readonly staffNo: string; readonly password: string };

const own = (staffNo: string): Person => ({ staffNo, password: trainingPassword });
export const staff = {
  clerk: own('WJ0127'), otherClerk: own('WJ0131'), auditor: own('WJ0090'), admin: own('WJ0001'), first: own('WJ0008'),
  second: { staffNo: 'WJ0009', password: '第二位班长-2026' }, third: { staffNo: 'WJ0010', password: '第三位班长-2026' }, gone: { staffNo: 'WJ0011', password: '离岗的班长-2026' },
} as const;

export const personOf: Readonly<Record<Decider, Person>> = {
  stranger: staff.first, delegate: staff.second, 'delegate-of-creator': staff.second, creator: staff.first, requester: staff.first, 'last-editor': staff.first, inactive: staff.gone,
  'maker-clerk': staff.clerk, 'other-clerk': staff.otherClerk, auditor: staff.auditor, admin: staff.admin,
};

/** Two PCs of one hall, one of them the clerk's, and the carrier between them. */
export type HallOfTwo = {
  readonly clerkPc: TestConsole; readonly deskPc: TestConsole; readonly carrier: RealCarrier | null;
  readonly next: () => number; readonly photo: Uint8Array; readonly dispose: () => Promise<void>;
};

export async function openHall(withCarrier: boolean): Promise<HallOfTwo> {
  const carrier = withCarrier ? await startRealCarrier({ hall: 'WJ', pool: 60_000 }) : null;
  const line = (device: string) => (carrier === null ? {} : { carrier: { baseUrl: carrier.baseUrl, token: carrier.token.replace('pc-1', device) } });
  const [clerkPc, deskPc] = [await openTestConsole(line('pc-1')), await openTestConsole(line('pc-2'))];
  for (const pc of [clerkPc, deskPc]) await addSupervisors(pc);
  for (const who of [staff.first, staff.second, staff.gone]) {
    await deskPc.signIn(who.staffNo, who.password);
    const { text } = await deskPc.call('approval/signer', { password: who.password });
    await clerkPc.signIn(staff.admin.staffNo);
    await clerkPc.call('approval/trust', { text });
  }
  // Gone at the clerk's PC only: the other PC does not know it yet.
  await clerkPc.call('staff/set-active', { staffNo: staff.gone.staffNo, active: false });
  if (carrier !== null) await until('the mirror of the pool', async () => {
    await clerkPc.signIn(staff.clerk.staffNo);
    return (await clerkPc.call('numbers/pool-status', undefined)).loaded;
  });
  let count = 0;
  return {
    clerkPc, deskPc, carrier, photo: await samplePhoto(1), next: () => { count += 1; return count; },
    dispose: async () => {
      await Promise.all([clerkPc.dispose(), deskPc.dispose()]);
      await carrier?.dispose();
    },
  };
}

async function addSupervisors(pc: TestConsole): Promise<void> {
  await pc.signIn(staff.admin.staffNo);
  for (const [who, name] of [[staff.second, '罗班长'], [staff.third, '许班长'], [staff.gone, '梁班长']] as const) await pc.call('staff/add', { ...who, name, role: 'supervisor' });
  await pc.call('policy/save', { ...(await pc.call('reference/read', undefined)).policy, holdsPerClerk: 200, holdsPerHall: 1000, holdsPerCustomer: 20 } as never);
  await pc.signIn(staff.first.staffNo);
  await pc.call('approval/delegate', { toStaffNo: staff.second.staffNo, until: '2026-12-20', reason: '轮休' });
}

/** A case with everything a decision needs, asked for by the right hands; answers it with who owns it now. */
export async function askedCase(hall: HallOfTwo, decider: Decider): Promise<{ readonly view: CaseView; readonly owner: Person }> {
  const { clerkPc, photo } = hall;
  const sequence = hall.next();
  const maker = decider === 'creator' || decider === 'delegate-of-creator' ? staff.first : staff.clerk;
  await clerkPc.signIn(maker.staffNo, maker.password);
  const { caseId } = await clerkPc.call('cases/create', undefined);
  await clerkPc.call('cases/save-customer', { caseId, patch: { ...sampleCustomer(sequence), creditCode: inventedCreditCode(sequence) } });
  await takeNumber(hall, caseId, sequence);
  await clerkPc.call('plans/choose', { caseId, planId: 'hall-standard', addOnIds: [], minimumLi: null, terminals: null, reason: '客户指定' });
  for (const kind of ['licence', 'handler-id-front', 'handler-id-back'] as const) await clerkPc.call('documents/add', { caseId, kind, bytes: photo, source: 'camera' });
  const takeOver = async (who: Person): Promise<void> => {
    await clerkPc.signIn(who.staffNo, who.password);
    await clerkPc.call('cases/take-over', { caseId });
  };
  let owner: Person = maker;
  if (decider === 'requester' || decider === 'last-editor') await takeOver(owner = staff.first);
  if (decider === 'last-editor') {
    await clerkPc.call('cases/save-customer', { caseId, patch: { address: '北京市虚构区经手路1号' } });
    await takeOver(owner = staff.third);
  }
  return { view: await clerkPc.call('approval/request', { caseId, reason: '客户自用多年的尾号' }), owner };
}

export async function takeNumber({ clerkPc, carrier }: HallOfTwo, caseId: string, sequence: number): Promise<void> {
  if (carrier === null) return void (await clerkPc.call('numbers/pick-provisional', { caseId, ranked: [specialDigits(sequence)] }));
  const wanted = { text: '', grades: [4, 5, 6], minimumAtMostLi: null, prepayAtMostLi: null, looksSpecial: false, leasedOnly: false, sort: 'memorable' as const, offset: sequence % 60, limit: 1 };
  for (;;) {
    const { hits } = await clerkPc.call('numbers/search', wanted);
    if ((await clerkPc.call('numbers/hold', { caseId, digits: hits[0]?.digits ?? '' })).outcome === 'granted') return;
  }
}
