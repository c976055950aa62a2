import type { Facts } from '../facts.ts';
import type { Li } from '../money/money.ts';
import { fail, ok, type Result } from '../result.ts';
import type { Mismatch } from './match-three-ways.ts';

/** What was said about a mismatch: on its way to the carrier (在途), or a note; and who stands for it beside the clerk. */
export type Explanation = { readonly action: 'in-transit' | 'explained'; readonly note: string; readonly authorisedBy: string | null };

/** Why a shift is not closed yet, in the order of doing. */
export type CloseBlocker = 'not-counted' | 'unexplained' | 'supervisor';

/** A shift as its close sees it. `forgotten`: somebody else's, or open for longer than a shift may be. */
export type Closing = {
  readonly counted: boolean; readonly forgotten: boolean; readonly toleranceLi: Li; readonly mismatches: readonly Mismatch[]; readonly explanations: ReadonlyMap<string, Explanation>;
};

/** Cash within the tolerance needs no second person; slips have exact amounts, so no other method has a tolerance. */
const withinTolerance = ({ code, tender, li }: Mismatch, toleranceLi: Li): boolean => code === 'count-differs' && tender === 'cash' && Math.abs(li) <= toleranceLi;

/** What is still to be said about a mismatch; a difference of the count is taken up at the close itself. */
export function openNeed(mismatch: Mismatch, { explanations, toleranceLi }: Pick<Closing, 'explanations' | 'toleranceLi'>): 'nothing' | 'supervisor' {
  const authorised = explanations.get(mismatch.id)?.authorisedBy ?? null;
  return authorised !== null || withinTolerance(mismatch, toleranceLi) ? 'nothing' : 'supervisor';
}

/** What stands between the shift and its close. */
export function closeBlockers(closing: Closing): readonly CloseBlocker[] {
  if (!closing.counted) return ['not-counted'];
  const open = closing.mismatches.filter((mismatch) => openNeed(mismatch, closing) === 'supervisor');
  const unexplained = open.some(({ code }) => code !== 'count-differs');
  const supervisor = closing.forgotten || open.some(({ code }) => code === 'count-differs');
  return [...(unexplained ? ['unexplained' as const] : []), ...(supervisor ? ['supervisor' as const] : [])];
}

/** What the clerk wants to do with the cash that was counted. */
export type CloseClaim = { readonly note: string; readonly depositLi: Li; readonly countedCashLi: Li; readonly authorised: boolean };

/** Why the close is refused, though it was asked for. */
export type CloseRefusal = { readonly code: 'shift-not-counted' | 'mismatch-unexplained' | 'supervisor-needed' | 'note-needed' | 'deposit-over-cash' | 'deposit-not-whole'; readonly facts: Facts };

/** Closes: counted, each mismatch explained, a note for every difference of the count, never more put away than there is. Answers what stays as float. */
export function decideClose(closing: Closing, { note, depositLi, countedCashLi, authorised }: CloseClaim): Result<{ readonly floatLeftLi: Li }, CloseRefusal> {
  const blockers = closeBlockers(closing);
  if (blockers.includes('not-counted')) return fail({ code: 'shift-not-counted', facts: {} });
  if (blockers.includes('unexplained')) return fail({ code: 'mismatch-unexplained', facts: { open: closing.mismatches.filter((mismatch) => mismatch.code !== 'count-differs' && openNeed(mismatch, closing) === 'supervisor').length } });
  if (blockers.includes('supervisor') && !authorised) return fail({ code: 'supervisor-needed', facts: {} });
  const noted = closing.forgotten || closing.mismatches.some(({ code }) => code === 'count-differs');
  if (noted && note.trim() === '') return fail({ code: 'note-needed', facts: {} });
  if (depositLi % 10 !== 0) return fail({ code: 'deposit-not-whole', facts: {} });
  return depositLi > countedCashLi ? fail({ code: 'deposit-over-cash', facts: { depositLi, countedCashLi } }) : ok({ floatLeftLi: countedCashLi - depositLi });
}

/** Why an explanation is refused. */
export type ExplainRefusal = 'in-transit-of-another' | 'note-needed' | 'supervisor-needed';

/** What is on its way is marked so; everything else is explained in words. Both take a second person. */
export function mayExplain({ code }: Pick<Mismatch, 'code'>, { action, note, authorisedBy }: Explanation): Result<null, ExplainRefusal> {
  if ((action === 'in-transit') !== (code === 'carrier-waiting')) return fail('in-transit-of-another');
  if (action === 'explained' && note.trim() === '') return fail('note-needed');
  return authorisedBy === null ? fail('supervisor-needed') : ok(null);
}

/** Two persons stand for a shift: who authorises is neither whose shift it is nor who made the count that stands (an earlier count was done over by somebody else). */
export const mayAuthorise = (staffNo: string, hands: { readonly owner: string; readonly countedBy: string | null }): boolean => staffNo !== hands.owner && staffNo !== hands.countedBy;
