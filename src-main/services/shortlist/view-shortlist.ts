import type { Failure } from '#contract/failures.ts';
import type { ShortlistItem, ShortlistView } from '#contract/shortlist.ts';
import { ok, type Result } from '#domain/result.ts';
import { findCase } from '../../store/tables/case-rows.ts';
import { currentPick } from '../../store/tables/number/pick-rows.ts';
import { listShortlist, type ShortlistRow } from '../../store/tables/number/shortlist-rows.ts';
import { holdNow } from '../cases/load-case.ts';
import type { ConsoleContext } from '../console-context.ts';
import { explainNumber } from '../numbers/explain-number.ts';
import { refuse } from '../refuse.ts';
import { rulesInForce, rulesOfVersion } from '../rules/rules-in-force.ts';

/** As many numbers as stand side by side. */
export const shortlistLimit = 6;

/** A shortlist before it is known whether the customer sees it. */
export type Listed = Omit<ShortlistView, 'shown'>;

/** The case's numbers side by side, each explained and with what became of its hold; the case's own by the rules frozen with it. */
export async function viewShortlist(context: ConsoleContext, caseId: string): Promise<Result<Listed, Failure>> {
  if (findCase(context.db, caseId) === null) return refuse('case-not-found');
  const items: ShortlistItem[] = [];
  const pick = currentPick(context.db, caseId);
  for (const row of listShortlist(context.db, caseId)) {
    const explained = await explainNumber(context, row.digits, pick?.digits === row.digits ? rulesOfVersion(context, pick.rulesVersion) : rulesInForce(context));
    if (!explained.ok) return explained;
    items.push({ ...explained.value, ...holdOf(context, row) });
  }
  return ok({ items, limit: shortlistLimit });
}

/** A listed number that became the case's own is held as long as the case has it; a hold ends by the carrier's clock, also offline. */
function holdOf(context: ConsoleContext, row: ShortlistRow): Pick<ShortlistItem, 'state' | 'expiresAt'> {
  const pick = currentPick(context.db, row.caseId);
  const state = findCase(context.db, row.caseId)?.state ?? 'draft';
  if (pick?.digits === row.digits && holdNow(context, pick, state) === 'granted') return { state: 'held', expiresAt: state === 'draft' ? pick.expiresAt : null };
  const ranOut = row.state === 'held' && row.expiresAt !== null && row.expiresAt <= context.line.carrierNow();
  return { state: ranOut ? 'expired' : row.state, expiresAt: row.expiresAt };
}
