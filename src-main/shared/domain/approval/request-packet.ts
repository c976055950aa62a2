import type { Instant } from '../calendar/shanghai-time.ts';
import type { Hands } from './may-decide.ts';

/** A scan that the decision looks at; its bytes travel apart. */
export type PacketScan = { readonly documentId: string; readonly kind: string; readonly sha256: string };

/** A request for a special number as another PC sees it: carried as text, or held by the carrier as a task. Identity numbers are masked. */
export type RequestPacket = Hands & {
  /** The approval's id; a decision answers exactly this one. */
  readonly requestId: string;
  readonly caseId: string;
  readonly caseNo: string;
  readonly hallCode: string;
  /** The canonical text of `approvalBinding`, and its SHA-256. */
  readonly binding: string;
  readonly bindingHash: string;
  readonly reason: string;
  readonly purpose: string;
  readonly legalName: string;
  readonly handler: string;
  /** Numbers the customer holds already, of how many: as the asking PC counted. */
  readonly numbersHeld: string;
  readonly termMonths: number;
  readonly requestedByName: string;
  readonly requestedAt: Instant;
  /** When the hold of the number ends; null for a pick without one. */
  readonly deadline: Instant | null;
  readonly scans: readonly PacketScan[];
};
