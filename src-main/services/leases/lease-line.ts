import type { RestoreAnswer, RestoreNotice } from '#domain/lease/keep-lease.ts';
import type { CloseReport } from '#domain/lease/pick-journal.ts';
import type { ForceRequest, HallLease, ServedLease } from '#domain/lease/served-lease.ts';
import type { Result } from '#domain/result.ts';

/** offline: no answer, or not now; the same request goes out again. refused: the carrier's own word. */
export type LeaseLineFailure = { readonly code: 'offline' } | { readonly code: 'refused'; readonly carrierCode: string; readonly reason: string };

/** What services ask of the carrier about blocks; keys are minted and kept here. */
export type LeaseLine = {
  readonly supported: () => Promise<Result<boolean, LeaseLineFailure>>;
  readonly grant: (size: number, key: string) => Promise<Result<ServedLease, LeaseLineFailure>>;
  readonly renew: (epoch: number, key: string) => Promise<Result<ServedLease, LeaseLineFailure>>;
  readonly read: (epoch: number) => Promise<Result<ServedLease, LeaseLineFailure>>;
  readonly ofHall: () => Promise<Result<readonly HallLease[], LeaseLineFailure>>;
  readonly close: (report: CloseReport, key: string) => Promise<Result<'closed' | 'kept', LeaseLineFailure>>;
  readonly force: (order: ForceRequest, key: string) => Promise<Result<null, LeaseLineFailure>>;
  readonly noteRestore: (notice: RestoreNotice) => Promise<Result<RestoreAnswer, LeaseLineFailure>>;
};
