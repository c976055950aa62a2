import type { CaseView } from '#contract/cases.ts';
import type { RequestChannel } from '#contract/channels.ts';
import type { Reply, Request } from '#contract/contract.ts';
import type { Failure } from '#contract/failures.ts';
import type { LeaseView } from '#contract/leases.ts';
import type { HoldRow } from '#contract/numbers.ts';
import type { ShortlistItem, ShortlistView } from '#contract/shortlist.ts';
import { sampleNow } from './sample-cases.ts';
import { explainSample, searchNumbers, suggestNumbers } from './sample-numbers.ts';
import { hit } from './sample-reference.ts';

type Handlers = { readonly [C in RequestChannel]?: (request: Request<C>) => Reply<C> | Failure };

export const sampleLease: LeaseView = {
  supported: true, state: 'active', epoch: 7, granted: 200, left: 168, picked: 3, claimed: 29, pickUntil: '2026-11-25T10:00:00.000Z', settleUntil: '2026-11-28T10:00:00.000Z', frozenWhy: null,
};

const later = (minutes: number): string => new Date(Date.parse(sampleNow) + minutes * 60_000).toISOString();

const holds: readonly HoldRow[] = [
  { digits: '4006008899', caseId: '00000000-0000-4000-8000-000000000017', caseNo: 'WJ-20261123-0017', company: '北京吉盛龑泰冷链物流供应链管理有限公司望京分公司', kind: 'case', expiresAt: '2026-11-26T10:00:00.000Z', heldBy: '孙嘉宁' },
  { digits: '4006186688', caseId: '00000000-0000-4000-8000-000000000017', caseNo: 'WJ-20261123-0017', company: '北京吉盛龑泰冷链物流供应链管理有限公司望京分公司', kind: 'browse', expiresAt: later(12), heldBy: '孙嘉宁' },
  { digits: '4006181188', caseId: '00000000-0000-4000-8000-000000000004', caseNo: 'WJ-20261120-0004', company: '北京云上埌农业科技发展有限公司', kind: 'provisional', expiresAt: null, heldBy: '何雨桐' },
];

/** The number task's channels over the sample pool, with a shortlist that remembers. */
export function fakeNumbers(view: () => CaseView | null, put: (patch: Partial<CaseView>) => CaseView, offline: () => boolean): Handlers {
  let items: readonly ShortlistItem[] = [];
  let shown = false;
  const list = (): ShortlistView => ({ items, limit: 6, shown });
  const item = (digits: string): ShortlistItem => ({ ...explainSample(digits), ...(offline() ? { state: 'free' as const, expiresAt: null } : { state: 'held' as const, expiresAt: later(14 - items.length) }) });
  return {
    'numbers/pool-status': () => ({ loaded: true, free: 1_612_408, syncedAt: '2026-11-23T02:41:55.000Z' }),
    'numbers/search': searchNumbers,
    'numbers/suggest': () => { const open = view(); return open ? suggestNumbers(open.customer) : { code: 'case-not-found' }; },
    'numbers/explain': ({ digits }) => explainSample(digits),
    'numbers/hold': ({ digits }) => ({ outcome: 'granted', alternatives: [], view: put({ number: { ...hit(digits), rulesVersion: '1', hold: 'granted', expiresAt: '2026-11-26T10:00:00.000Z', heldAt: sampleNow, fallbacks: [], replaced: null, alternatives: [] } }) }),
    'numbers/release': () => put({ number: null }), 'numbers/extend': () => put({}),
    'numbers/pick-provisional': ({ ranked: [first = '', ...others] }) => put({ number: { ...hit(first), rulesVersion: '1', hold: 'provisional', expiresAt: null, heldAt: sampleNow, fallbacks: others.map(hit), replaced: null, alternatives: [] } }),
    'numbers/holds': () => holds,
    'shortlist/read': list,
    'shortlist/add': ({ digits }) => {
      if (items.length >= 6) return { code: 'shortlist-full' };
      items = [...items, item(digits)];
      return list();
    },
    'shortlist/drop': ({ digits }) => { items = items.filter((one) => one.hit.digits !== digits); return list(); },
    'shortlist/order': ({ ranked }) => { items = items.toSorted((a, b) => ranked.indexOf(a.hit.digits) - ranked.indexOf(b.hit.digits)); return list(); },
    'shortlist/extend': ({ digits }) => { items = items.map((one) => (digits === undefined || digits === one.hit.digits ? item(one.hit.digits) : one)); return list(); },
    'customer/show': ({ caseId, lit }) => { shown = caseId !== null; return shown ? { kind: 'shortlist', hallName: '望京营业厅', items, lit } : { kind: 'closed' }; },
    'leases/state': () => sampleLease,
    'leases/hall': () => [{ epoch: 41, device: 'BJ-WJ-03.desk-2', state: 'over', frozen: false, numbers: 60, pickUntil: '2026-11-09T02:00:00.000Z', settleUntil: '2026-11-16T02:00:00.000Z' }, { epoch: 44, device: 'BJ-WJ-03.desk-1', state: 'active', frozen: false, numbers: 60, pickUntil: '2026-11-25T10:00:00.000Z', settleUntil: '2026-12-02T10:00:00.000Z' }],
  };
}
