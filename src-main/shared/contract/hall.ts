import { z } from 'zod';
import type { RoutingLimits } from '#domain/policy.ts';
import type { RegionTable } from '#domain/routing/region-table.ts';

export const hallRequests = {
  'reference/read': z.undefined(),
  'policy/save': z.strictObject({
    lockAfterMinutes: z.number().int().min(2).max(15), sealedScanRequired: z.boolean(), numbersPerOrganisation: z.number().int().min(1).max(100),
    holdsPerClerk: z.number().int().min(1).max(200), holdsPerHall: z.number().int().min(1).max(2000), holdsPerCustomer: z.number().int().min(1).max(100), defaultPrinter: z.string().max(200).nullable(),
  }),
  'certificate/state': z.undefined(),
  'certificate/import': z.strictObject({ p12: z.custom<Uint8Array>((value) => value instanceof Uint8Array && value.byteLength <= 200_000), password: z.string().max(200) }),
  'print/printers': z.undefined(),
  'print/choose-printer': z.strictObject({ name: z.string().max(200) }),
  'print/submit': z.strictObject({ paperId: z.uuid(), printer: z.string().max(200), copies: z.number().int().min(1).max(10), reason: z.string().max(200) }),
  'print/jobs': z.strictObject({ caseId: z.uuid().nullable() }),
} as const;

/** Facts the screens need from resources/reference, read once. */
export type ReferenceView = {
  readonly grades: readonly { readonly grade: number; /** In 营业厅标准, as is the prepayment. */ readonly minimumLi: number; readonly floorLi: number; readonly prepayLi: number; readonly termMonths: number }[];
  readonly gradesVersion: string;
  readonly gradesConfirmed: boolean;
  readonly policy: { readonly lockAfterMinutes: number; readonly sealedScanRequired: boolean; readonly numbersPerOrganisation: number; readonly holdsPerClerk: number; readonly holdsPerHall: number; readonly holdsPerCustomer: number; readonly cutOff: string; readonly defaultPrinter: string | null };
  readonly purposes: readonly string[];
  readonly routing: RoutingLimits;
  readonly regions: RegionTable;
  readonly hall: { readonly code: string; readonly name: string; readonly region: string; readonly areaCode: string };
};

/** The hall's sealing certificate. */
export type CertificateState = { readonly present: boolean; readonly subject: string | null; readonly issuer: string | null; readonly validTo: string | null; readonly training: boolean; readonly fingerprint: string | null };

/** A system printer. */
export type PrinterView = { readonly name: string; readonly state: 'idle' | 'busy' | 'stopped' | 'unknown'; readonly note: string; readonly isDefault: boolean };

/** One print job and where it stands; `left-queue` is never called printed. */
export type PrintJobView = {
  readonly jobId: string;
  readonly paperId: string;
  readonly documentNo: string;
  readonly printer: string;
  readonly copies: number;
  readonly state: 'queued' | 'submitted' | 'printing' | 'left-queue' | 'failed' | 'cancelled';
  readonly copyNo: number;
  readonly reprint: boolean;
  readonly note: string;
  readonly at: string;
};
