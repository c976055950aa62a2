import { z } from 'zod';
import type { Caller } from '#domain/routing/caller.ts';
import type { ListEntry, RoutingForm } from '#domain/routing/routing-form.ts';
import type { TestCallSetup } from '#domain/routing/test-calls/run-test-call.ts';

const caseId = z.uuid();
const id = z.string().min(1).max(40);
const goal = z.string().max(40);
const clock = z.string().regex(/^\d{2}:\d{2}$/);
const name = z.string().max(40);
const region = z.string().max(40);
const percent = z.number().int().min(0).max(100);
const cap = z.number().int().min(0).max(10_000_000).nullable();
const keys = z.array(z.string().regex(/^[\d*#]$/).nullable()).max(40).readonly();
const entries = z.array(z.strictObject({ kind: z.enum(['number', 'prefix', 'area-code']), pattern: z.string().max(40), from: clock.optional(), to: clock.optional() })).max(10_000).readonly();

const caller = z.strictObject({
  digits: z.string().max(20), lineKind: z.enum(['landline', 'mobile', 'other']), areaCode: z.string().max(5).nullable(), city: z.string().max(10).nullable(), province: z.string().max(10).nullable(),
});

const outcome = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('answered'), destinationId: id, groupId: id }),
  z.strictObject({ kind: z.enum(['voicemail', 'fax']) }),
  z.strictObject({ kind: z.literal('announcement'), reason: z.enum(['closed', 'busy', 'no-answer']) }),
  z.strictObject({ kind: z.literal('refused'), reason: z.enum(['monthly-cap', 'not-open', 'black-list', 'not-white-listed', 'region-denied', 'region-not-allowed', 'password', 'concurrent-cap']) }),
  z.strictObject({ kind: z.literal('nobody'), reason: z.enum(['goal-unknown', 'group-empty', 'menu-depth']) }),
]);

/** What is tried: a test call before it was run. */
export const trialSetup = z.strictObject({
  callerText: z.string().max(60), caller, date: z.iso.date(), time: clock, busy: z.array(id).max(100).readonly(), silent: z.array(id).max(100).readonly(), keys, knowsPassword: z.boolean(),
}) satisfies z.ZodType<TestCallSetup>;

const testCall = trialSetup.extend({
  id,
  result: z.strictObject({ outcome, ringing: z.array(z.array(id).max(100).readonly()).max(400).readonly(), ruleId: id.nullable() }),
});

/** The acceptance form is saved whole: its parts cite each other by id. The domain checks its sense. */
export const routingForm = z.strictObject({
  destinations: z.array(z.strictObject({
    id, number: z.string().max(40), ownerName: z.string().max(200), ownerKind: z.enum(['unit', 'legal-person', 'employee', 'related-unit']),
    proof: z.enum(['none', 'bill', 'contract', 'letter']), proofMonth: z.string().max(10), ownerIdNumber: z.string().max(60).optional(),
    terminal: z.enum(['phone', 'switchboard', 'fax']), capacity: z.number().int().min(0).max(1000),
  })).max(100).readonly(),
  groups: z.array(z.strictObject({
    id, name, strategy: z.enum(['roundRobin', 'priority', 'random', 'ringAll', 'percentage']), destinationIds: z.array(id).max(100).readonly(),
    shares: z.array(percent).max(100).readonly(), onBusy: goal, onNoAnswer: goal,
  })).max(40).readonly(),
  menus: z.array(z.strictObject({
    id, name, keys: z.array(z.strictObject({ key: z.string().max(2), label: name, goal })).max(40).readonly(), operator: goal, onTimeout: goal, tries: z.number().int().min(0).max(20), onInvalid: goal,
  })).max(40).readonly(),
  rules: z.array(z.strictObject({
    id, name, days: z.enum(['weekdays', 'workdays', 'restdays', 'holidays', 'makeUpDays', 'dates']), weekdays: z.array(z.number().int().min(1).max(7)).max(7).readonly(),
    dates: z.array(z.strictObject({ from: z.string().max(10), to: z.string().max(10) })).max(40).readonly(), from: clock, to: clock,
    regions: z.array(region).max(400).readonly(), lineKind: z.enum(['any', 'landline', 'mobile']), goal,
  })).max(60).readonly(),
  otherwise: goal,
  blackList: entries, whiteList: entries, whiteListKind: z.enum(['only', 'priority']),
  deniedRegions: z.array(region).max(400).readonly(), allowOnly: z.boolean(), allowedRegions: z.array(region).max(400).readonly(),
  passwordOn: z.boolean(), password: z.string().max(20), concurrentCap: cap, monthlyCap: cap, ringBack: z.boolean(), recording: z.boolean(), recordingNotice: z.boolean(),
  testCalls: z.array(testCall).max(20).readonly(), acceptedHoles: z.array(z.string().max(200)).max(200).readonly(),
}) satisfies z.ZodType<RoutingForm>;

export const routingRequests = {
  /** Where a caller's number is: area code, mobile segment, or unknown. */
  'routing/caller': z.strictObject({ text: z.string().max(60) }),
  /** Reads a black or white list from CSV or XLSX; nothing is saved, the screen puts the entries into the form. */
  'routing/import-list': z.strictObject({ caseId, fileName: z.string().trim().min(1).max(200), bytes: z.custom<Uint8Array>((value) => value instanceof Uint8Array && value.byteLength <= 20_000_000) }),
  /** Forms of earlier cases of this PC, by company, number or case number; empty text: the newest. */
  'routing/earlier-forms': z.strictObject({ caseId, text: z.string().max(60) }),
  /** The routing of an earlier case, without its test calls, accepted holes, password and owners' identity numbers. */
  'routing/copy-form': z.strictObject({ caseId, fromCaseId: caseId }),
  /** After activation: a real call was made as the test call on the form says. */
  'routing/record-real-call': z.strictObject({ caseId, testCallId: id, as: z.enum(['agreed', 'different']), note: z.string().trim().max(200) }),
} as const;

/** What a typed number says about its caller. */
export type CallerFound = {
  readonly caller: Caller;
  /** As it is shown: 139 0100 2748. */
  readonly text: string;
  /** What the place is known by; `unknown` has its own branch on the form. */
  readonly knownBy: 'area-code' | 'mobile-segment' | 'abroad' | 'unknown';
  /** Of the data that said so: 区号表 2026-11, libphonenumber 2.0.0. */
  readonly dataVersion: string;
};

/** A row that was not taken; `row` counts from 1 in the file. */
export type ListRowError = { readonly row: number; readonly code: 'empty' | 'malformed' | 'prefix-too-short' | 'bad-window' | 'twice'; readonly value: string };

/** What a list import read. Up to 200 errors are told, `rejected` counts all. */
export type ListImport = {
  readonly entries: readonly ListEntry[];
  readonly rejected: number;
  readonly errors: readonly ListRowError[];
  readonly columns: Readonly<Record<'pattern' | 'kind' | 'from' | 'to', string | null>>;
};

/** A form that can be copied. */
export type EarlierForm = {
  readonly caseId: string; readonly caseNo: string; readonly company: string; readonly number: string | null; readonly editedAt: string;
  readonly destinations: number; readonly groups: number; readonly rules: number; readonly menus: number;
};

/** A signed test call as a line of the check list after activation; null: not called yet. */
export type RealCall = { readonly testCallId: string; readonly as: 'agreed' | 'different'; readonly note: string; readonly by: string; readonly at: string };
