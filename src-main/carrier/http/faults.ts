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
  const orders = new Map<OrderFaultKind, OrderFault[]>();
  const line = new Map<LineFault['kind'], LineFault>();
  const take = <K extends LineFault['kind']>(kind: K): Extract<LineFault, { kind: K }> | undefined => {
    const fault = line.get(kind);
    if (!fault) return undefined;
    if (fault.times > 1) line.set(kind, { ...fault, times: fault.times - 1 });
    else line.delete(kind);
    return fault as Extract<LineFault, { kind: K }>;
  };
  return {
    addOrderFault: (kind: OrderFaultKind, fault: OrderFault) => orders.set(kind, [...(orders.get(kind) ?? []), fault]),
    takeOrderFault: (kind: OrderFaultKind): OrderFault | undefined => orders.get(kind)?.shift(),
    setLineFault: (fault: LineFault) => line.set(fault.kind, fault),
    takeLineFault: take,
    clear() {
      orders.clear();
      line.clear();
    },
  };
}
