import type { Connection, SessionState } from './session.ts';
import type { PrintJobView } from './hall.ts';
import type { LeaseView } from './leases.ts';
import type { PoolStatus } from './numbers.ts';
import type { CustomerScene } from './shortlist.ts';

/** What each push carries. A case push names the case only: the screen asks again. */
export type Events = {
  readonly 'case/changed': { readonly caseId: string; readonly cause: 'carrier' | 'outbox' | 'clock' | 'approval' };
  readonly 'connection/changed': Connection;
  readonly 'outbox/changed': { readonly waiting: number; readonly parked: number };
  readonly 'session/changed': SessionState;
  readonly 'print/changed': PrintJobView;
  readonly 'pool/changed': PoolStatus;
  /** To the customer's window only. */
  readonly 'customer/changed': CustomerScene;
  readonly 'lease/changed': LeaseView;
  /** The queue has changed: ask again. */
  readonly 'approval/changed': null;
  /** A shift or its money has changed: ask again. */
  readonly 'till/changed': null;
  /** Another catalogue is in force: ask again. */
  readonly 'catalogue/changed': null;
};
