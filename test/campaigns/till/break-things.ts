import type { CarrierMood } from './fake-carrier.ts';
import { type Desk, hallDay } from './move-money.ts';
import type { Moved } from './till-book.ts';
import type { World } from './till-world.ts';

const moods: readonly CarrierMood[] = ['accepts', 'accepts', 'accepts', 'accepts', 'accepts', 'accepts', 'silent', 'refuses', 'differs', 'forgets'];

/** The carrier gets what waits and makes of it what it will. */
export function deliver(world: World): void {
  const { hall, carrier, book, dice } = world;
  for (const { correlatorId, mood } of carrier.deliver(hall.db(), hall.now(), () => dice.pick(moods))) book.moods.set(correlatorId, mood);
}

/** Breaks one thing that the three-way match has to find; `null` where there was nothing to break. */
export function breakSomething(world: World, desk: Desk): void {
  world.dice.pick([loseRecord, changeRecord, changePrint, addRecord, loseNumber, inventAtCarrier, dropIntent, endCase])(world, desk);
}

/** A row of this shift that nothing was done to yet. */
function untouched({ book, dice }: World, { shiftId }: Desk): Moved | null {
  const broken = (no: string): boolean => book.noRecord.has(no) || book.otherRecord.has(no) || book.otherPrint.has(no);
  const rows = book.moved.filter((row) => row.bookedIn === shiftId && !broken(row.receiptNo));
  return rows.length === 0 ? null : dice.pick(rows);
}

const ofReceipt = "kind IN ('payment-received','payment-arrived','payment-voided','payment-refunded') AND json_extract(facts, '$.receipt') = ?";

function loseRecord(world: World, desk: Desk): void {
  const row = untouched(world, desk);
  if (row === null) return;
  world.hall.tamper('case_events', `DELETE FROM case_events WHERE ${ofReceipt}`, row.receiptNo);
  world.book.noRecord.add(row.receiptNo);
  world.tally.add('broke:case-missing');
}

function changeRecord(world: World, desk: Desk): void {
  const row = untouched(world, desk);
  if (row === null) return;
  world.hall.tamper('case_events', `UPDATE case_events SET facts = json_set(facts, '$.li', json_extract(facts, '$.li') + 5000) WHERE ${ofReceipt}`, row.receiptNo);
  world.book.otherRecord.set(row.receiptNo, row.li < 0 ? -5000 : 5000);
  world.tally.add('broke:case-differs');
}

function changePrint(world: World, desk: Desk): void {
  const row = untouched(world, desk);
  if (row === null) return;
  const member = row.li < 0 ? '$.amount' : '$.total';
  world.hall.tamper('papers', `UPDATE papers SET content = json_set(content, '${member}', json_extract(content, '${member}') + 7000) WHERE document_no = ?`, row.receiptNo);
  world.book.otherPrint.set(row.receiptNo, row.li < 0 ? -7000 : 7000);
  world.tally.add('broke:case-differs');
}

function addRecord(world: World, { shiftId, owner }: Desk): void {
  const { hall, book, dice } = world;
  if (world.cases.length === 0) return;
  const [caseId, receiptNo, li] = [dice.pick(world.cases), `SJ-LOST-${book.strays.length}`, dice.between(1, 999) * 10];
  hall.tamper('case_events', "INSERT INTO case_events(case_id, at, staff_no, kind, facts) VALUES (?, ?, ?, 'payment-received', ?)", caseId, hall.now(), owner, JSON.stringify({ tender: 'wechat', li, receipt: receiptNo }));
  book.strays.push({ shift: shiftId, caseId, receiptNo, tender: 'wechat', li });
  world.tally.add('broke:ledger-missing');
}

/** The counter runs on without a paper: the next number is one too high. */
function loseNumber(world: World): void {
  const { hall, book } = world;
  const counter = `receipt-${hallDay(hall.now())}`;
  const last = (hall.db().prepare('SELECT value FROM counters WHERE name = ?').get(counter) as { readonly value: number } | undefined)?.value ?? 0;
  hall.tamper('counters', 'INSERT INTO counters(name, value) VALUES (?, 1) ON CONFLICT(name) DO UPDATE SET value = value + 1', counter);
  book.odd.push({ kind: 'gap', receiptNo: numberOf(hall.now(), last + 1), li: 0 });
  world.tally.add('broke:receipt-gap');
}

/** The carrier has a number that this PC has not given out: it comes to light when it is asked. */
function inventAtCarrier(world: World): void {
  const { hall, book, carrier, dice } = world;
  if (book.odd.some(({ kind }) => kind === 'unknown')) return;
  const counter = `receipt-${hallDay(hall.now())}`;
  const last = (hall.db().prepare('SELECT value FROM counters WHERE name = ?').get(counter) as { readonly value: number } | undefined)?.value ?? 0;
  // Far enough ahead that this day does not get there, near enough to be asked for.
  const [receiptNo, li] = [numberOf(hall.now(), last + dice.between(18, 20)), dice.between(1, 999) * 10];
  carrier.book.set(receiptNo, { correlatorId: receiptNo, kind: 'payment', amountLi: li });
  book.odd.push({ kind: 'unknown', receiptNo, li });
  world.tally.add('broke:carrier-unknown');
}

/** Never handed to the outbox. */
function dropIntent(world: World, desk: Desk): void {
  const { hall, book, dice } = world;
  const waiting = book.moved.filter((row) => row.bookedIn === desk.shiftId && (book.moods.get(row.receiptNo) ?? 'silent') === 'silent');
  if (waiting.length === 0) return;
  const { receiptNo } = dice.pick(waiting);
  hall.tamper('outbox', "UPDATE outbox SET state = 'superseded' WHERE subject = ? AND kind IN ('record-payment','record-refund')", receiptNo);
  book.moods.set(receiptNo, 'never');
  world.tally.add('broke:carrier-missing');
}

/** The case is over; what is held for it is owed. */
function endCase(world: World): void {
  const { hall, book, dice } = world;
  if (world.cases.length - book.overCases.size < 4) return;
  const caseId = dice.pick(world.cases.filter((id) => !book.overCases.has(id)));
  hall.db().prepare('UPDATE cases SET state = ? WHERE case_id = ?').run(dice.pick(['cancelled', 'rejected', 'failed']), caseId);
  book.overCases.add(caseId);
  world.tally.add('broke:refund-owed');
}

const numberOf = (at: string, sequence: number): string => `SJ-WJ-03-${hallDay(at).replaceAll('-', '')}-${String(sequence).padStart(4, '0')}`;
