import { attachmentRows } from './attachment-rows.ts';
import { eventRows } from './event-rows.ts';
import { idempotencyRows } from './idempotency-rows.ts';
import { leaseRows } from './lease-rows.ts';
import { numberRows } from './number-rows.ts';
import { openStore } from './open-store.ts';
import { orderWorkRows } from './order-work-rows.ts';
import { resourceRows } from './resource-rows.ts';
import { settingRows } from './setting-rows.ts';

/** All tables of the carrier and the one way to write to them. */
export type CarrierStore = ReturnType<typeof carrierStore>;

/** Opens the file and prepares every statement. */
export function carrierStore(file: string, key: string | undefined) {
  const database = openStore(file, key);
  const committed = new Set<() => void>();
  return {
    resources: resourceRows(database),
    numbers: numberRows(database),
    leases: leaseRows(database),
    attachments: attachmentRows(database),
    idempotency: idempotencyRows(database),
    events: eventRows(database),
    orderWork: orderWorkRows(database),
    settings: settingRows(database),
    /** Runs in one transaction (a savepoint when inside one); rolled back when it throws. */
    write<T>(work: () => T): T {
      const outermost = !database.inTransaction;
      const value = database.transaction(work).immediate();
      if (outermost) for (const listener of committed) listener();
      return value;
    },
    /** Called after each outermost commit. */
    onCommit: (listener: () => void): (() => void) => {
      committed.add(listener);
      return () => committed.delete(listener);
    },
    close: () => database.close(),
  };
}
