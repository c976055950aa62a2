import { z } from 'zod';
import type { EntryKind, Mismatch } from '#domain/till/match-three-ways.ts';
import type { CashCount } from '#domain/till/count-cash.ts';
import type { TenderKind } from '#domain/till/tender.ts';
import { besideSchema } from './payments.ts';

const shiftId = z.uuid();
const li = z.number().int().min(0).max(100_000_000_000);
const net = z.number().int().min(-100_000_000_000).max(100_000_000_000);
/** A day that a hall can have kept a shift on. */
const day = z.iso.date().refine((date) => date >= '2000-01-01' && date <= '2999-12-31', 'no day of a shift');
const note = z.string().trim().max(200);

export const tillRequests = {
  'till/state': z.undefined(),
  'till/open': z.strictObject({ floatLi: li }),
  'till/shift': z.strictObject({ shiftId }),
  /** A blind count: what is expected is told only after it. `pieces` by face in fen; `looseLi` coins counted as an amount; the others are what their slips come to, less than nothing where more went back. Slips that differ from their entry name it. */
  'till/count': z.strictObject({
    shiftId, cash: z.strictObject({ pieces: z.record(z.string().regex(/^\d{1,5}$/), z.number().int().min(0).max(100_000)), looseLi: li }),
    others: z.strictObject({ pos: net, wechat: net, alipay: net, transfer: net, collection: net }),
    slips: z.array(z.strictObject({ entryId: z.uuid(), li: net })).max(500).readonly(),
  }),
  /** Several at once where the same is said of them: an afternoon without a line is signed for once. All or none. */
  'till/explain': z.strictObject({ shiftId, mismatchIds: z.array(z.string().min(1).max(120)).min(1).max(1000).readonly(), action: z.enum(['in-transit', 'explained']), note, supervisor: besideSchema.nullable() }),
  /** `supervisor` where the count differs beyond the tolerance, or the shift is somebody else's (forgotten). */
  'till/close': z.strictObject({ shiftId, note, depositLi: li, depositBag: z.string().trim().max(40), supervisor: besideSchema.nullable() }),
  'till/list': z.strictObject({ from: day.nullable(), to: day.nullable() }),
  /** Asks the carrier what it holds of this shift; offline what is known stays. */
  'till/ask-carrier': z.strictObject({ shiftId }),
  /** The shift as XLSX where the clerk chooses. */
  'till/export': z.strictObject({ shiftId }),
} as const;

/** A shift in lists. `differenceLi` is counted less expected, after the count. */
export type ShiftRow = {
  readonly shiftId: string; readonly shiftNo: string; readonly staffNo: string; readonly staffName: string; readonly openedAt: string; readonly closedAt: string | null;
  readonly state: 'open' | 'counted' | 'closed'; readonly entries: number; readonly floatLi: number; readonly differenceLi: number | null; readonly lateItems: number; readonly sheetPaperId: string | null;
};

/** The drawer of this PC. One shift is open at a time. */
export type TillState = {
  readonly shift: ShiftRow | null;
  /** Whose it is decides what can be done: own, somebody else's, or own and longer open than the policy allows. */
  readonly standing: 'none' | 'own' | 'of-another' | 'too-old';
  readonly floatProposedLi: number;
  readonly recent: readonly ShiftRow[];
  /** Cases of this PC whose money should go back today. */
  readonly refunds: readonly { readonly caseId: string; readonly caseNo: string; readonly company: string; readonly li: number; readonly why: 'activation-rejected' | 'order-cancelled' | 'plan-cheaper' }[];
};

/** One movement of money in a shift; outgoing ones are negative. Amounts null while the count is still blind. */
export type TillEntry = {
  readonly entryId: string; readonly kind: EntryKind; readonly at: string; readonly receiptNo: string; readonly caseId: string; readonly caseNo: string; readonly company: string; readonly tender: TenderKind;
  readonly reference: string; readonly li: number | null; readonly slipLi: number | null; readonly caseLi: number | null; readonly carrierLi: number | null;
  readonly carrier: 'not-sent' | 'waiting' | 'accepted' | 'parked';
  /** Booked to this shift after it was closed. */
  readonly late: boolean;
};

/** A line of the three-way table; cash without the float, so that the four can be compared. Null while blind. */
export type MethodLine = { readonly tender: TenderKind; readonly drawerLi: number | null; readonly expectedLi: number | null; readonly casesLi: number | null; readonly carrierLi: number | null };

/** A mismatch with what was said about it. */
export type MismatchView = Mismatch & {
  readonly caseNo: string; readonly company: string;
  readonly explained: { readonly action: 'in-transit' | 'explained'; readonly note: string; readonly at: string; readonly by: string; readonly authorisedBy: string | null } | null;
  readonly needs: 'nothing' | 'supervisor';
};

/** A shift with everything needed to count and close it; people by their names. */
export type ShiftView = ShiftRow & {
  readonly desk: number;
  readonly closedBy: string | null;
  readonly authorisedBy: string | null;
  readonly note: string;
  /** The latest, if no money moved since: then it is as good as none. */
  readonly count: { readonly at: string; readonly by: string; readonly attempt: number; readonly cash: CashCount; readonly others: Readonly<Record<Exclude<TenderKind, 'cash'>, number>> } | null;
  readonly methods: readonly MethodLine[];
  readonly rows: readonly TillEntry[];
  readonly mismatches: readonly MismatchView[];
  /** Not counted, but told: promised transfers, voids, receipts of the shift, papers not yet sent. */
  readonly facts: { readonly awaitedLi: number; readonly receipts: number; readonly voids: number; readonly refunds: number; readonly unsent: number; readonly parked: number; readonly reprints: number; readonly approvalsOpen: number; readonly firstReceipt: string | null; readonly lastReceipt: string | null; readonly gapless: boolean };
  /** Money of this shift that arrived when it was closed: no part of `methods`. */
  readonly late: readonly TillEntry[];
  /** Late money of earlier shifts whose receipts were written in this one. */
  readonly carriedIn: readonly TillEntry[];
  /** Of the cash; slips have exact amounts. */
  readonly toleranceLi: number;
  /** Why it cannot be closed yet, in the order of doing. */
  readonly blockers: readonly ('not-counted' | 'unexplained' | 'supervisor')[];
  readonly deposit: { readonly li: number; readonly bag: string; readonly floatLeftLi: number } | null;
  /** What to put into the safe so that the float stays. */
  readonly depositProposedLi: number | null;
};
