import type { CaseEventKind } from '#domain/cases/case-event.ts';
import type { RealCarrier } from './real-carrier.ts';
import type { TestConsole } from './test-console.ts';
import { until } from './until.ts';

let named = 0;

/** A case whose customer has a name, and nothing else yet; every case has a customer of its own unless one is given. */
export async function namedCase(desk: TestConsole, name = `北京第${named += 1}号测试有限公司`): Promise<string> {
  const { caseId } = await desk.call('cases/create', undefined);
  await desk.call('cases/save-customer', { caseId, patch: { name } });
  return caseId;
}

/** Signed in, with the mirror and the line there. */
export async function readyDesk(desk: TestConsole, staffNo = 'WJ0127'): Promise<TestConsole> {
  await desk.signIn(staffNo);
  await until('the mirror', async () => (await desk.call('numbers/pool-status', undefined)).loaded);
  await until('the line', async () => (await desk.call('outbox/status', undefined)).state === 'online');
  return desk;
}

/** Events of a case, kinds only. */
export const eventKinds = async (desk: TestConsole, caseId: string): Promise<readonly CaseEventKind[]> => (await desk.call('cases/events', { caseId })).map(({ kind }) => kind);

type Reservation = { readonly id: string; readonly state: string; readonly holdKind: string; readonly reservationPeriod: { readonly startDateTime: string; readonly endDateTime: string }; readonly reservationItem: readonly { readonly resource: { readonly value: string } }[] };

/** What the carrier keeps of a number, oldest first. */
export const reservationsOf = async (carrier: RealCarrier, digits: string): Promise<readonly Reservation[]> =>
  ((await carrier.get('/tmf-api/resourceReservation/v4/resourceReservation?limit=500')) as readonly Reservation[]).filter((one) => one.reservationItem[0]?.resource.value === digits);

/** Every state the carrier told the halls about a number: a gap in which another hall could take it would show as available. */
export async function historyOf(carrier: RealCarrier, digits: string): Promise<readonly string[]> {
  const events = (await carrier.get(`/tmf-api/event/v4/topic/hall-${carrier.hall}/event?after=0&limit=500`)) as readonly { readonly event: { readonly resource?: { readonly value: string; readonly allocationStatus: string } } }[];
  return events.flatMap(({ event }) => (event.resource?.value === digits ? [event.resource.allocationStatus] : []));
}
