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
  const groups = [seven.slice(0, 3), seven.slice(1, 4), seven.slice(4)];
  const found = longest(facts.unlucky.filter(({ digits, at }) =>
    at === 'tail' ? seven.endsWith(digits) : at === 'group' ? groups.includes(digits) : seven.includes(digits)));
  return found ? { code: 'unlucky', digits: found.digits, like: found.reading } : null;
}

/** The two zeros of 400 count: 4000001234 has five in a row. */
function hardToSay(number: NumberDigits, from: number): NumberWarning | null {
  const run = [...number.matchAll(/(\d)\1*/g)].map(([each]) => each).find((each) => each.length >= from);
  return run ? { code: 'hard-to-say', digits: run, like: String(run.length) } : null;
}

const longest = <T extends { readonly digits: string }>(found: readonly T[]): T | undefined => found.toSorted((a, b) => b.digits.length - a.digits.length)[0];
