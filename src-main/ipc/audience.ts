import type { EventName, RequestChannel } from '#contract/channels.ts';

/** Who sits before a window: the clerk, or the customer. */
export type Audience = 'console' | 'customer';

/** The customer's window may ask for what it shows and for nothing else. */
export const mayAsk = (audience: Audience, channel: RequestChannel): boolean => audience === 'console' || channel === 'customer/scene';

/** What is pushed to the customer's window goes there only, and nothing else does. */
export const hears = (audience: Audience, name: EventName): boolean => (audience === 'customer') === (name === 'customer/changed');
