import type { HoldRow } from '#contract/numbers.ts';
import { findCase } from '../../store/tables/case-rows.ts';
import { keptNumbers } from '../../store/tables/number/pick-rows.ts';
import { heldRows } from '../../store/tables/number/shortlist-rows.ts';
import { findStaff } from '../../store/tables/staff-rows.ts';
import type { ConsoleContext } from '../console-context.ts';

/** A living hold with whose it is: the caps count these. */
export type LivingHold = Omit<HoldRow, 'heldBy'> & { readonly owner: string; readonly creditCode: string };

const kinds = { granted: 'case', provisional: 'provisional', leased: 'leased' } as const;

/** Every hold of this PC that lives by the carrier's clock, of cases still being made. */
export function livingHolds(context: Pick<ConsoleContext, 'db' | 'line'>): readonly LivingHold[] {
  const now = context.line.carrierNow();
  const kept = keptNumbers(context.db).map(({ hold, ...row }) => ({ ...row, kind: kinds[hold] }));
  const looked = heldRows(context.db).flatMap(({ caseId, digits, expiresAt }) => {
    const row = findCase(context.db, caseId);
    if (row?.state !== 'draft') return [];
    return [{ caseId, caseNo: row.caseNo, owner: row.owner, company: row.customer.name, creditCode: row.customer.creditCode, digits, expiresAt, kind: 'browse' as const }];
  });
  return [...kept, ...looked].filter(({ expiresAt }) => expiresAt === null || expiresAt > now);
}

/** For the list on screen: what ends first stands first. */
export const listHolds = (context: ConsoleContext): readonly HoldRow[] =>
  livingHolds(context).map(({ owner, creditCode: _code, ...row }) => ({ ...row, heldBy: findStaff(context.db, owner)?.name ?? owner }))
    .toSorted((a, b) => (a.expiresAt ?? '9').localeCompare(b.expiresAt ?? '9') || a.digits.localeCompare(b.digits));

/** Whether another case of this PC has the number: a race is lost at home too. */
export const isHeldHere = (context: Pick<ConsoleContext, 'db' | 'line'>, digits: string, caseId: string): boolean =>
  livingHolds(context).some((hold) => hold.digits === digits && hold.caseId !== caseId);
