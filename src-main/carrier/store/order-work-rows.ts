import type { CarrierDatabase } from './open-store.ts';

/** What the activation worker does next with an order: begin it, wait for what is missing, finish it, or nothing while held. */
export type OrderStep = 'begin' | 'wait' | 'finish' | 'held';

/** One order the worker has not finished with. */
export type OrderWork = { readonly orderId: string; readonly step: OrderStep; readonly dueAt: number };

/** Rows of `order_work`. */
export function orderWorkRows(database: CarrierDatabase) {
  const columns = 'order_id AS orderId, step, due_at AS dueAt';
  const put = database.prepare('INSERT INTO order_work (order_id, step, due_at) VALUES (?, ?, ?) ON CONFLICT (order_id) DO UPDATE SET step = excluded.step, due_at = excluded.due_at');
  const find = database.prepare<[string], OrderWork>(`SELECT ${columns} FROM order_work WHERE order_id = ?`);
  const due = database.prepare<[number], OrderWork>(`SELECT ${columns} FROM order_work WHERE step IN ('begin', 'wait', 'finish') AND due_at <= ? ORDER BY due_at`);
  const next = database.prepare<[], { at: number | null }>("SELECT min(due_at) AS at FROM order_work WHERE step IN ('begin', 'finish')");
  const remove = database.prepare('DELETE FROM order_work WHERE order_id = ?');
  return {
    put: (work: OrderWork) => put.run(work.orderId, work.step, work.dueAt),
    find: (orderId: string) => find.get(orderId),
    due: (now: number) => due.all(now),
    nextDue: () => next.get()?.at ?? null,
    remove: (orderId: string) => remove.run(orderId),
  };
}
