import type { ShortlistItem } from '#contract/shortlist.ts';
import { hit, gradeTable } from './sample-reference.ts';

/** A listed number, explained as main would. */
export function listed(digits: string, state: ShortlistItem['state'], expiresAt: string | null = null): ShortlistItem {
  const found = hit(digits);
  const terms = gradeTable.grades.find((row) => row.grade === found.grade);
  const months = terms?.termMonths ?? 0;
  const minimum = terms?.hallMinimumLi ?? 0;
  return {
    hit: found, matches: [], rulesVersion: '1/1', confirmed: false, monthlyMinimumLi: minimum, prepayDueLi: 3 * minimum, termMonths: months, totalOverTermLi: minimum * months, releaseMonths: months,
    transferable: false, cancellable: false, groupings: [`${digits.slice(0, 3)}-${digits.slice(3, 6)}-${digits.slice(6)}`, `${digits.slice(0, 4)}-${digits.slice(4, 7)}-${digits.slice(7)}`],
    readings: [[...digits].map((digit) => '零幺二三四五六七八九'[Number(digit)]).join('').replace(/^(...)(...)/, '$1 $2 ')], nearestOrdinary: null, state, expiresAt,
  };
}

export const sampleShortlist: readonly ShortlistItem[] = [
  listed('4006091188', 'held', '2026-11-23T02:54:00.000Z'), listed('4006123457', 'held', '2026-11-23T02:55:00.000Z'), listed('4000185688', 'taken'),
  listed('4006661987', 'held', '2026-11-23T02:56:00.000Z'), listed('4006003721', 'expired', '2026-11-23T02:40:00.000Z'), listed('4006881616', 'free'),
];
