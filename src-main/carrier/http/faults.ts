/** Faults that tests and training order, each for a counted number of times; in memory only. */
export type Faults = ReturnType<typeof createFaults>;

/** What happens to the next order, and what it says. */
export type OrderFault = { readonly code: string; readonly reason: string };

/** Kinds that concern an order: rejected at the door, held, or failed near the end. */
export type OrderFaultKind = 'refuse' | 'hold' | 'fail';

/** Kinds that concern the line. */
export type LineFault =
  | { readonly kind: 'delay'; readonly ms: number; readonly times: number }
  | { readonly kind: 'unavailable'; readonly retryAfterSeconds: number; readonly times: number }
  | { readonly kind: 'drop'; readonly times: number };

/** An empty set of faults. */
export function createFaults() {
  let orders: readonly { readonly kind: OrderFaultKind; readonly fault: OrderFault; readonly orderId: string | undefined }[] = [];
  const line = new Map<LineFault['kind'], LineFault>();
  const take = <K extends LineFault['kind']>(kind: K): Extract<LineFault, { kind: K }> | undefined => {
    const fault = line.get(kind);
    if (!fault) return undefined;
    if (fault.times > 1) line.set(kind, { ...fault, times: fault.times - 1 });
    else line.delete(kind);
    return fault as Extract<LineFault, { kind: K }>;
  };
  return {
    /** For one order, or for the next that is placed. */
    addOrderFault(kind: OrderFaultKind, fault: OrderFault, orderId?: string) {
      orders = [...orders, { kind, fault, orderId }];
    },
    /** A new order takes on the first fault of each kind that waits for the next order. */
    meetOrder(orderId: string) {
      for (const kind of ['refuse', 'hold', 'fail'] as const) {
        const waiting = orders.find((one) => one.kind === kind && one.orderId === undefined);
        orders = orders.map((one) => one === waiting ? { ...one, orderId } : one);
      }
    },
    takeOrderFault(kind: OrderFaultKind, orderId: string): OrderFault | undefined {
      const found = orders.find((one) => one.kind === kind && one.orderId === orderId);
      orders = orders.filter((one) => one !== found);
      return found?.fault;
    },
    setLineFault: (fault: LineFault) => line.set(fault.kind, fault),
    takeLineFault: take,
    clear() {
      orders = [];
      line.clear();
    },
  };
}
