import type { LeaseOffer } from '#domain/lease/lease-block.ts';
import type { FrozenWhy } from '#domain/lease/lease-block.ts';
import type { RestoreAnswer, RestoreNotice } from '#domain/lease/keep-lease.ts';
import type { CloseReport, PickEntry } from '#domain/lease/pick-journal.ts';

/** What a device sends; the carrier knows by the key who it is. */
export type ToCarrier = { readonly device: string } & (
  | { readonly kind: 'grant'; readonly key: string; readonly asked: number }
  | { readonly kind: 'claim'; readonly entry: PickEntry }
  | { readonly kind: 'report'; readonly report: CloseReport }
  | { readonly kind: 'renew'; readonly epoch: number }
  | { readonly kind: 'notice'; readonly notice: RestoreNotice }
);

/** What the carrier answers; serverMs is its clock. */
export type ToDevice = { readonly device: string; readonly serverMs: number } & (
  | { readonly kind: 'offer'; readonly key: string; readonly offer: LeaseOffer }
  | { readonly kind: 'claimed'; readonly entry: PickEntry; readonly honoured: boolean; readonly frozenWhy: FrozenWhy | null }
  | { readonly kind: 'reported'; readonly epoch: number }
  | { readonly kind: 'renewed'; readonly epoch: number; readonly pickUntilMs: number; readonly settleUntilMs: number }
  | { readonly kind: 'noticed'; readonly answer: RestoreAnswer }
);

/** One message somewhere between the two; it may be lost, wait, come twice and overtake. */
export type Message = { readonly to: 'carrier'; readonly body: ToCarrier } | { readonly to: 'device'; readonly body: ToDevice };
