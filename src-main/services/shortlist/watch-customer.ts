import type { RequestChannel } from '#contract/channels.ts';
import type { CustomerDesk } from './customer-desk.ts';

/** The clerk turned to something else: the customer's numbers are taken away. */
const ends: readonly RequestChannel[] = ['session/sign-in', 'session/sign-out', 'session/lock', 'cases/create'];
/** The case itself is put away. */
const endsOwn: readonly RequestChannel[] = ['cases/park', 'cases/cancel', 'activation/submit'];
/** What a listed number's state, a plan's cost or a call's way depends on. */
const changes: readonly RequestChannel[] = [
  'numbers/hold', 'numbers/extend', 'numbers/release', 'numbers/pick-provisional', 'shortlist/add', 'shortlist/drop', 'shortlist/order', 'shortlist/extend',
  'cases/save-form', 'plans/compare', 'plans/import-calls', 'plans/forget-calls', 'plans/choose',
];

/** Keeps the customer's window true to what the clerk does: call it after each request that was done. */
export function watchCustomer(customer: CustomerDesk): (channel: RequestChannel, request: unknown) => Promise<void> {
  return async (channel, request) => {
    const caseId = (request as { readonly caseId?: unknown } | undefined)?.caseId;
    const isShown = typeof caseId === 'string' && customer.isShown(caseId);
    if (ends.includes(channel) || (channel === 'cases/open' && !isShown) || (endsOwn.includes(channel) && isShown)) customer.close();
    else if (isShown && typeof caseId === 'string' && changes.includes(channel)) await customer.refresh(caseId);
  };
}
