import { seeded } from '../../faults/campaign/seeded.ts';
import { breakSomething, deliver } from './break-things.ts';
import { closeOut } from './close-out.ts';
import { openFakeCarrier } from './fake-carrier.ts';
import { type Desk, moveMoney, takeOver } from './move-money.ts';
import { recomputed, sequenceFaults } from './raw-ledger.ts';
import { struckOrDone } from './strike.ts';
import { openTillHall } from './till-hall.ts';
import { dice, expectSame, frozenPart, tally, type Tally, type World, worldOf } from './till-world.ts';

const shiftsInAWorld = 60;
const hours = 3_600_000;

export type Campaign = { readonly runs: number; readonly violations: readonly string[]; readonly tally: Tally['of'] };

/** So many random shifts one after another on one PC, in a new hall every sixty; stops at the first world with a violation. */
export async function runShifts({ seed, count, onWorld }: { readonly seed: number; readonly count: number; readonly onWorld?: (done: number) => void }): Promise<Campaign> {
  const counted = tally();
  const violations: string[] = [];
  let done = 0;
  while (done < count && violations.length === 0) {
    done += await playWorld(seed * 100_000 + done, Math.min(shiftsInAWorld, count - done), counted, violations);
    onWorld?.(done);
  }
  return { runs: done, violations, tally: counted.of };
}

async function playWorld(seed: number, shifts: number, counted: Tally, violations: string[]): Promise<number> {
  const random = seeded(seed);
  const hex = (length: number): string => Array.from({ length }, () => Math.floor(random() * 16).toString(16)).join('');
  const newId = (): string => `${hex(8)}-${hex(4)}-4${hex(3)}-8${hex(3)}-${hex(12)}`;
  const carrier = openFakeCarrier();
  const hall = await openTillHall(carrier, '2026-11-24T01:00:00.000Z', newId);
  const world = worldOf({ hall, carrier, dice: dice(random), tally: counted, violations, newId });
  try {
    for (let done = 1; done <= shifts; done += 1) {
      await playShift(world);
      if (violations.length > 0) {
        violations.unshift(`in the world of seed ${seed}, shift ${done}`);
        return done;
      }
    }
    endOfWorld(world);
    return shifts;
  } finally {
    hall.dispose();
  }
}

async function playShift(world: World): Promise<void> {
  const { hall, dice: dies, book, tally: counted } = world;
  const owner = dies.pick(['WJ0127', 'WJ0127', 'WJ0131', 'WJ0008']);
  hall.advance(dies.between(1, 12 * 60) * 60_000);
  hall.sit(owner);
  const floatLi = dies.chance(0.9) ? world.float.left : dies.between(0, 100_000) * 10;
  const { shift } = await hall.call('till/open', { floatLi });
  if (shift === null) return void world.violations.push('no shift was opened');
  const desk: Desk = { shiftId: shift.shiftId, owner };
  book.shifts.push({ shiftId: desk.shiftId, openedAt: shift.openedAt });
  takeOver(world, owner);
  const openedOn = hall.now();
  for (let steps = dies.between(3, 13); steps > 0; steps -= 1) await step(world, desk);
  const forgotten = dies.chance(0.08);
  if (forgotten) await forget(world, desk);
  if (hall.now().slice(0, 10) !== openedOn.slice(0, 10)) counted.add('overMidnight');
  await closeOut(world, desk, floatLi, forgotten);
  await lookBack(world);
}

async function step(world: World, desk: Desk): Promise<void> {
  const { hall, dice: dies, tally: counted } = world;
  hall.advance(dies.between(1, 40 * 60) * 1000);
  if (dies.chance(0.12) && world.cases.length >= 4) return struckOrDone(world, () => moveMoney(world, desk, 'known cases'));
  if (dies.chance(0.05)) {
    await hall.crash();
    counted.add('restarted');
  }
  if (dies.chance(0.2)) deliver(world);
  if (dies.chance(0.1)) breakSomething(world, desk);
  if (dies.chance(0.04)) await intrude(world, desk);
  await moveMoney(world, desk);
}

/** Somebody else at the desk: no money, no second shift. */
async function intrude(world: World, { owner }: Desk): Promise<void> {
  const { hall } = world;
  hall.sit(owner === 'WJ0131' ? 'WJ0127' : 'WJ0131');
  expectSame(world, 'a second shift', (await hall.refusal('till/open', { floatLi: 0 })).code, 'shift-already-open');
  if (world.cases[0] !== undefined) {
    hall.db().prepare('UPDATE cases SET owner = ?').run(owner === 'WJ0131' ? 'WJ0127' : 'WJ0131');
    const answer = await hall.ask('payments/take', { caseId: world.cases.find((id) => !world.book.overCases.has(id)) ?? '', tender: 'pos', amountLi: 10, tenderedLi: null, reference: 'x', payerName: '', payerNote: '' });
    expectSame(world, 'money in the shift of another', answer.ok ? null : answer.error.code, 'shift-of-another');
    takeOver(world, owner);
  }
  hall.sit(owner);
  world.tally.add('intruded');
}

/** The clerk went home: the shift is too old for money, and is closed by others. */
async function forget(world: World, { owner }: Desk): Promise<void> {
  const { hall } = world;
  hall.advance(17 * hours);
  hall.sit(owner);
  const caseId = world.cases.find((id) => !world.book.overCases.has(id));
  if (caseId !== undefined) {
    const answer = await hall.ask('payments/take', { caseId, tender: 'pos', amountLi: 10, tenderedLi: null, reference: 'x', payerName: '', payerNote: '' });
    expectSame(world, 'money in a forgotten shift', answer.ok ? null : answer.error.code, 'shift-too-old');
  }
  world.tally.add('forgotten');
}

/** A closed shift stays as it was closed, whatever arrived since; its late items are what the book has of it. */
async function lookBack(world: World): Promise<void> {
  const [shiftId, was] = world.dice.pick([...world.closed]);
  const view = await world.hall.call('till/shift', { shiftId });
  expectSame(world, 'a closed shift', frozenPart(view), was);
  world.violations.push(...recomputed(world.hall.db(), view));
  const late = world.book.moved.filter(({ shift, bookedIn }) => shift === shiftId && bookedIn !== shiftId).map(({ receiptNo }) => receiptNo).toSorted();
  expectSame(world, 'late items', view.late.map(({ receiptNo }) => receiptNo).toSorted(), late);
}

/** Every number once, every deposit out of cash that was there. */
function endOfWorld({ hall, book, violations }: World): void {
  violations.push(...sequenceFaults(hall.db(), new Set(book.odd.flatMap(({ kind, receiptNo }) => (kind === 'gap' ? [receiptNo] : [])))));
  const rows = hall.db().prepare('SELECT c.deposit_li, c.float_left_li, n.cash FROM shift_closes c JOIN shift_counts n ON n.count_id = c.count_id').all() as readonly { readonly deposit_li: number; readonly float_left_li: number; readonly cash: string }[];
  for (const { deposit_li, float_left_li, cash } of rows) {
    const { pieces, looseLi } = JSON.parse(cash) as { readonly pieces: Record<string, number>; readonly looseLi: number };
    const there = Object.entries(pieces).reduce((sum, [face, number]) => sum + Number(face) * 10 * number, looseLi);
    if (deposit_li + float_left_li !== there) violations.push(`a deposit of ${deposit_li} and a float of ${float_left_li} out of ${there}`);
  }
}
