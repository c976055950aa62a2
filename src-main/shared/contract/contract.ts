import type { z } from 'zod';
import type { Result } from '#domain/result.ts';
import { type ApprovalReplies, approvalRequests } from './approval.ts';
import { type CaseReplies, caseRequests } from './cases.ts';
import type { EventName, RequestChannel } from './channels.ts';
import { type DocumentReplies, documentRequests } from './documents.ts';
import type { Events } from './events.ts';
import type { Failure } from './failures.ts';
import { type HallReplies, hallRequests } from './hall.ts';
import { type NumberReplies, numberRequests } from './numbers.ts';
import { type PaperReplies, paperRequests } from './papers.ts';
import { type PaymentReplies, paymentRequests } from './payments.ts';
import { type PlanReplies, planRequests } from './plans.ts';
import { type SessionReplies, sessionRequests } from './session.ts';

/** The whole contract: one strict schema for each request channel. Main parses; the renderer knows only the types. */
export const requestSchemas = {
  ...sessionRequests, ...caseRequests, ...numberRequests, ...planRequests, ...paperRequests,
  ...documentRequests, ...paymentRequests, ...approvalRequests, ...hallRequests,
} as const satisfies Record<RequestChannel, z.ZodType>;

type Replies = SessionReplies & CaseReplies & NumberReplies & PlanReplies & PaperReplies & DocumentReplies & PaymentReplies & ApprovalReplies & HallReplies;

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
