import { assert } from '#domain/assert.ts';
import { decideClose, decideForce } from '#domain/lease/end-lease.ts';
import { decideGrant, LEASE_TERMS } from '#domain/lease/grant-lease.ts';
import { judgeEntry, type SeenPick } from '#domain/lease/journal-head.ts';
import type { LeaseBlock } from '#domain/lease/lease-block.ts';
import { isLeasedUnder, type LeaseRow, type NumberChange, type NumberRow } from '#domain/lease/lease-row.ts';
import { appendPick, type CloseReport, type PickEntry } from '#domain/lease/pick-journal.ts';
import { applyChange } from './apply-change.ts';
import type { Protocol } from './protocol.ts';

/** How far the search goes. Every state inside is visited. */
export type Bounds = { readonly epochs: number; readonly picks: number };

/** What the search saw; broken: how the shortest way to a broken promise or double sale runs. */
export type Explored = { readonly states: number; readonly depth: number; readonly s1: 'holds' | readonly string[]; readonly s2: 'holds' | readonly string[] };

type Held = { readonly block: LeaseBlock; readonly journal: readonly PickEntry[]; readonly report: CloseReport | null };
type Promised = { readonly entry: PickEntry; readonly device: number; readonly honoured: boolean; readonly shown: boolean };
/** Carrier, devices and the promises made. The network is every offer, claim and report ever sent, deliverable at any time and again. */
type State = {
  readonly rows: readonly NumberRow[];
  readonly leases: readonly LeaseRow[];
  readonly blocks: readonly (Held | null)[];
  readonly seen: readonly SeenPick[];
  readonly picks: readonly Promised[];
  /** Cases that were told the number is theirs, by number. */
  readonly bound: readonly (readonly string[])[];
  readonly way: Way;
};
/** The steps to a state, last first. */
type Way = { readonly step: string; readonly before: Way } | null;

const NUMBERS = ['4006000001', '4006000002'];
const DEVICES = ['A', 'B'];
const LATE = Number.MAX_SAFE_INTEGER;
const TERMS = { ...LEASE_TERMS, smallestBlock: 1, lentPercent: 100 };

const hashes = new Map<string, string>();
/** A hash that cannot collide: the texts in order of first sight. */
const countedHash = (text: string): string => {
  const known = hashes.get(text) ?? `h${hashes.size}`;
  hashes.set(text, known);
  return known;
};

/** Breadth-first through all states of two devices and two numbers under this protocol. */
export function explore(protocol: Protocol, bounds: Bounds): Explored {
  const rows = NUMBERS.map((digits): NumberRow => ({ digits, st: 'pool', leaseEpoch: null, device: null, caseRef: null }));
  let level: State[] = [{ rows, leases: [], blocks: [], seen: [], picks: [], bound: NUMBERS.map(() => []), way: null }];
  const visited = new Set(level.map(keyOf));
  const found: { s1: 'holds' | readonly string[]; s2: 'holds' | readonly string[] } = { s1: 'holds', s2: 'holds' };
  let depth = 0;
  for (; level.length > 0; depth += 1) {
    const next: State[] = [];
    for (const state of level) {
      if (found.s1 === 'holds' && !soldOnce(state)) found.s1 = stepsOf(state.way);
      if (found.s2 === 'holds' && !promisesKept(state)) found.s2 = stepsOf(state.way);
      for (const successor of successorsOf(state, protocol, bounds)) {
        const key = keyOf(successor);
        if (visited.has(key)) continue;
        visited.add(key);
        next.push(successor);
      }
    }
    level = next;
  }
  return { states: visited.size, depth: depth - 1, ...found };
}

const soldOnce = ({ bound }: State): boolean => bound.every((cases) => cases.length <= 1);

const promisesKept = ({ picks, leases, rows }: State): boolean => picks.every(({ entry, honoured }) => {
  const lease = leases[entry.epoch - 1] as LeaseRow;
  const row = rows[NUMBERS.indexOf(entry.digits)] as NumberRow;
  return honoured || lease.state === 'forced' || (isLeasedUnder(row, lease) && (row.caseRef === null || row.caseRef === entry.caseRef));
});

const stepsOf = (way: Way): readonly string[] => (way ? [...stepsOf(way.before), way.step] : []);

function keyOf({ rows, leases, blocks, seen, picks, bound }: State): string {
  const row = ({ st, leaseEpoch, caseRef }: NumberRow): string => `${st[0]}${leaseEpoch ?? ''}${caseRef ?? ''}`;
  const lease = (each: LeaseRow): string => `${each.device}${each.state[0]}${each.frozenWhy?.[0] ?? ''}${each.numbers.map((digits) => digits.at(-1)).join('')}`;
  const block = (held: Held | null): string => (held ? `${held.block.state[0]}${held.report?.journal.length ?? ''}` : '');
  const pick = ({ entry, honoured, shown }: Promised): string => `${entry.epoch}${entry.digits.at(-1)}${honoured ? 1 : 0}${shown ? 1 : 0}`;
  return [rows.map(row), leases.map(lease), blocks.map(block), picks.map(pick), bound.map((cases) => cases.join('')), seen.length].join('|');
}

function* successorsOf(state: State, protocol: Protocol, bounds: Bounds): Generator<State> {
  if (state.leases.length < bounds.epochs) yield* grants(state);
  for (const lease of state.leases) {
    yield* [takesOffer(state, protocol, lease, 'active'), lease.state === 'overdue' ? takesOffer(state, protocol, lease, 'overdue') : null, closes(state, protocol, lease), deliversReport(state, lease), settles(state, protocol, lease), forces(state, lease)].filter((each) => each !== null);
    if (state.picks.length < bounds.picks) yield* picksOf(state, protocol, lease);
  }
  for (const index of state.picks.keys()) yield deliversClaim(state, protocol, index);
}

const to = (state: State, step: string, change: Partial<State>): State => ({ ...state, ...change, way: { step, before: state.way } });

function* grants(state: State): Generator<State> {
  const free = state.rows.filter(({ st }) => st === 'pool').map(({ digits }) => digits);
  // The first lease is A's and holds the first number: every other beginning is this one with names exchanged.
  const choices = state.leases.length === 0 ? [[NUMBERS[0]], NUMBERS] : free.length === 2 ? [[free[0]], [free[1]], free] : free.length === 1 ? [free] : [];
  for (const device of state.leases.length === 0 ? ['A'] : DEVICES) for (const choice of choices as string[][]) {
    const leased = state.rows.filter(({ st }) => st === 'leased');
    const granted = decideGrant({
      device, key: `${state.leases.length + 1}`, asked: choice.length, nowMs: 0, terms: TERMS, leases: state.leases.filter((lease) => lease.device === device), nextEpoch: state.leases.length + 1,
      counts: { pool: free.length, leased: leased.length, leasedHere: leased.filter((row) => row.device === device).length }, candidates: choice.map((digits) => ({ digits, memorability: 0 })),
    });
    if (!granted.ok) continue;
    yield to(state, `grant ${device} ${choice.join(',')}`, { leases: [...state.leases, granted.value.lease], rows: applied(state.rows, granted.value.changes), blocks: [...state.blocks, null] });
  }
}

/** The first answer, whatever became of the block since, or one that already tells of the quarantine: then the report is made at once. */
function takesOffer(state: State, protocol: Protocol, lease: LeaseRow, answered: 'active' | 'overdue'): State | null {
  const own = state.blocks.filter((held, index) => held && state.leases[index]?.device === lease.device).map((held) => (held as Held).block);
  const taken = protocol.takeOffer({ ...lease, state: answered }, own, 0);
  if (!taken.ok) return null;
  const report = taken.value.state === 'closed' ? protocol.closeReport(taken.value, []) : null;
  return to(state, `${answered} offer ${lease.epoch} arrives`, withBlock(state, { block: taken.value, journal: [], report }));
}

const withBlock = ({ blocks }: State, held: Held): Pick<State, 'blocks'> => ({ blocks: blocks.map((each, index) => (index === held.block.epoch - 1 ? held : each)) });

/** The clock of the device may say anything, so time never stands in the way of a pick. */
function* picksOf(state: State, protocol: Protocol, lease: LeaseRow): Generator<State> {
  const held = state.blocks[lease.epoch - 1];
  if (!held) return;
  for (const digits of held.block.numbers) {
    const allowed = protocol.mayPick({ block: held.block, journal: held.journal, digits, effectiveNowMs: 0, floor: 0, unsynced: 0, unsyncedLimit: 9 });
    if (!allowed.ok) continue;
    const entry = appendPick({ epoch: lease.epoch, digits, caseRef: 'abc'[state.picks.length] as string, atMs: 0 }, held.journal, countedHash);
    const picks = [...state.picks, { entry, device: DEVICES.indexOf(lease.device), honoured: false, shown: false }];
    yield to(state, `pick ${lease.epoch} ${digits} ${entry.caseRef}`, { ...withBlock(state, { ...held, journal: [...held.journal, entry] }), picks });
  }
}

function closes(state: State, protocol: Protocol, lease: LeaseRow): State | null {
  const held = state.blocks[lease.epoch - 1];
  if (!held || held.report) return null;
  const closed = protocol.closeBlock(held.block);
  assert(closed.ok, 'explore: no block is frozen here');
  return to(state, `close ${lease.epoch}`, withBlock(state, { ...held, block: closed.value, report: protocol.closeReport(closed.value, held.journal) }));
}

function deliversReport(state: State, lease: LeaseRow): State | null {
  const report = state.blocks[lease.epoch - 1]?.report;
  if (!report) return null;
  const ended = decideClose({ lease, device: lease.device, rows: state.rows, seen: state.seen.filter(({ epoch }) => epoch === lease.epoch), report }, countedHash);
  return ended.ok && ended.value.outcome !== 'replay' ? to(state, `report ${lease.epoch} arrives`, withLease(state, ended.value)) : null;
}

function settles(state: State, protocol: Protocol, lease: LeaseRow): State | null {
  const settled = protocol.settle(lease, state.rows, LATE);
  return settled && to(state, `settle time of ${lease.epoch}`, withLease(state, settled));
}

function forces(state: State, lease: LeaseRow): State | null {
  const ended = decideForce({ lease, rows: state.rows, order: { by: '1', second: '2', deviceDestroyed: true }, nowMs: LATE, terms: LEASE_TERMS });
  return ended.ok && ended.value.outcome === 'forced' ? to(state, `force ${lease.epoch}`, withLease(state, ended.value)) : null;
}

const withLease = ({ leases, rows }: State, { lease, changes }: { readonly lease: LeaseRow; readonly changes: readonly NumberChange[] }): Partial<State> => ({
  leases: leases.map((each) => (each.epoch === lease.epoch ? lease : each)), rows: applied(rows, changes),
});

function deliversClaim(state: State, protocol: Protocol, index: number): State {
  const { entry, device, honoured } = state.picks[index] as Promised;
  const place = NUMBERS.indexOf(entry.digits);
  const lease = state.leases[entry.epoch - 1] as LeaseRow;
  const judged = judgeEntry(lease, state.seen.filter(({ epoch }) => epoch === entry.epoch), entry, countedHash);
  const decided = protocol.decideClaim(state.rows[place] as NumberRow, DEVICES[device] as string, entry);
  const won = decided.ok;
  return to(state, `claim ${entry.epoch} ${entry.digits} ${entry.caseRef} arrives`, {
    rows: won && decided.value.outcome === 'held' ? applied(state.rows, [decided.value.change]) : state.rows,
    leases: state.leases.map((each) => (each === lease ? { ...lease, ...judged.lease } : each)),
    seen: judged.standing === 'known' ? state.seen : [...state.seen, judged.seen],
    picks: state.picks.map((each, at) => (at === index ? { ...each, honoured: honoured || won, shown: true } : each)),
    bound: won ? state.bound.map((cases, at) => (at === place && !cases.includes(entry.caseRef) ? [...cases, entry.caseRef].sort() : cases)) : state.bound,
  });
}

const applied = (rows: readonly NumberRow[], changes: readonly NumberChange[]): readonly NumberRow[] => rows.map((row) => {
  const change = changes.find(({ digits }) => digits === row.digits);
  return (change && applyChange(row, change)) ?? row;
});
