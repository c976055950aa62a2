import { z } from 'zod';
import type { Role } from '#domain/staff/role.ts';

const staffNo = z.string().trim().min(1).max(20);
const password = z.string().min(1).max(200);

export const sessionRequests = {
  'setup/state': z.undefined(),
  'setup/first-start': z.strictObject({
    hallCode: z.string().trim().min(2).max(20), hallName: z.string().trim().min(2).max(40), areaCode: z.string().trim().regex(/^0\d{2,3}$/),
    region: z.string().trim().min(2).max(20), carrierUrl: z.url().max(300), deviceToken: z.string().trim().min(8).max(300),
    adminNo: staffNo, adminName: z.string().trim().min(1).max(40), adminPassword: password,
    /** The hall's PKCS#12; null where the admin imports it later. Nothing can be sealed before it is there. */
    certificate: z.strictObject({ p12: z.custom<Uint8Array>((value) => value instanceof Uint8Array && value.byteLength <= 200_000), password: z.string().max(200) }).nullable(),
  }),
  'setup/confirm-recovery-key': z.undefined(),
  'setup/recover': z.strictObject({ recoveryKey: z.string().trim().min(8).max(120) }),
  'session/state': z.undefined(),
  'session/sign-in': z.strictObject({ staffNo, password }),
  'session/sign-out': z.undefined(),
  'session/lock': z.undefined(),
  'session/unlock': z.strictObject({ password }),
  'session/touch': z.undefined(),
  'staff/list': z.undefined(),
  'staff/add': z.strictObject({ staffNo, name: z.string().trim().min(1).max(40), role: z.enum(['clerk', 'supervisor', 'auditor', 'admin']), password }),
  'staff/change-password': z.strictObject({ staffNo, password }),
  'staff/set-active': z.strictObject({ staffNo, active: z.boolean() }),
} as const;

/** A member of staff as the screen may see them. */
export type StaffView = { readonly staffNo: string; readonly name: string; readonly role: Role; readonly active: boolean };

/** What the first screen needs: which mode, whether set-up or recovery comes first, a recovery key to save once. */
export type SetupState = {
  readonly mode: 'training' | 'real';
  readonly stage: 'opening' | 'first-start' | 'needs-recovery' | 'cannot-open' | 'ready';
  /** Why the console cannot open its data (a file from a newer version, a damaged one…); nothing was changed. */
  readonly problem: { readonly code: 'future-file' | 'wrong-key' | 'damaged' | 'reference-unusable' | 'key-store-unavailable'; readonly detail: string } | null;
  /** Shown until the admin confirms that it was saved; then null for ever. */
  readonly recoveryKey: string | null;
  /** Demo staff of training mode, so that a new clerk can sign in; empty in real use. */
  readonly demoStaff: readonly { readonly staffNo: string; readonly name: string; readonly role: Role; readonly password: string }[];
  readonly hallName: string;
  readonly hallCode: string;
  /** basic_text: the system keeps no real key store (accepted unpackaged, shown in amber). */
  readonly keyStore: 'system' | 'basic_text';
  readonly version: string;
};

/** Who is signed in at this PC and how the line is. */
export type SessionState = {
  readonly staff: StaffView | null;
  readonly locked: boolean;
  readonly lockAfterMs: number;
  readonly connection: Connection;
};

/** The line to the carrier: word and facts for the top bar. */
export type Connection = {
  readonly state: 'online' | 'offline' | 'sync-failing';
  readonly since: string;
  readonly lastSyncAt: string | null;
  readonly waiting: number;
  readonly parked: number;
  /** How far the carrier's clock is ahead of this PC's (ms, negative: behind): holds end by the carrier's. */
  readonly aheadMs: number;
};
