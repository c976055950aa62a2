import { sweepApprovals } from '../approvals/approval-flow.ts';
import type { Desk } from '../desk.ts';
import { sweepUnsettled } from '../leases/end-lease.ts';
import { sweepExpired } from '../pool/reservations.ts';
import { workOnDueOrders } from './activation-worker.ts';

/** What runs by itself: expiry of holds and approval requests, leases that were never reported, and activation. */
export type Clockwork = { readonly wake: () => void; readonly stop: () => void };

const longestPauseMs = 1000;
const shortestPauseMs = 2;

/** Sleeps until the next thing is due (a second at most) and is woken by each commit, since it may bring what an order waits for. */
export function startClockwork(desk: Desk, report: (error: unknown) => void): Clockwork {
  let timer: NodeJS.Timeout | undefined;
  let planned = Infinity;
  let working = false;
  let stopped = false;
  const plan = (pause: number): void => {
    const at = performance.now() + pause;
    if (stopped || at >= planned) return;
    clearTimeout(timer);
    planned = at;
    timer = setTimeout(run, pause);
  };
  const run = (): void => {
    working = true;
    planned = Infinity;
    try {
      sweepExpired(desk);
      sweepUnsettled(desk);
      sweepApprovals(desk);
      workOnDueOrders(desk);
    } catch (error) {
      report(error);
    } finally {
      working = false;
    }
    const due = [desk.store.orderWork.nextDue(), desk.store.numbers.nextExpiry(), desk.store.leases.nextSettle()].filter((at) => at !== null);
    plan(Math.min(longestPauseMs, Math.max(shortestPauseMs, Math.min(...due) - desk.now())));
  };
  const wake = (): void => { if (!working) plan(shortestPauseMs); };
  const unsubscribe = desk.store.onCommit(wake);
  plan(0);
  return {
    wake,
    stop() {
      stopped = true;
      unsubscribe();
      clearTimeout(timer);
    },
  };
}
