import { createHash } from 'node:crypto';
import { LEASE_TERMS } from '#domain/lease/grant-lease.ts';
import { carrierModel } from './carrier-model.ts';
import { machineModel, type Database, type Machine, type MachineModel } from './machine-model.ts';
import type { Message } from './messages.ts';
import { promiseBook, type Violation } from './promises.ts';
import type { Protocol } from './protocol.ts';

/** One world, from an empty carrier to the last message: what happened in it, and what was wrong. */
export type Episode = { readonly operations: number; readonly violations: readonly Violation[]; readonly counts: Readonly<Record<string, number>> };

/** Operations of one world. */
export const WORLD_OPERATIONS = 2_000;

const HOUR = 3_600_000;
const TERMS = { ...LEASE_TERMS, smallestBlock: 2, largestBlock: 8, lentPercent: 80, pickMs: 24 * HOUR, settleMs: 12 * HOUR, quarantineMs: 24 * HOUR };
const NUMBERS = Array.from({ length: 72 }, (_, index) => `40060${String(index * 1_373).padStart(5, '0')}`);
const sha256hex = (text: string): string => createHash('sha256').update(text).digest('hex');

type Tick = { readonly kind: string; readonly weight: number; readonly run: () => void };

/** Runs so many chance operations of halls, machines, network and clocks, then lets everything settle and audits. */
export function runEpisode(protocol: Protocol, operations: number, random: () => number, onOperation?: (line: string) => void): Episode {
  const world = newWorld(protocol, random);
  const ticks = ticksOf(world);
  const total = ticks.reduce((sum, { weight }) => sum + weight, 0);
  let done = 0;
  for (; done < operations && world.book.violations.length === 0; done += 1) {
    let at = random() * total;
    const tick = ticks.find(({ weight }) => (at -= weight) < 0) ?? (ticks[0] as Tick);
    tick.run();
    onOperation?.(`${done} ${tick.kind}`);
    world.count(tick.kind);
    if (done % 200 === 0) world.book.audit(world.carrier.rows());
  }
  if (world.book.violations.length === 0) drain(world);
  return { operations: done, violations: world.book.violations, counts: { ...world.counts, ...world.book.counts() } };
}

function newWorld(protocol: Protocol, random: () => number) {
  const book = promiseBook();
  const carrier = carrierModel({ numbers: NUMBERS, terms: TERMS, protocol, book, sha256hex });
  const counts: Record<string, number> = {};
  let ids = 0;
  const world = {
    random, book, carrier, counts, protocol, nowMs: Date.UTC(2026, 10, 23), network: [] as Message[], machines: [] as MachineModel[],
    backups: [] as { readonly name: string; readonly database: Database; readonly side: Machine['side'] }[],
    /** Devices with a past that nothing on them can see. */
    unseen: new Set<string>(),
    /** Such faults come in one world of eight. */
    allowsUnseen: random() < 0.125, calm: random() < 0.6, crashes: true,
    newId: () => `id${(ids += 1)}`,
    count: (name: string, by = 1): void => { counts[name] = (counts[name] ?? 0) + by; },
    choose: (count: number): number => Math.floor(random() * count),
  };
  const detectRestore: Protocol['detectRestore'] = (found) => {
    const verdict = protocol.detectRestore(found);
    if (verdict !== 'ok') world.count(`found-${verdict}`);
    return verdict;
  };
  const addMachine = (machine: Machine): void => {
    const model = machineModel(machine, { protocol: { ...protocol, detectRestore }, sha256hex, newId: world.newId, crash: () => world.crashes && random() < 0.01 });
    world.machines.push(model);
    model.start();
  };
  for (let index = 0; index < 5; index += 1) addMachine({ name: `hall ${index % 3} desk ${index}`, keyId: null, side: null, database: null, wallOffsetMs: Math.floor((random() - 0.5) * 10) * HOUR, lastServerMs: null });
  return Object.assign(world, { addMachine, one: <T>(list: readonly T[]): T | undefined => list[world.choose(list.length)], machine: (): MachineModel => world.machines[world.choose(world.machines.length)] as MachineModel });
}

type World = ReturnType<typeof newWorld>;

const ticksOf = (world: World): readonly Tick[] => [...ticksOfDesks(world), ...ticksOfNetwork(world), ...ticksOfHalls(world), ...ticksOfClocks(world), ...ticksOfDisks(world)];

function ticksOfDesks(world: World): readonly Tick[] {
  return [
    { kind: 'pick', weight: 12, run: () => {
      const model = world.machine();
      const entry = model.pick(world.nowMs, world.newId(), world.choose);
      if (!entry) return;
      world.count('picked');
      world.book.promise(entry, model.machine.keyId as string, world.unseen.has(model.machine.keyId as string));
    } },
    { kind: 'close', weight: 2, run: () => world.machine().close(world.choose) },
    { kind: 'ask', weight: 8, run: () => world.machine().askForBlock() },
    { kind: 'restart', weight: 1, run: () => world.machine().start() },
  ];
}

function ticksOfNetwork(world: World): readonly Tick[] {
  const { network } = world;
  const send = (message: Message): void => {
    if (network.length >= 100) network.splice(world.choose(network.length), 1);
    network.push(message);
  };
  const deliver = ({ to, body }: Message): void => {
    if (to === 'device') return world.one(world.machines.filter(({ machine }) => machine.keyId === body.device))?.receive(body);
    const reply = world.carrier.receive(body, world.nowMs);
    if (reply) send({ to: 'device', body: reply });
  };
  return [
    { kind: 'send', weight: 30, run: () => {
      const body = world.one(world.machine().outbox());
      if (body) send({ to: 'carrier', body });
    } },
    { kind: 'deliver', weight: 34, run: () => {
      const index = world.choose(network.length);
      const message = network[index];
      if (!message) return;
      if (world.random() < 0.75) network.splice(index, 1);
      else world.count('repeated');
      deliver(message);
    } },
    { kind: 'lose', weight: 3, run: () => void network.splice(world.choose(network.length), 1) },
  ];
}

function ticksOfHalls(world: World): readonly Tick[] {
  const { carrier } = world;
  const held = () => world.one(carrier.rows().filter(({ st }) => st === 'held'));
  return [
    { kind: 'hold', weight: 4, run: () => carrier.hold(world.one(NUMBERS) as string, world.newId()) },
    { kind: 'release', weight: 6, run: () => { const row = held(); if (row?.caseRef) carrier.endHold(row.digits, row.caseRef, 'released'); } },
    { kind: 'sell', weight: 2, run: () => { const row = held(); if (row?.caseRef) carrier.endHold(row.digits, row.caseRef, 'assigned'); } },
    { kind: 'cease', weight: 8, run: () => carrier.cease(world.one(NUMBERS) as string) },
    { kind: 'settle', weight: 1, run: () => carrier.settle(world.nowMs) },
    { kind: 'force', weight: 0.6, run: () => {
      const lease = world.one(carrier.leases().slice(-12));
      const order = { by: '1', second: world.random() < 0.8 ? '2' : '1', deviceDestroyed: world.random() < 0.1 };
      if (lease && carrier.force(lease.epoch, order, world.nowMs)) world.count('forced');
    } },
  ];
}

function ticksOfClocks(world: World): readonly Tick[] {
  return [
    { kind: 'time', weight: 2, run: () => { world.nowMs += Math.floor(world.random() * 2 * HOUR); } },
    { kind: 'carrier-clock', weight: 0.2, run: () => { world.nowMs += Math.floor((world.random() - 0.5) * 96 * HOUR); } },
    { kind: 'desk-clock', weight: 0.4, run: () => { world.machine().machine.wallOffsetMs = Math.floor((world.random() - 0.6) * 60 * HOUR); } },
  ];
}

function ticksOfDisks(world: World): readonly Tick[] {
  const faults: Tick[] = [
    { kind: 'backup', weight: 3, run: () => {
      const { machine } = world.machine();
      if (machine.database) world.backups.push({ name: machine.name, database: machine.database, side: machine.side });
    } },
    { kind: 'restore', weight: 0.3, run: () => {
      const model = world.machine();
      const backup = world.one(world.backups.filter(({ name }) => name === model.machine.name).slice(-4));
      if (backup) exchange(model, backup.database);
    } },
    { kind: 'clone', weight: 0.1, run: () => {
      const backup = world.one(world.backups.slice(-8));
      if (backup) exchange(world.machine(), backup.database);
    } },
    { kind: 'disk-lost', weight: 0.05, run: () => exchange(world.machine(), null) },
    { kind: 'key-lost', weight: 0.05, run: () => { const model = world.machine(); model.machine.keyId = null; model.start(); } },
    { kind: 'side-file-lost', weight: 0.05, run: () => { const model = world.machine(); model.machine.side = null; model.start(); } },
  ];
  const rarer = world.calm ? faults.map((each) => (each.kind === 'backup' ? each : { ...each, weight: each.weight / 8 })) : faults;
  return world.allowsUnseen ? [...rarer, ...unseenTicks(world)] : rarer;
}

/** Another database file lies where the console's was. */
function exchange({ machine, start }: MachineModel, database: Database | null): void {
  machine.database = database;
  start();
}

/** Whole machines copied or rolled back, disk and side file and key: S2 cannot hold for what follows, S1 must. */
function unseenTicks(world: World): readonly Tick[] {
  const excuse = (device: string, database: Database): void => {
    world.unseen.add(device);
    const known = new Set(Object.values(database.journals).flat().map(({ hash }) => hash));
    world.book.excuseSince(device, ({ hash }) => !known.has(hash));
  };
  return [
    { kind: 'twin', weight: 0.1, run: () => {
      const { machine } = world.machine();
      if (!machine.database || !machine.keyId || world.machines.length > 8) return;
      excuse(machine.keyId, machine.database);
      world.addMachine({ ...machine, name: `twin of ${machine.name}` });
    } },
    { kind: 'rollback', weight: 0.1, run: () => {
      const model = world.machine();
      const { keyId, name } = model.machine;
      const backup = world.one(world.backups.filter((each) => each.name === name && each.database.mark.deviceKeyId === keyId));
      if (!backup || !keyId) return;
      excuse(keyId, backup.database);
      model.machine.side = backup.side;
      exchange(model, backup.database);
    } },
  ];
}

/** No more faults: every message arrives, every sound block is closed, and the books must agree. */
function drain(world: World): void {
  world.crashes = false;
  const exchangeAll = (): void => {
    for (let round = 0; round < 3; round += 1) for (const model of world.machines) for (const body of model.outbox()) {
      const reply = world.carrier.receive(body, world.nowMs);
      if (reply) model.receive(reply);
    }
  };
  exchangeAll();
  for (const model of world.machines) for (const index of model.machine.database?.blocks.keys() ?? []) model.close(() => index);
  exchangeAll();
  const sound = world.carrier.leases().filter((lease) => lease.state === 'closed' && lease.frozenWhy === null && !world.unseen.has(lease.device)
    && world.machines.some(({ machine }) => machine.keyId === lease.device && machine.database?.blocks.some(({ epoch, frozenWhy }) => epoch === lease.epoch && frozenWhy === null)));
  world.count('soundLeases', sound.length);
  world.book.settled(sound, world.carrier.rows());
  world.book.audit(world.carrier.rows());
  world.count('leases', world.carrier.leases().length);
  const forked = world.carrier.leases().filter(({ frozenWhy }) => frozenWhy === 'journal-forked');
  world.count('frozenByFork', forked.length);
  world.book.falseAlarms(forked.filter(({ device }) => !world.unseen.has(device)));
}
