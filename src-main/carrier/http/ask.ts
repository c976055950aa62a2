import type { Result } from '#domain/result.ts';
import type { Desk } from '../desk.ts';
import type { Body } from '../store/resource-rows.ts';
import type { Caller } from './bearer.ts';
import type { Refusal } from './refusal.ts';

/** One request, checked: who, what, when by the carrier's clock. `cause` is the Idempotency-Key. */
export type Ask = {
  readonly caller: Caller;
  readonly params: Readonly<Record<string, string>>;
  readonly query: Readonly<Record<string, unknown>>;
  readonly headers: Readonly<Record<string, string | undefined>>;
  readonly body: Body;
  readonly cause: string | undefined;
  /** Aborted when the caller hung up. */
  readonly gone: AbortSignal;
  readonly at: number;
};

/** What goes back; a Buffer body is sent as it is. */
export type Answer = { readonly status: number; readonly body: unknown; readonly headers: Readonly<Record<string, string>> };

/** Decides and writes; runs inside the transaction that also stores its answer, so it must not wait. */
export type Command = (desk: Desk, ask: Ask) => Result<Answer, Refusal>;

/** Only reads; may wait (the feed does). */
export type Query = (desk: Desk, ask: Ask) => Result<Answer, Refusal> | Promise<Result<Answer, Refusal>>;
