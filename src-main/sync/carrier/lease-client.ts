import { z } from 'zod';
import type { RestoreAnswer, RestoreNotice } from '#domain/lease/keep-lease.ts';
import type { CloseReport } from '#domain/lease/pick-journal.ts';
import type { ForceRequest, HallLease, ServedLease } from '#domain/lease/served-lease.ts';
import { fail, ok, type Result } from '#domain/result.ts';
import { closeBody, forceBody, grantBody, renewBody, restoreBody } from '../bodies/lease-bodies.ts';
import type { CarrierAnswer, CarrierHttp } from './carrier-http.ts';
import { itemPath, paths } from './paths.ts';

/** offline: no answer, or not now; the same request goes out again. refused: the carrier's own word. */
export type LeaseCallFailure = { readonly code: 'offline' } | { readonly code: 'refused'; readonly carrierCode: string; readonly reason: string };

/** What is asked of the carrier about blocks; keys are minted and kept by the caller. */
export type LeaseClient = {
  /** Whether the carrier lends blocks at all (level 3). */
  readonly supported: () => Promise<Result<boolean, LeaseCallFailure>>;
  readonly grant: (size: number, key: string) => Promise<Result<ServedLease, LeaseCallFailure>>;
  readonly renew: (epoch: number, key: string) => Promise<Result<ServedLease, LeaseCallFailure>>;
  readonly read: (epoch: number) => Promise<Result<ServedLease, LeaseCallFailure>>;
  readonly ofHall: () => Promise<Result<readonly HallLease[], LeaseCallFailure>>;
  readonly close: (report: CloseReport, key: string) => Promise<Result<'closed' | 'kept', LeaseCallFailure>>;
  readonly force: (order: ForceRequest, key: string) => Promise<Result<null, LeaseCallFailure>>;
  readonly noteRestore: (notice: RestoreNotice) => Promise<Result<RestoreAnswer, LeaseCallFailure>>;
};

const requestMs = 15_000;
const time = z.string().refine((value) => !Number.isNaN(Date.parse(value))).transform((value) => Date.parse(value));
const leaseAnswer = z.object({
  leaseEpoch: z.number().int().positive(), leaseState: z.enum(['active', 'closed', 'overdue', 'forced']), frozenWhy: z.enum(['restored', 'copied', 'journal-forked']).optional(),
  reservationItem: z.array(z.object({ resource: z.object({ value: z.string().regex(/^400\d{7}$/) }) })).min(1),
  reservationPeriod: z.object({ endDateTime: time }), validFor: z.object({ endDateTime: time }),
}).transform(({ leaseEpoch, leaseState, frozenWhy, reservationItem, reservationPeriod, validFor }): ServedLease => ({
  epoch: leaseEpoch, numbers: reservationItem.map((item) => item.resource.value), pickUntilMs: reservationPeriod.endDateTime, settleUntilMs: validFor.endDateTime,
  state: leaseState, frozenWhy: frozenWhy ?? null,
}));
const hallLease = z.object({ device: z.string().min(1) }).loose().transform((body, context): HallLease => {
  const lease = leaseAnswer.safeParse(body);
  if (lease.success) return { ...lease.data, device: body.device };
  context.addIssue({ code: 'custom', message: 'no block' });
  return z.NEVER;
});
const closeAnswer = z.object({ outcome: z.enum(['closed', 'kept', 'replay']) }).transform(({ outcome }) => outcome === 'kept' ? 'kept' as const : 'closed' as const);
const restoreAnswer = z.object({ id: z.string(), epochFloor: z.number().int().nonnegative() }).transform(({ id, epochFloor }): RestoreAnswer => ({ noticeId: id, epochFloor }));

/** Name of a block on the wire. */
export const leaseId = (epoch: number): string => `lease-${epoch}`;

export function leaseClient(http: CarrierHttp): LeaseClient {
  const send = (method: 'POST' | 'PATCH', path: string, key: string, body: unknown): Promise<CarrierAnswer> => http({ method, path, key, body: JSON.stringify(body), timeoutMs: requestMs });
  return {
    supported: async () => understood(await http({ method: 'GET', path: paths.capability, timeoutMs: requestMs }), z.object({ levels: z.array(z.string()).catch([]) }).transform(({ levels }) => levels.includes('L3'))),
    grant: async (size, key) => understood(await send('POST', paths.reservation, key, grantBody(size)), leaseAnswer),
    renew: async (epoch, key) => understood(await send('PATCH', itemPath(paths.reservation, leaseId(epoch)), key, renewBody), leaseAnswer),
    read: async (epoch) => understood(await http({ method: 'GET', path: itemPath(paths.reservation, leaseId(epoch)), timeoutMs: requestMs }), leaseAnswer),
    ofHall: async () => understood(await http({ method: 'GET', path: `${paths.reservation}?@type=NumberBlockLease&limit=100`, timeoutMs: requestMs }), z.array(hallLease)),
    close: async (report, key) => understood(await send('POST', paths.cancelReservation, key, closeBody(report, leaseId(report.epoch), key)), closeAnswer),
    force: async (order, key) => understood(await send('POST', paths.cancelReservation, key, forceBody(order, leaseId(order.epoch), key)), z.unknown().transform(() => null)),
    noteRestore: async (notice) => understood(await send('POST', paths.restoreNotice, notice.noticeId, restoreBody(notice)), restoreAnswer),
  };
}

function understood<T>(answer: CarrierAnswer, schema: z.ZodType<T>): Result<T, LeaseCallFailure> {
  if (answer.kind === 'no-answer') return fail({ code: 'offline' });
  if (answer.status >= 300) {
    const passing = [401, 408, 425, 429].includes(answer.status) || answer.status >= 500 || answer.code === 'idempotencyInProgress';
    return fail(passing ? { code: 'offline' } : { code: 'refused', carrierCode: answer.code ?? `http-${answer.status}`, reason: answer.reason });
  }
  const read = schema.safeParse(answer.json);
  return read.success ? ok(read.data) : fail({ code: 'refused', carrierCode: 'answer-not-understood', reason: '' });
}
