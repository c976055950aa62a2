import type { z } from 'zod';
import type { Result } from '#domain/result.ts';
import { approvalRequests } from './approval.ts';
import { caseRequests } from './cases.ts';
import { catalogueRequests } from './catalogue.ts';
import { codeRequests } from './codes.ts';
import type { EventName, RequestChannel } from './channels.ts';
import { documentRequests } from './documents.ts';
import type { Events } from './events.ts';
import type { Failure } from './failures.ts';
import { hallRequests } from './hall.ts';
import { leaseRequests } from './leases.ts';
import { numberRequests } from './numbers.ts';
import { paperRequests } from './papers.ts';
import { paymentRequests } from './payments.ts';
import { planRequests } from './plans.ts';
import { routingRequests } from './routing.ts';
import type { Replies } from './replies.ts';
import { ruleRequests } from './rules.ts';
import { sessionRequests } from './session.ts';
import { shortlistRequests } from './shortlist.ts';
import { tillRequests } from './till.ts';

/** The whole contract: one strict schema for each request channel. Main parses; the renderer knows only the types. */
export const requestSchemas = {
  ...sessionRequests, ...caseRequests, ...numberRequests, ...planRequests, ...routingRequests, ...paperRequests,
  ...documentRequests, ...paymentRequests, ...approvalRequests, ...hallRequests,
  ...codeRequests, ...ruleRequests, ...shortlistRequests, ...leaseRequests, ...catalogueRequests, ...tillRequests,
} as const satisfies Record<RequestChannel, z.ZodType>;

/** What a channel is asked with. */
export type Request<C extends RequestChannel> = z.output<(typeof requestSchemas)[C]>;

/** What a channel answers when it did not fail. */
export type Reply<C extends RequestChannel> = Replies[C];

/** What crosses the door as the answer: a value, or a failure with a code. */
export type Answer<C extends RequestChannel> = Result<Reply<C>, Failure>;

/** What a push carries. */
export type Event<N extends EventName> = Events[N];

/** The one global that the preload gives the page. */
export type CounterBridge = {
  readonly invoke: <C extends RequestChannel>(channel: C, request: Request<C>) => Promise<Answer<C>>;
  readonly subscribe: <N extends EventName>(name: N, listener: (event: Event<N>) => void) => () => void;
  readonly ready: () => void;
};
