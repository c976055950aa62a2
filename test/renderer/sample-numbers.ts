import type { Request } from '#contract/contract.ts';
import type { NumberExplained, NumberHit, NumberSearch, Suggestions } from '#contract/numbers.ts';
import type { CustomerDraft } from '#domain/applicant/customer.ts';
import { gradeNumber, termsOfGrade } from '#domain/number/grade/grade-number.ts';
import { matchesQuery } from '#domain/number/query/matches-query.ts';
import { meaningSources } from '#domain/number/meaning/meaning-sources.ts';
import { meaningOf } from '#domain/number/meaning/meaning.ts';
import { changedPlaces, numberDistance } from '#domain/number/number-distance.ts';
import { groupingsOf } from '#domain/number/meaning/number-groupings.ts';
import { parseNumberQuery } from '#domain/number/query/number-query.ts';
import { type Grade, GRADES } from '#domain/number/grade/number-rules.ts';
import { readingsOf } from '#domain/number/meaning/read-aloud.ts';
import { understoodTerms } from '#domain/number/query/understood-terms.ts';
import { gradeTable, hit, sampleMeanings, sampleRules } from './sample-reference.ts';

const segments = ['4000', '4006'].map((head) => ({ head, ownerId: 'unicom', ownerName: '中国联通', orderable: true }));
const tails = ['8899', '6688', '1188', '5566', '0088', '1688', '8866', '2233', '9900', '7788', '5188', '0808', '6161', '2255', '3721', '4477', '1001', '5678', '8012', '7036', '4429', '9153', '2618', '3340'];

/** A few thousand free numbers: good tails under many heads, and others spread over the segments. */
const pool: readonly NumberHit[] = [
  ...new Set([
    ...tails.flatMap((tail) => ['600', '000', '618', '688', '612', '666', '690'].map((three) => `400${three}${tail}`)),
    ...Array.from({ length: 3000 }, (_, at) => `400${at % 2 === 0 ? 0 : 6}${String((at * 387_421 + 90_001) % 1_000_000).padStart(6, '0')}`),
  ]),
].map((digits, at) => ({ ...hit(digits), leased: at % 40 === 7 && hit(digits).grade === 9 })).toSorted((a, b) => a.grade - b.grade || Number(b.digits.endsWith('88')) - Number(a.digits.endsWith('88')));

/** A search over the sample pool by the plain meaning of the query. */
export function searchNumbers(request: Request<'numbers/search'>): NumberSearch | { readonly code: 'query-not-understood'; readonly facts: { readonly part: string } } {
  const query = parseNumberQuery(request.text, segments);
  if (!query.ok) return { code: 'query-not-understood', facts: { part: 'term' in query.error ? query.error.term : request.text } };
  const fits = (one: NumberHit): boolean => (request.minimumAtMostLi === null || one.minimumLi <= request.minimumAtMostLi) && (request.prepayAtMostLi === null || one.prepayLi <= request.prepayAtMostLi)
    && (!request.looksSpecial || one.looks !== null) && (!request.leasedOnly || one.leased);
  const found = pool.filter((one) => matchesQuery({ ...query.value, grades: [] }, one.digits, one.grade as Grade) && fits(one));
  const grades: readonly number[] = request.grades.length > 0 ? request.grades : query.value.grades;
  const chosen = found.filter((one) => grades.length === 0 || grades.includes(one.grade));
  const sorted = request.sort === 'number' ? chosen.toSorted((a, b) => a.digits.localeCompare(b.digits)) : request.sort === 'price' ? chosen.toSorted((a, b) => a.minimumLi - b.minimumLi) : chosen;
  return {
    total: chosen.length, perGrade: GRADES.map((grade) => ({ grade, count: found.filter((one) => one.grade === grade).length })), hits: sorted.slice(request.offset, request.offset + request.limit), elapsedMs: 0.6,
    understood: understoodTerms(query.value), nearMisses: chosen.length > 0 ? [] : near(request.text), gaveUp: chosen.length === 0 && (request.grades.length > 0 || query.value.grades.length > 0) ? [{ what: 'grades' }] : query.value.terms.slice(1).map(({ source }) => ({ what: 'word', source })),
  };
}

function near(text: string): NumberSearch['nearMisses'] {
  const wish = `400${text.replace(/\D/g, '').replace(/^400/, '')}`.padEnd(10, '8').slice(0, 10);
  return pool.toSorted((a, b) => numberDistance(a.digits, wish) - numberDistance(b.digits, wish)).slice(0, 12).map((one) => ({ ...one, changed: changedPlaces(wish, one.digits) }));
}

/** Suggestions for a customer from the sample pool. */
export function suggestNumbers(customer: CustomerDraft): Suggestions {
  const sources = meaningSources(customer, sampleMeanings);
  const rows = sources.map((source) => pool.flatMap((one) => { const meaning = meaningOf(one.digits, source); return meaning ? [{ ...one, meaning }] : []; }));
  const hits = rows.flatMap((some) => some.slice(0, 6)).filter((one, at, all) => all.findIndex((other) => other.digits === one.digits) === at);
  return { sources: sources.map(({ kind, from }, at) => ({ kind, from, count: rows[at]?.length ?? 0 })), hits, elapsedMs: 12 };
}

/** A number explained as main would, with the nearest ordinary one of the sample pool. */
export function explainSample(digits: string): NumberExplained {
  const found = hit(digits);
  const terms = termsOfGrade(found.grade as Grade, gradeTable);
  const nearest = pool.filter((one) => one.grade === 9).toSorted((a, b) => numberDistance(a.digits, digits) - numberDistance(b.digits, digits))[0];
  const names = new Map(sampleRules.rules.map(({ id, name }) => [id, name]));
  const total = found.minimumLi * terms.termMonths;
  return {
    hit: found, matches: gradeNumber(digits, sampleRules).matches.map((match) => ({ ...match, name: names.get(match.ruleId) ?? match.ruleId })), rulesVersion: '1', confirmed: false,
    monthlyMinimumLi: found.minimumLi, prepayDueLi: found.prepayLi, termMonths: terms.termMonths, totalOverTermLi: total, releaseMonths: terms.releaseMonths, transferable: terms.transferable, cancellable: terms.cancellable,
    groupings: groupingsOf(digits), readings: readingsOf(digits),
    nearestOrdinary: found.grade === 9 || !nearest ? null : { hit: nearest, savingLi: total - nearest.minimumLi * terms.termMonths, changed: changedPlaces(digits, nearest.digits) },
  };
}
