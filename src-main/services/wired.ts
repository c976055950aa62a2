import type { RequestChannel } from '#contract/channels.ts';
import type { Answer, Request } from '#contract/contract.ts';
import { ok, type Result } from '#domain/result.ts';
import type { Action } from '#domain/staff/role.ts';
import type { Actor } from './console-context.ts';

/** Channels answered before there is a database: see `setup.ts`. */
export type SetupChannel = Extract<RequestChannel, `setup/${string}`>;
/** Every other channel: a service answers it. */
export type ServiceChannel = Exclude<RequestChannel, SetupChannel>;

/**
 * Who may call a channel. `anyone`: before sign-in; `signed-in`: also while locked; an action: signed in, unlocked, and the
 * role may do it (shared/domain/staff/role.ts).
 */
export type Needs = 'anyone' | 'signed-in' | 'unlocked' | Action;

type Service<C extends ServiceChannel> = (request: Request<C>, actor: Actor) => Answer<C> | Promise<Answer<C>>;
/** A channel with its service and who may call it. */
export type Wired<C extends ServiceChannel> = { readonly needs: Needs; readonly run: Service<C> };

export const wired = <C extends ServiceChannel>(needs: Needs, run: Service<C>): Wired<C> => ({ needs, run });
export const value = <T>(result: T): Result<T, never> => ok(result);
