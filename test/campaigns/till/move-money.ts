import type { Answer } from '#contract/contract.ts';
import type { CaseView } from '#contract/cases.ts';
import type { PaymentRow } from '#contract/payments.ts';
import type { TenderKind } from '#domain/till/tender.ts';
import { leftOf, type Moved } from './till-book.ts';
import { password, secondSupervisor } from './till-hall.ts';
import { expectSame, type World } from './till-world.ts';

/** Who sits at the desk in which shift. */
export type Desk = { readonly shiftId: string; readonly owner: string };

const kinds: readonly TenderKind[] = ['cash', 'cash', 'cash', 'pos', 'pos', 'wechat', 'alipay', 'transfer', 'transfer', 'collection'];
const stepLi = 10;

type Wanted = { readonly run: () => Promise<Answer<'payments/take'>>; readonly keep: (view: CaseView) => void; readonly refused?: string };

/** One movement of money of a random kind; what came of it is written into the book. `wanted` null: there was nothing to do. */
export async function moveMoney(world: World, desk: Desk, of: 'any case' | 'known cases' = 'any case'): Promise<void> {
  const wanted = world.dice.pick([take, take, take, take, arrive, arrive, withdraw, goBack, goBack])(world, desk, of);
  if (wanted === null) return;
  const answer = await wanted.run();
  if (!answer.ok) {
    expectSame(world, 'money refused', answer.error.code, wanted.refused ?? 'nothing');
    world.tally.add('refused');
    return;
  }
  expectSame(world, 'money taken though it had to be refused', wanted.refused ?? null, null);
  wanted.keep(answer.value);
}

function take(world: World, { shiftId }: Desk, of: 'any case' | 'known cases'): Wanted {
  const { dice, hall, book } = world;
  const caseId = of === 'any case' && (world.cases.length < 4 || dice.chance(0.08)) ? anotherCase(world) : dice.pick(world.cases.filter((id) => !book.overCases.has(id)));
  const tender = dice.pick(kinds);
  const booked = [...book.moved.filter((row) => row.caseId === caseId), ...[...book.promised.values()].filter((row) => row.caseId === caseId)].reduce((sum, { li }) => sum + li, 0);
  const openLi = 3_000_000 - booked;
  const amountLi = Math.min(dice.between(1, 60_000) * stepLi, openLi);
  const over = amountLi <= 0 || dice.chance(0.03);
  const known = paymentIds(world, caseId);
  return {
    run: () => hall.ask('payments/take', {
      caseId, tender, amountLi: over ? openLi + 1000 + Math.max(0, -openLi) : amountLi, tenderedLi: tender === 'cash' ? Math.max(amountLi, openLi, 0) + 2000 : null, reference: tender === 'cash' ? '' : `P${world.book.moved.length}`, payerName: '', payerNote: '',
    }),
    ...(over && { refused: openLi <= 0 ? 'nothing-due' : 'over-payment' }),
    keep: (view) => {
      const row = view.payments.rows.find(({ paymentId }) => !known.has(paymentId));
      if (row === undefined) return void world.violations.push('a payment left no row');
      world.tally.add(tender);
      expectSame(world, 'amount of a payment', [row.tender, row.amountLi], [tender, amountLi]);
      if (row.receiptNo === null) book.promised.set(row.paymentId, { paymentId: row.paymentId, caseId, tender, li: amountLi, shift: shiftId });
      else keepMoved(world, { receiptNo: row.receiptNo, entryId: row.paymentId, paymentId: row.paymentId, caseId, tender, li: amountLi, shift: shiftId, bookedIn: shiftId });
    },
  };
}

function arrive(world: World, { shiftId }: Desk): Wanted | null {
  const { dice, hall, book } = world;
  const waiting = [...book.promised.values()].filter(({ caseId }) => !book.overCases.has(caseId));
  if (waiting.length === 0) return null;
  const promised = dice.pick(waiting);
  return {
    run: () => hall.ask('payments/confirm-arrival', { paymentId: promised.paymentId, arrivedOn: hallDay(hall.now()), reference: 'B1' }),
    keep: (view) => {
      book.promised.delete(promised.paymentId);
      const receiptNo = view.payments.rows.find(({ paymentId }) => paymentId === promised.paymentId)?.receiptNo ?? '';
      world.tally.add(promised.shift === shiftId ? 'arrived' : 'arrivedLate');
      keepMoved(world, { ...promised, receiptNo, entryId: promised.paymentId, bookedIn: shiftId });
    },
  };
}

function withdraw(world: World): Wanted | null {
  const waiting = [...world.book.promised.values()];
  if (waiting.length === 0) return null;
  const { paymentId, li } = world.dice.pick(waiting);
  return {
    run: () => world.hall.ask('payments/reverse', { paymentId, kind: 'withdraw', amountLi: li, reason: 'not-coming', note: '', reference: '', supervisor: null }),
    keep: () => {
      world.book.promised.delete(paymentId);
      world.tally.add('withdrawn');
    },
  };
}

function goBack(world: World, { shiftId, owner }: Desk): Wanted | null {
  const { dice, hall, book } = world;
  const left = [...leftOf(book).values()].filter(({ leftLi }) => leftLi > 0);
  if (left.length === 0) return null;
  const { first, leftLi, touched } = dice.pick(dice.chance(0.6) && left.some((one) => one.first.shift === shiftId) ? left.filter((one) => one.first.shift === shiftId) : left);
  const isVoid = first.shift === shiftId && first.bookedIn === shiftId && !touched && dice.chance(0.6);
  const amountLi = isVoid || dice.chance(0.4) ? leftLi : dice.between(1, leftLi / stepLi) * stepLi;
  const wrong = dice.chance(0.12) ? dice.pick(['WJ0131', owner, null] as const) : undefined;
  const beside = wrong === undefined ? (owner === 'WJ0008' ? secondSupervisor : 'WJ0008') : wrong;
  const refused = wrong === undefined ? {} : { refused: beside === null || beside !== owner ? 'supervisor-needed' : 'second-person-needed' };
  const known = new Set(rowsNow(world, first.caseId).flatMap((row) => row.reversals.map(({ reversalId }) => reversalId)));
  return {
    ...refused,
    run: () => hall.ask('payments/reverse', {
      paymentId: first.paymentId, kind: isVoid ? 'void' : 'refund', amountLi, reason: isVoid ? 'wrong-amount' : 'customer-left', note: '', reference: first.tender === 'cash' ? '' : 'R1',
      supervisor: beside === null ? null : { staffNo: beside, password },
    }),
    keep: (view) => {
      const row = view.payments.rows.find(({ paymentId }) => paymentId === first.paymentId)?.reversals.find(({ reversalId }) => !known.has(reversalId));
      if (row === undefined) return void world.violations.push('a reversal left no row');
      world.tally.add(isVoid ? 'voided' : 'refunded');
      keepMoved(world, { receiptNo: row.receiptNo ?? '', entryId: row.reversalId, paymentId: first.paymentId, caseId: first.caseId, tender: first.tender, li: -amountLi, shift: shiftId, bookedIn: shiftId });
    },
  };
}

function keepMoved(world: World, moved: Moved): void {
  if (world.book.moved.some(({ receiptNo }) => receiptNo === moved.receiptNo)) world.violations.push(`${moved.receiptNo} was given out twice`);
  world.book.moved.push(moved);
  world.tally.add('moved');
}

/** A new case with a signed agreement. */
function anotherCase(world: World): string {
  const caseId = world.hall.payableCase();
  world.cases.push(caseId);
  return caseId;
}

/** Cases are taken over as people change: whoever sits here owns them. */
export function takeOver(world: World, owner: string): void {
  world.hall.db().prepare('UPDATE cases SET owner = ?').run(owner);
}

const paymentIds = (world: World, caseId: string): ReadonlySet<string> =>
  new Set((world.hall.db().prepare('SELECT payment_id AS id FROM payments WHERE case_id = ?').all(caseId) as readonly { readonly id: string }[]).map(({ id }) => id));

const rowsNow = (world: World, caseId: string): readonly Pick<PaymentRow, 'reversals'>[] => [{
  reversals: (world.hall.db().prepare('SELECT r.reversal_id AS reversalId FROM reversals r JOIN payments p USING(payment_id) WHERE p.case_id = ?').all(caseId) as PaymentRow['reversals'][number][]),
}];

export const hallDay = (at: string): string => new Date(Date.parse(at) + 8 * 3_600_000).toISOString().slice(0, 10);
