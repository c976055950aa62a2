import { afterAll, beforeAll, expect, test } from 'vitest';
import { listLeases } from '../../../src-main/store/tables/number/lease-rows.ts';
import { namedCase, readyDesk } from '../../support/hall-cases.ts';
import { plainSearch } from '../../support/plain-search.ts';
import { makeSpecial } from '../../support/publish-rules.ts';
import { type RealCarrier, startRealCarrier } from '../../support/real-carrier.ts';
import { openTestConsole, type TestConsole } from '../../support/test-console.ts';
import { until } from '../../support/until.ts';

let carrier: RealCarrier;
let desk: TestConsole;

beforeAll(async () => {
  carrier = await startRealCarrier({ hall: 'WJ', pool: 20_000 });
  desk = await readyDesk(await openTestConsole({ carrier }));
});
afterAll(async () => {
  await desk.dispose();
  await carrier.dispose();
});

const statusOf = async (digits: string): Promise<string> => ((await carrier.get(`/tmf-api/resourceInventory/v5/resource/${digits}`)) as { readonly allocationStatus: string }).allocationStatus;

test('a number of the block that the hall makes special is offered as leased no more, is nobody\'s to pick, and can be held when the block went back', async () => {
  await desk.call('leases/grant', undefined);
  const wish = desk.look((db) => listLeases(db).at(-1)?.numbers[0]) ?? '';
  const leasedOnly = { ...plainSearch(''), leasedOnly: true };
  await until('offered', async () => (await desk.call('numbers/search', leasedOnly)).total === 60);
  await makeSpecial(desk.call, wish);
  await desk.signIn('WJ0127');
  await until('offered no more', async () => (await desk.call('numbers/search', leasedOnly)).total === 59);
  expect(await desk.call('leases/state', undefined)).toMatchObject({ state: 'active', granted: 60, left: 59 });

  const caseId = await namedCase(desk);
  const special = { code: 'lent-number-special', facts: { number: wish } };
  expect(await desk.refusal('numbers/hold', { caseId, digits: wish })).toEqual(special);
  expect(await desk.refusal('numbers/pick-provisional', { caseId, ranked: [wish] })).toEqual(special);
  // Nobody else can take it: it is listed, and not as taken.
  expect((await desk.call('shortlist/add', { caseId, digits: wish })).items.map(({ hit, state }) => [hit.grade, hit.leased, state])).toEqual([[6, false, 'free']]);

  await desk.call('leases/close', undefined);
  await until('given back', async () => (await statusOf(wish)) === 'available');
  const held = await desk.call('numbers/hold', { caseId, digits: wish });
  expect([held.outcome, held.view.number?.hold, held.view.number?.grade]).toEqual(['granted', 'granted', 6]);
});
