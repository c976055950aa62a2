import type { MeaningFacts } from './meaning-facts.ts';
import { sevenOf, type NumberDigits } from '../number.ts';

/** Advice about how a number may be taken, never a refusal: `digits` are the place it is about, `like` whose code it is, how it reads, or how many equal digits stand in a row. */
export type NumberWarning = { readonly code: 'confusable' | 'unlucky' | 'hard-to-say'; readonly digits: string; readonly like: string };

/** What to tell the customer before the number is chosen: at most one warning of each kind, the longest that fits. */
export function warningsOf(number: NumberDigits, facts: MeaningFacts): readonly NumberWarning[] {
  const seven = sevenOf(number);
  return [confusable(seven, facts), unlucky(seven, facts), hardToSay(number, facts.hardToSayFrom)].filter((each) => each !== null);
}

/** A code is mistaken where a listener starts afresh: right after 400, after the fourth digit of 4006-xxx, or as the end. */
function confusable(seven: string, { serviceCodes }: MeaningFacts): NumberWarning | null {
  const code = longest(serviceCodes.filter(({ digits }) => seven.startsWith(digits) || seven.startsWith(digits, 1) || seven.endsWith(digits)));
  return code ? { code: 'confusable', digits: code.digits, like: code.name } : null;
}

function unlucky(seven: string, facts: MeaningFacts): NumberWarning | null {
  const found = longest(facts.unlucky.filter(({ digits, at }) => placesOf(seven, digits)
    .some((place) => standsAt(at, place, digits.length) && !readsWell(seven, place, digits.length, facts))));
  return found ? { code: 'unlucky', digits: found.digits, like: found.reading } : null;
}

const placesOf = (seven: string, digits: string): readonly number[] => [...seven].flatMap((_, place) => (seven.startsWith(digits, place) ? [place] : []));

/** Spoken groups are the first three, the three after the fourth digit of 4006-xxx, and the last three. */
const standsAt = (at: MeaningFacts['unlucky'][number]['at'], place: number, length: number): boolean =>
  at === 'anywhere' || (at === 'tail' ? place + length === 7 : length === 3 && GROUPS.includes(place));

const GROUPS: readonly number[] = [0, 1, 4];

/** A longer reading that everybody knows (1314, 一生一世) is what people hear, not the digits inside it. */
const readsWell = (seven: string, place: number, length: number, { known }: MeaningFacts): boolean =>
  known.some(({ digits, for: trades }) => trades.length === 0 && digits.length > length && placesOf(seven, digits).some((from) => from <= place && place + length <= from + digits.length));

/** The two zeros of 400 count: 4000001234 has five in a row. */
function hardToSay(number: NumberDigits, from: number): NumberWarning | null {
  const run = [...number.matchAll(/(\d)\1*/g)].map(([each]) => each).find((each) => each.length >= from);
  return run ? { code: 'hard-to-say', digits: run, like: String(run.length) } : null;
}

const longest = <T extends { readonly digits: string }>(found: readonly T[]): T | undefined => found.toSorted((a, b) => b.digits.length - a.digits.length)[0];
