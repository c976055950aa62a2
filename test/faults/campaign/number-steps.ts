import type { CasePlan } from '../../support/ordinary-case.ts';
import { plainSearch } from '../../support/plain-search.ts';
import type { Caller } from '../../support/test-console.ts';
import { until } from '../../support/until.ts';
import type { CampaignStep } from './campaign-step.ts';
import type { Standing } from './standing.ts';

const times = (standing: Standing, kind: string): number => standing.happened[kind] ?? 0;
const hasNumber = ({ view }: Standing): boolean => view.number !== null && view.number.hold !== 'lost' && view.number.hold !== 'expired';

export const mirrorLoaded = (call: Caller): Promise<unknown> => until('the mirror of the pool', async () => (await call('numbers/pool-status', undefined)).loaded);

/** Waits for the line; what the outbox put off is tried again by hand, as a clerk who looks would. */
export const whenOnline = (call: Caller): Promise<unknown> => until('the line', async () => {
  if ((await call('outbox/status', undefined)).state !== 'offline') return true;
  const waiting = (await call('outbox/list', undefined)).find(({ state, failure }) => state === 'waiting' && failure !== null);
  // It may have been sent between the two calls.
  if (waiting !== undefined) await call('outbox/retry', { seq: waiting.seq }).catch(() => undefined);
  return false;
});

/** The place in the search from which a case takes its numbers: cases beside each other do not race for one. */
async function freeNumber(call: Caller, { pickAt }: CasePlan, grades: readonly number[], passed: number): Promise<string> {
  await mirrorLoaded(call);
  const { hits, total } = await call('numbers/search', plainSearch('', grades, 0, 200));
  return hits[(pickAt + passed) % Math.min(hits.length, total)]?.digits ?? '';
}

async function holdOf(call: Caller, caseId: string, choose: (passed: number) => Promise<string>): Promise<void> {
  for (let passed = 0; passed < 60; passed += 1)
    if ((await call('numbers/hold', { caseId, digits: await choose(passed) })).outcome === 'granted') return;
  throw new Error('sixty numbers in a row were taken');
}

const listNumber = (nth: number): CampaignStep => ({
  name: `list number ${nth}`, facet: 'list', isDone: (standing) => times(standing, 'shortlist-changed') >= nth,
  run: async ({ call }, { view, list }, plan) => {
    await whenOnline(call);
    for (let passed = nth; ; passed += 1) {
      const digits = await freeNumber(call, plan, [9], passed);
      if (!list.includes(digits)) return void (await call('shortlist/add', { caseId: view.caseId, digits }));
    }
  },
});

const listed = 4;
const wanted = (list: readonly string[]): readonly string[] => list.toSorted().toReversed();

const dropNumber: CampaignStep = {
  name: 'drop a listed number', facet: 'list', isDone: (standing) => times(standing, 'shortlist-changed') > listed,
  run: async ({ call }, { view, list }) => void (await call('shortlist/drop', { caseId: view.caseId, digits: list[1] ?? '' })),
};

const orderNumbers: CampaignStep = {
  name: 'order the list', facet: 'list', isDone: ({ list }) => list.join() === wanted(list).join(),
  run: async ({ call }, { view, list }) => void (await call('shortlist/order', { caseId: view.caseId, ranked: [...wanted(list)] })),
};

const holdListed: CampaignStep = {
  name: 'hold a listed number', facet: 'number', isDone: hasNumber,
  run: async ({ call }, { view, list }, plan) => holdOf(call, view.caseId, async (passed) => list[passed] ?? freeNumber(call, plan, [9], passed)),
};

/** A shortlist with browse holds, of which one becomes the case's. */
export const listedSteps: readonly CampaignStep[] = [...Array.from({ length: listed }, (_, at) => listNumber(at + 1)), dropNumber, orderNumbers, holdListed];

export const holdSpecial: CampaignStep = {
  name: 'hold a special number', facet: 'number', isDone: hasNumber,
  run: async ({ call }, { view }, plan) => {
    await whenOnline(call);
    await holdOf(call, view.caseId, (passed) => freeNumber(call, plan, [4, 5, 6], passed));
  },
};

const wasLeased = (standing: Standing): boolean => times(standing, 'number-leased') > 0;

const grantBlock: CampaignStep = {
  name: 'ask for a block', facet: 'lease', isDone: (standing) => wasLeased(standing) || (standing.hall.lease.state === 'active' && standing.hall.lease.left > 3),
  run: async ({ call }) => {
    await whenOnline(call);
    await call('leases/grant', undefined);
  },
};

/** The carrier is killed; `before` says what is not done again without it. */
export const lineGoes = (before: (standing: Standing) => boolean): CampaignStep => ({
  name: 'the line goes', facet: 'line', isDone: (standing, _plan, isUp) => !isUp || before(standing), run: ({ line }) => line(false),
});

export const lineComes: CampaignStep = {
  name: 'the line comes back', facet: 'line', isDone: (_standing, _plan, isUp) => isUp,
  run: async ({ call, line }) => {
    await line(true);
    await whenOnline(call);
  },
};

async function pickLeased(call: Caller, { view }: Standing, plan: CasePlan): Promise<void> {
  await mirrorLoaded(call);
  const { hits } = await until('the block in the mirror', async () => {
    const found = await call('numbers/search', { ...plainSearch('', [], 0, 60), leasedOnly: true });
    return found.hits.length > 0 ? found : null;
  });
  const digits = hits[plan.pickAt % hits.length]?.digits ?? '';
  if (plan.pickAt % 2 === 0) await call('numbers/pick-provisional', { caseId: view.caseId, ranked: [digits] });
  else await call('numbers/hold', { caseId: view.caseId, digits });
}

const pickFromBlock: CampaignStep = { name: 'pick from the block', facet: 'number', isDone: wasLeased, run: ({ call }, standing, plan) => pickLeased(call, standing, plan) };
const giveItBack: CampaignStep = {
  name: 'give the leased number back', facet: 'number', isDone: (standing) => times(standing, 'number-released') > 0,
  run: async ({ call }, { view }) => void (await call('numbers/release', { caseId: view.caseId })),
};
const pickAnother: CampaignStep = { name: 'pick another from the block', facet: 'number', isDone: hasNumber, run: ({ call }, standing, plan) => pickLeased(call, standing, plan) };

/** Offline picks; every second customer thinks again. */
export const leasedSteps = (sequence: number): readonly CampaignStep[] =>
  [grantBlock, lineGoes(wasLeased), pickFromBlock, ...(sequence % 2 === 0 ? [giveItBack, pickAnother] : [])];

export const claimAnswered: CampaignStep = {
  name: 'the claim is answered', facet: 'none', isDone: ({ view }) => view.number?.hold === 'granted',
  run: async ({ call }, { view }) => void (await until('the claim is answered', async () => {
    await whenOnline(call);
    return (await call('cases/open', { caseId: view.caseId })).number?.hold === 'granted';
  })),
};

export const closeBlock: CampaignStep = {
  name: 'give the block back', facet: 'lease', isDone: ({ hall }) => hall.lease.state !== 'active', run: async ({ call }) => void (await call('leases/close', undefined)),
};
