import type { Request } from '#contract/contract.ts';
import type { ShiftView } from '#contract/till.ts';
import type { DaySheetPaper } from '#domain/agreement/day-sheet-paper.ts';
import { recomputed } from './raw-ledger.ts';
import { type Counted, expectedNames, nameOf, netOf } from './till-book.ts';
import { password, secondSupervisor } from './till-hall.ts';
import { type Desk, moveMoney } from './move-money.ts';
import { struckOrDone } from './strike.ts';
import { expectSame, frozenPart, type World } from './till-world.ts';

const tolerance = 1000;
const slipped = ['pos', 'wechat', 'alipay', 'transfer', 'collection'] as const;

/** Counts, asks the carrier, explains and closes, with the wrong people and in the wrong order first; each answer is known beforehand. */
export async function closeOut(world: World, desk: Desk, floatLi: number, forgotten: boolean): Promise<void> {
  const { hall, dice, tally } = world;
  const counter = desk.owner === 'WJ0131' ? 'WJ0127' : forgotten || dice.chance(0.15) ? 'WJ0131' : desk.owner;
  hall.sit(counter);
  const isForgotten = forgotten || counter !== desk.owner;
  checkBlind(world, await hall.call('till/shift', { shiftId: desk.shiftId }));
  expectSame(world, 'closed without a count', (await hall.refusal('till/close', closing(desk, {}))).code, 'shift-not-counted');
  let counted = await count(world, desk, floatLi);
  if (!isForgotten && dice.chance(0.15)) counted = await countAgain(world, desk, floatLi, counted);
  if (dice.chance(0.4) || world.book.odd.some(({ kind }) => kind === 'unknown')) await askCarrier(world, desk);
  const view = await checkMatched(world, desk, floatLi, counted);
  await explainAll(world, desk, counter, view);
  await close(world, desk, { counter, isForgotten, counted });
  tally.add('closed');
  await settle(world, desk);
}

function checkBlind(world: World, view: ShiftView): void {
  expectSame(world, 'blind', [...view.rows, ...view.late, ...view.carriedIn].every((row) => row.li === null && row.caseLi === null && row.carrierLi === null && row.slipLi === null), true);
  expectSame(world, 'blind table', [view.methods.every((line) => line.expectedLi === null && line.drawerLi === null && line.casesLi === null && line.carrierLi === null), view.mismatches.length, view.differenceLi, view.depositProposedLi, view.blockers],
    [true, 0, null, null, ['not-counted']]);
  world.violations.push(...recomputed(world.hall.db(), view));
}

/** What lies in the drawer: as it should, or off by cash within or beyond the tolerance, by a slip, or by a whole method. */
async function count(world: World, { shiftId }: Desk, floatLi: number): Promise<Counted> {
  const { hall, dice, book, tally } = world;
  const net = netOf(book, shiftId);
  const others = { pos: net.pos, wechat: net.wechat, alipay: net.alipay, transfer: net.transfer, collection: net.collection };
  const slips: { entryId: string; li: number }[] = [];
  const offCash = dice.chance(0.2) ? dice.between(-100, 100) * 10 : dice.chance(0.15) ? dice.between(-40, 40) * 10_000 : 0;
  const slip = dice.chance(0.15) ? book.moved.find((row) => row.shift === shiftId && row.bookedIn === shiftId && row.tender !== 'cash') : undefined;
  if (slip !== undefined && slip.tender !== 'cash') {
    slips.push({ entryId: slip.entryId, li: slip.li + 3000 });
    others[slip.tender] += 3000;
    tally.add('broke:slip-differs');
  }
  if (dice.chance(0.1)) others[dice.pick(slipped)] += dice.between(1, 50) * 10;
  const cash = Math.max(0, floatLi + net.cash + offCash);
  const hundreds = Math.floor(cash / 100_000);
  await hall.call('till/count', { shiftId, cash: { pieces: { 10000: hundreds }, looseLi: cash - hundreds * 100_000 }, others, slips });
  return { cash, others, slips };
}

/** Money moves after the count: it is blind again, and the earlier count stays as the first. */
async function countAgain(world: World, desk: Desk, floatLi: number, first: Counted): Promise<Counted> {
  const before = world.book.moved.filter(({ bookedIn, shift }) => bookedIn === desk.shiftId && shift === desk.shiftId).length;
  for (let tries = 0; tries < 6; tries += 1) {
    world.hall.advance(1000);
    await moveMoney(world, desk);
    if (world.book.moved.filter(({ bookedIn, shift }) => bookedIn === desk.shiftId && shift === desk.shiftId).length > before) break;
    if (tries === 5) return first;
  }
  checkBlind(world, await world.hall.call('till/shift', { shiftId: desk.shiftId }));
  const counted = await count(world, desk, floatLi);
  expectSame(world, 'attempt', (await world.hall.call('till/shift', { shiftId: desk.shiftId })).count?.attempt, 2);
  world.tally.add('recounted');
  return counted;
}

async function askCarrier(world: World, { shiftId }: Desk): Promise<void> {
  const { hall, carrier, dice } = world;
  hall.advance(1000);
  const offline = dice.chance(0.2);
  carrier.cut(offline);
  const answer = await hall.ask('till/ask-carrier', { shiftId });
  carrier.cut(false);
  expectSame(world, 'asking the carrier', answer.ok ? null : answer.error.code, offline ? 'carrier-offline' : null);
}

/** The screen against the rows of the tables, and what it names against what was broken. */
async function checkMatched(world: World, { shiftId }: Desk, floatLi: number, counted: Counted): Promise<ShiftView> {
  const { hall, book, tally } = world;
  const view = await hall.call('till/shift', { shiftId });
  world.violations.push(...recomputed(hall.db(), view));
  expectSame(world, 'net by what was done', view.methods.map(({ tender, expectedLi }) => [tender, expectedLi]), Object.entries(netOf(book, shiftId)));
  const known = new Set((hall.db().prepare('SELECT correlator_id AS id FROM carrier_payments').all() as readonly { readonly id: string }[]).map(({ id }) => id));
  const seen = { ...book, odd: book.odd.filter(({ kind, receiptNo }) => kind === 'gap' || known.has(receiptNo)) };
  const names = view.mismatches.map(({ code, caseId, receiptNo, tender, li }) => nameOf(code, caseId, receiptNo, tender, li)).toSorted();
  expectSame(world, `${view.shiftNo} names`, names, expectedNames(seen, shiftId, floatLi, book.shifts.length > 1 ? world.float.left : null, counted));
  for (const { code } of view.mismatches) tally.add(`named:${code}`);
  expectSame(world, 'ids', new Set(view.mismatches.map(({ id }) => id)).size, view.mismatches.length);
  return view;
}

/** Who may stand for this shift: a supervisor whose shift it is not and who did not count. */
const standsBeside = (owner: string): string => (owner === 'WJ0008' ? secondSupervisor : 'WJ0008');

async function explainAll(world: World, { shiftId, owner }: Desk, counter: string, view: ShiftView): Promise<void> {
  const { hall, dice } = world;
  const open = view.mismatches.filter(({ code }) => code !== 'count-differs');
  const waiting = open.filter(({ code }) => code === 'carrier-waiting').map(({ id }) => id);
  const together = dice.chance(0.5);
  for (const { id, code } of open) {
    if (together && code === 'carrier-waiting' && id !== waiting[0]) continue;
    const right: Request<'till/explain'> = { shiftId, mismatchIds: together && code === 'carrier-waiting' ? waiting : [id], action: code === 'carrier-waiting' ? 'in-transit' : 'explained', note: '已核', supervisor: { staffNo: standsBeside(owner), password } };
    if (dice.chance(0.08)) {
      const [wrong, refused] = dice.pick<readonly [Partial<Request<'till/explain'>>, string]>([
        [{ supervisor: null }, 'supervisor-needed'], [{ supervisor: { staffNo: 'WJ0131', password } }, 'not-supervisor'], [{ supervisor: { staffNo: 'WJ0008', password: 'x' } }, 'wrong-sign-in'],
        [{ mismatchIds: [id, `${id}x`] }, 'mismatch-not-found'], [{ action: right.action === 'explained' ? 'in-transit' : 'explained' }, 'bad-request'],
      ]);
      const alone = refused === 'supervisor-needed' && counter === 'WJ0008' && owner !== 'WJ0008';
      if (!alone) expectSame(world, 'explained by the wrong person or in the wrong way', (await hall.refusal('till/explain', { ...right, ...wrong })).code, refused);
    }
    await hall.call('till/explain', right);
  }
}

const closing = ({ shiftId }: Desk, over: Partial<Request<'till/close'>>): Request<'till/close'> => ({ shiftId, note: '', depositLi: 0, depositBag: '', supervisor: null, ...over });

async function close(world: World, desk: Desk, { counter, isForgotten, counted }: { readonly counter: string; readonly isForgotten: boolean; readonly counted: Counted }): Promise<void> {
  const { hall, dice, tally } = world;
  const view = await hall.call('till/shift', { shiftId: desk.shiftId });
  const off = view.mismatches.filter(({ code }) => code === 'count-differs');
  const beyond = off.some(({ tender, li }) => tender !== 'cash' || Math.abs(li) > tolerance);
  const second = isForgotten || beyond;
  expectSame(world, 'blockers', view.blockers, second ? ['supervisor'] : []);
  const noted = isForgotten || off.length > 0;
  const supervisor = second ? { staffNo: standsBeside(desk.owner), password } : null;
  if (second) expectSame(world, 'closed alone', (await hall.refusal('till/close', closing(desk, { note: 'x' }))).code, 'supervisor-needed');
  if (second && counter === 'WJ0008') expectSame(world, 'closed by who counted', (await hall.refusal('till/close', closing(desk, { note: 'x', supervisor: { staffNo: 'WJ0008', password } }))).code, 'supervisor-needed');
  if (noted) expectSame(world, 'closed without a word', (await hall.refusal('till/close', closing(desk, { supervisor }))).code, 'note-needed');
  expectSame(world, 'put away more than there is', (await hall.refusal('till/close', closing(desk, { note: 'x', supervisor, depositLi: counted.cash + 10 }))).code, 'deposit-over-cash');
  const depositLi = dice.chance(0.3) ? dice.between(0, counted.cash / 10) * 10 : (view.depositProposedLi ?? 0);
  hall.advance(1000);
  const right = closing(desk, { note: noted ? '点过两遍' : '', supervisor, depositLi, depositBag: 'F1' });
  if (dice.chance(0.15)) await struckOrDone(world, () => hall.ask('till/close', right));
  const closed = world.hall.db().prepare('SELECT 1 FROM shift_closes WHERE shift_id = ?').get(desk.shiftId) === undefined ? await hall.call('till/close', right) : await hall.call('till/shift', { shiftId: desk.shiftId });
  if (second) tally.add('closedWithSupervisor');
  expectSame(world, 'deposit and float', closed.deposit, { li: depositLi, bag: 'F1', floatLeftLi: counted.cash - depositLi });
  world.float.left = counted.cash - depositLi;
  world.closed.set(desk.shiftId, frozenPart(closed));
  expectSame(world, 'next float', (await hall.call('till/state', undefined)).floatProposedLi, world.float.left);
  checkSheet(world, closed, view.mismatches.length);
  const frozen = hall.db().prepare('SELECT expected FROM shift_closes WHERE shift_id = ?').get(desk.shiftId) as { readonly expected: string };
  expectSame(world, 'expected as closed', JSON.parse(frozen.expected), netOf(world.book, desk.shiftId));
  expectSame(world, 'closed twice', (await hall.refusal('till/close', closing(desk, {}))).code, 'shift-closed');
}

/** The sheet's columns add up, its rows are the shift's, and it names as many differences as the screen did. */
function checkSheet(world: World, view: ShiftView, named: number): void {
  const raw = world.hall.db().prepare('SELECT content FROM papers WHERE paper_id = ?').get(view.sheetPaperId) as { readonly content: string };
  const sheet = JSON.parse(raw.content) as DaySheetPaper;
  for (const column of ['drawer', 'cases', 'carrier'] as const)
    expectSame(world, `${view.shiftNo} sheet ${column}`, sheet.rows.reduce((sum, { amounts }) => sum + (amounts[column] ?? 0), 0), sheet.sums[column].amount);
  expectSame(world, 'sheet drawer', sheet.sums.drawer.amount, view.methods.reduce((sum, { drawerLi }) => sum + (drawerLi ?? 0), 0));
  expectSame(world, 'sheet', [sheet.handled.length, sheet.carriedIn.length, sheet.head.documentNumber, sheet.openedAt.slice(0, 10) <= sheet.closedAt.slice(0, 10)], [named, view.carriedIn.length, view.shiftNo, true]);
}

/** After the close the carrier puts its odd number right, so that the next shift starts without it. */
async function settle(world: World, desk: Desk): Promise<void> {
  const { hall, carrier, book } = world;
  const at = book.odd.findIndex(({ kind }) => kind === 'unknown');
  if (at < 0) return;
  carrier.book.delete(book.odd[at]?.receiptNo ?? '');
  book.odd.splice(at, 1);
  hall.advance(1000);
  await hall.call('till/ask-carrier', { shiftId: desk.shiftId });
}
