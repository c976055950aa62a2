import type { Event } from '#contract/contract.ts';
import type { EventName } from '#contract/channels.ts';
import type { Connection } from '#contract/session.ts';
import type { CustomerScene } from '#contract/shortlist.ts';
import type { Instant } from '#domain/calendar/shanghai-time.ts';
import type { Result } from '#domain/result.ts';
import type { Role } from '#domain/staff/role.ts';
import type { CatalogueOutcome } from '#domain/tariff/carrier-catalogue.ts';
import type { Printer } from '../devices/printer.ts';
import type { PaperOffice } from '../documents/paper-office.ts';
import type { Watermark } from '../imaging/watermark.ts';
import type { Log } from '../log/log.ts';
import type { Pool } from '../pool/open-pool.ts';
import type { Reference } from '../reference/load-reference.ts';
import type { Db } from '../store/db.ts';
import type { CarrierPayment } from '../store/tables/carrier-payment-rows.ts';
import type { CallOffice } from './plans/calls/call-office.ts';
import type { DeviceSide } from './leases/device-life.ts';
import type { LeaseLine } from './leases/lease-line.ts';
import type { Vault } from '../vault/vault.ts';

/** Everything a service works with. Time, ids and the line to the carrier are handed in, so every test is exact. */
export type ConsoleContext = {
  readonly mode: 'training' | 'real';
  readonly version: string;
  readonly db: Db;
  readonly now: () => Instant;
  readonly newId: () => string;
  readonly reference: Reference;
  readonly pool: Pool;
  readonly vault: Vault;
  readonly papers: PaperOffice;
  readonly calls: CallOffice;
  readonly printer: Printer;
  readonly watermark: Watermark;
  readonly line: CarrierLine;
  readonly log: Log;
  readonly emit: <N extends EventName>(name: N, event: Event<N>) => void;
  /** Writes bytes where the clerk chooses; null when they cancelled. */
  readonly saveAs: (fileName: string, bytes: Uint8Array) => Promise<string | null>;
  /** The second window, turned to the customer. */
  readonly customerWindow: CustomerWindow;
  /** This machine's key and side file; and the boot that the life of this database is in. */
  readonly device: DeviceSide;
  readonly bootId: string;
  /** A number was taken from a block: after the commit. */
  readonly leaseChanged: () => void;
  /** True once the console is being closed: background work stops touching the database. */
  readonly closing: () => boolean;
  /** Cost of password hashing; lower in tests only. */
  readonly passwordCost: number;
};

/** The customer's window as services see it: it shows a scene, or it is not there. */
export type CustomerWindow = { readonly show: (scene: CustomerScene) => void; readonly close: () => void };

/** Who asks: the person signed in at this PC. */
export type Actor = { readonly staffNo: string; readonly name: string; readonly role: Role };

/** The hall as set up at first start. */
export type Hall = {
  readonly code: string; readonly name: string; readonly branchName: string; readonly city: string; readonly region: string; readonly regionCode: string;
  readonly areaCode: string; readonly serviceLine: string; /** Number of this desk (台席) in the hall, 1 to 99: keeps PCs apart that number without the network. */ readonly desk: number;
};

/** Why a call to the carrier did not give what was asked. */
export type LineFailure =
  | { readonly code: 'offline' } | { readonly code: 'taken' } | { readonly code: 'over' } | { readonly code: 'limit'; readonly of: 'hall' | 'customer'; readonly limit: number }
  | { readonly code: 'refused'; readonly reason: string };

/** A hold as the carrier granted it; it ends by the carrier's clock. */
export type GrantedHold = { readonly reservationId: string; readonly expiresAt: Instant };

/** The line to the carrier as services see it: immediate calls at the counter, and the outbox behind them. */
export type CarrierLine = {
  readonly hold: (request: HoldRequest, kind: 'browse' | 'case') => Promise<Result<GrantedHold, LineFailure>>;
  /** Makes a browse hold (`reservationId`) the hold of its case. */
  readonly upgrade: (request: HoldRequest) => Promise<Result<GrantedHold, LineFailure>>;
  readonly extend: (reservationId: string, key: string) => Promise<Result<GrantedHold, LineFailure>>;
  readonly release: (reservationId: string, key: string) => Promise<Result<null, LineFailure>>;
  /** The bytes of a scan that another PC of the hall filed. */
  readonly fetchScan: (documentId: string) => Promise<Result<Uint8Array, LineFailure>>;
  /** Which of these receipts and vouchers the carrier has, and with what amount; those it has not are left out. */
  readonly moneyHeld: (correlatorIds: readonly string[]) => Promise<Result<readonly CarrierPayment[], LineFailure>>;
  /** Asks the carrier for its catalogue and takes it; waits for the answer. */
  readonly askCatalogue: () => Promise<CatalogueOutcome>;
  /** Blocks of numbers lent to this PC. */
  readonly leases: LeaseLine;
  readonly connection: () => Connection;
  /** What time the carrier has, as far as this PC knows: what counts for the end of a hold. */
  readonly carrierNow: () => Instant;
  /** Something was appended to the outbox. */
  readonly wake: () => void;
};

/** What a hold names: the number, the case and its customer, and who asks. */
export type HoldRequest = {
  readonly reservationId: string; readonly key: string; readonly digits: string; readonly caseId: string; readonly caseNo: string;
  readonly customerId: string; readonly customerName: string; readonly staffNo: string; readonly hallCode: string;
};
