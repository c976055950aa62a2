import type { CaseRow as BenchRow, Workbench } from '#contract/cases.ts';
import { addDays } from '#domain/calendar/plain-date.ts';
import { instantOfWall, wallTime } from '#domain/calendar/shanghai-time.ts';
import { nextTask } from '#domain/cases/task-status.ts';
import { listCases } from '../../store/tables/case-rows.ts';
import { countEventsSince } from '../../store/tables/event-rows.ts';
import { countActivatedSince } from '../../store/tables/order-rows.ts';
import { receivedSince } from '../../store/tables/payment-rows.ts';
import { openShift } from '../../store/tables/shift-rows.ts';
import { findStaff } from '../../store/tables/staff-rows.ts';
import type { Actor, ConsoleContext } from '../console-context.ts';
import { replacedNumber } from '../numbers/replaced-number.ts';
import { refundOf } from '../payments/view-payments.ts';
import { deadlineOf, turnOf } from './case-view.ts';
import { complete, type LoadedCase } from './load-case.ts';

type Filter = keyof Workbench['counts'];

/** What needs whom now, oldest deadline first. Cases that ended stay under 办结 for the record. */
export function listWorkbench(context: ConsoleContext, actor: Actor, filter: Filter): Workbench {
  const rows = listCases(context.db).map((row) => benchRow(context, actor, complete(context, row)));
  const today = wallTime(context.now()).date;
  const inFilter = (row: BenchRow, name: Filter): boolean => belongs(row, name, today);
  const names: readonly Filter[] = ['all', 'mine', 'returned', 'approval', 'due', 'customer', 'parked', 'carrier', 'done'];
  const counts = Object.fromEntries(names.map((name) => [name, rows.filter((row) => inFilter(row, name)).length])) as Workbench['counts'];
  const midnight = instantOfWall(today, '00:00');
  return {
    rows: rows.filter((row) => inFilter(row, filter)).toSorted(byDeadline), counts,
    today: {
      created: countEventsSince(context.db, 'case-created', midnight), signed: countEventsSince(context.db, 'agreement-signed', midnight),
      activated: countActivatedSince(context.db, midnight), receivedLi: openShift(context.db) === null ? receivedSince(context.db, midnight) : null,
    },
    dueByDay: dueByDay(rows, today), cutOff: context.reference.policy.activation.cutOff,
  };
}

const isOver = (row: BenchRow): boolean => row.situation === 'done' || row.situation === 'cancelled';

function belongs(row: BenchRow, filter: Filter, today: string): boolean {
  if (filter === 'done') return isOver(row);
  if (isOver(row)) return false;
  if (filter === 'all') return true;
  if (filter === 'due') return row.deadline !== null && wallTime(row.deadline.at).date <= today;
  return filter === 'mine' ? row.own && (row.situation === 'mine' || row.situation === 'returned') : row.situation === filter;
}

function benchRow(context: ConsoleContext, actor: Actor, loaded: LoadedCase): BenchRow {
  const { row, pick, tasks } = loaded;
  const refund = refundOf(context, loaded);
  const situation = refund === null ? situationOf(context, loaded) : 'returned';
  const task = refund !== null ? 'prepayment' : situation === 'approval' ? 'number' : row.state === 'draft' ? nextTask(tasks) : 'activation';
  return {
    caseId: row.caseId, caseNo: row.caseNo, company: row.customer.name, number: pick?.digits ?? null, provisional: pick?.hold === 'provisional', replaced: replacedNumber(pick, row.state), situation,
    reason: refund !== null ? { code: 'refund-owed', facts: { li: refund.li, why: refund.why } } : situation === 'parked' ? { code: 'parked', facts: { note: row.parkedNote } } : (tasks.find((view) => view.task === task)?.reason ?? null),
    task, deadline: deadlineOf(loaded), ownerName: findStaff(context.db, row.owner)?.name ?? row.owner, own: row.owner === actor.staffNo, editedAt: row.editedAt,
  };
}

/** Where a case stands that owes nobody money; one that does is 退回 until the money is back. */
function situationOf(context: ConsoleContext, loaded: LoadedCase): BenchRow['situation'] {
  const { row, tasks, facts } = loaded;
  if (row.state === 'completed') return 'done';
  if (row.state === 'cancelled') return 'cancelled';
  if (tasks.some((view) => view.status === 'returned')) return 'returned';
  if (row.parkedAt !== null) return 'parked';
  const turn = turnOf(context, loaded);
  if (turn === 'carrier' || turn === 'customer') return turn;
  return turn === 'supervisor' || facts.approval === 'requested' ? 'approval' : 'mine';
}

const byDeadline = (a: BenchRow, b: BenchRow): number =>
  (a.deadline?.at ?? '9').localeCompare(b.deadline?.at ?? '9') || a.editedAt.localeCompare(b.editedAt);

/** Overdue, then today and the next three days, then later: the bars of the day column. */
function dueByDay(rows: readonly BenchRow[], today: string): Workbench['dueByDay'] {
  const days = rows.flatMap((row) => (isOver(row) || row.deadline === null ? [] : [wallTime(row.deadline.at).date]));
  const count = (accept: (day: string) => boolean): number => days.filter(accept).length;
  const near = [0, 1, 2, 3].map((offset) => addDays(today, offset));
  return [
    { day: '', count: count((day) => day < today), overdue: true },
    ...near.map((day) => ({ day, count: count((other) => other === day), overdue: false })),
    { day: 'later', count: count((day) => day > (near.at(-1) ?? today)), overdue: false },
  ];
}
