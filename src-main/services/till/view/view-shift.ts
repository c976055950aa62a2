import type { MethodLine, MismatchView, ShiftView, TillEntry } from '#contract/till.ts';
import type { Failure } from '#contract/failures.ts';
import { ok, type Result } from '#domain/result.ts';
import { cashTotalLi } from '#domain/till/count-cash.ts';
import { closeBlockers, type Closing, openNeed } from '#domain/till/close-shift.ts';
import { recordedLi } from '#domain/till/match/match-cases.ts';
import type { TillEvidence } from '#domain/till/match/till-evidence.ts';
import { matchThreeWays, type Mismatch } from '#domain/till/match-three-ways.ts';
import { byTender, expectedByTender } from '#domain/till/shift-totals.ts';
import { tenderKinds } from '#domain/till/tender.ts';
import { findCase } from '../../../store/tables/case-rows.ts';
import type { EntryRecord } from '../../../store/tables/shift-entry-rows.ts';
import { type ExplanationRecord, explanationsOf } from '../../../store/tables/shift-rows.ts';
import type { Actor, ConsoleContext } from '../../console-context.ts';
import { refuse } from '../../refuse.ts';
import { findLoadedShift, type LoadedShift, shiftRow } from './load-shift.ts';
import { nameOf, standingOf } from '../open-shift.ts';
import { handedOf, shiftEvidence } from './shift-evidence.ts';
import { shiftFacts } from './shift-facts.ts';

/** A shift that was looked through: with a count, what does not agree and what was said of it; without one, nothing that would tell what to count. */
export type MatchedShift = {
  readonly loaded: LoadedShift; readonly evidence: TillEvidence | null; readonly mismatches: readonly Mismatch[]; readonly explanations: ReadonlyMap<string, ExplanationRecord>; readonly closing: Closing;
};

export function matchShift(context: ConsoleContext, actor: Pick<Actor, 'staffNo'>, loaded: LoadedShift): MatchedShift {
  const { record, count } = loaded;
  const evidence = count === null ? null : shiftEvidence(context, loaded, count);
  const mismatches = evidence === null ? [] : matchThreeWays(evidence);
  const explanations = explanationsOf(context.db, record.shiftId);
  const closing: Closing = {
    counted: count !== null, forgotten: record.close === null && standingOf(context, actor, record) !== 'own', toleranceLi: context.reference.policy.till.toleranceLi, mismatches, explanations,
  };
  return { loaded, evidence, mismatches, explanations, closing };
}

/** A shift with everything that is needed to count and close it. */
export function showShift(context: ConsoleContext, actor: Pick<Actor, 'staffNo'>, shiftId: string): Result<ShiftView, Failure> {
  const loaded = findLoadedShift(context, shiftId);
  return loaded === null ? refuse('shift-not-found') : ok(viewShift(context, matchShift(context, actor, loaded)));
}

export function viewShift(context: ConsoleContext, matched: MatchedShift): ShiftView {
  const { loaded, evidence, mismatches, closing } = matched;
  const { record, booked, late, carriedIn, count, counts } = loaded;
  const { close } = record;
  const entry = entryView(evidence);
  return {
    ...shiftRow(context, loaded), desk: record.desk, closedBy: close === null ? null : nameOf(context, close.closedBy), authorisedBy: close?.authorisedBy == null ? null : nameOf(context, close.authorisedBy),
    note: close?.note ?? '', count: count === null ? null : { at: count.countedAt, by: nameOf(context, count.countedBy), attempt: attemptsOf(counts), cash: count.cash, others: count.others },
    methods: methodsOf(loaded, evidence), rows: booked.map(entry), late: late.map(entry), carriedIn: carriedIn.map(entry), mismatches: mismatches.map((mismatch) => mismatchView(context, matched, mismatch)),
    facts: shiftFacts(context, loaded), toleranceLi: closing.toleranceLi, blockers: close === null ? closeBlockers(closing) : [],
    deposit: close === null ? null : { li: close.depositLi, bag: close.depositBag, floatLeftLi: close.floatLeftLi },
    depositProposedLi: count === null ? null : Math.max(0, cashTotalLi(count.cash) - record.floatLi),
  };
}

/** How often the money was counted anew; slips that are named to the same count are no attempt. */
const attemptsOf = (counts: LoadedShift['counts']): number =>
  counts.filter(({ cash, others }, at) => { const before = counts[at - 1]; return before === undefined || JSON.stringify([cash, others]) !== JSON.stringify([before.cash, before.others]); }).length;

/** One row; while the count is blind it names what was done and for whom, and no amount. */
const entryView = (evidence: TillEvidence | null) => (entry: EntryRecord): TillEntry => {
  const handed = handedOf(entry.intent);
  const slip = evidence?.slips.find(({ entryId }) => entryId === entry.entryId);
  return {
    entryId: entry.entryId, kind: entry.kind, at: entry.at, receiptNo: entry.receiptNo, caseId: entry.caseId, caseNo: entry.caseNo, company: entry.company, tender: entry.tender, reference: entry.reference,
    li: evidence === null ? null : entry.li, slipLi: evidence === null ? null : (slip?.li ?? entry.li), caseLi: evidence === null ? null : recordedLi(entry, evidence.records),
    carrierLi: evidence === null ? null : entry.heldLi, carrier: entry.heldLi !== null ? 'accepted' : handed === 'waiting' || handed === 'parked' ? handed : 'not-sent', late: entry.shiftId !== entry.bookedIn,
  };
};

/** Drawer, rows, cases and carrier by the way of paying; cash without the float. What a case has and the ledger has not counts among the cases. */
function methodsOf({ booked }: LoadedShift, evidence: TillEvidence | null): readonly MethodLine[] {
  if (evidence === null) return tenderKinds.map((tender) => ({ tender, drawerLi: null, expectedLi: null, casesLi: null, carrierLi: null }));
  const expected = expectedByTender(booked);
  const sum = (rows: readonly { readonly tender: string | null; readonly li: number | null }[]) => byTender((tender) => rows.reduce((total, row) => total + (row.tender === tender ? (row.li ?? 0) : 0), 0));
  const cases = sum([...booked.map((entry) => ({ tender: entry.tender, li: recordedLi(entry, evidence.records) })), ...evidence.strays]);
  const carrier = sum(booked.map(({ tender, heldLi }) => ({ tender, li: heldLi })));
  return tenderKinds.map((tender) => ({ tender, drawerLi: evidence.counted[tender], expectedLi: expected[tender], casesLi: cases[tender], carrierLi: carrier[tender] }));
}

function mismatchView(context: ConsoleContext, { loaded, explanations, closing }: MatchedShift, mismatch: Mismatch): MismatchView {
  const row = mismatch.caseId === null ? null : findCase(context.db, mismatch.caseId);
  const said = explanations.get(mismatch.id);
  return {
    ...mismatch, caseNo: row?.caseNo ?? '', company: row?.customer.name ?? '', needs: loaded.record.close === null ? openNeed(mismatch, closing) : 'nothing',
    explained: said === undefined ? null : {
      action: said.action, note: said.note, at: said.explainedAt, by: nameOf(context, said.explainedBy), authorisedBy: said.authorisedBy === null ? null : nameOf(context, said.authorisedBy),
    },
  };
}
