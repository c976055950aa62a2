import type { Failure, FailureCode } from '#contract/failures.ts';
import type { FailureWords, Say } from './failure-words.ts';
import { approvalFailures } from './failures-of-approval.ts';
import { caseFailures } from './failures-of-case.ts';
import { hallFailures } from './failures-of-hall.ts';
import { moneyFailures } from './failures-of-money.ts';
import { numberFailures } from './failures-of-number.ts';
import { paperFailures } from './failures-of-paper.ts';
import { planFailures } from './failures-of-plan.ts';

/** One sentence set for each failure code; a code without words does not compile. */
export const failures: Readonly<Record<FailureCode, Say>> = {
  ...hallFailures, ...caseFailures, ...numberFailures, ...planFailures, ...paperFailures, ...moneyFailures, ...approvalFailures,
};

/** The words of a failure as it came through the door, with the reference to read out where there is one. */
export function failureText(failure: Failure): FailureWords {
  const words = failures[failure.code](failure.facts ?? {});
  return failure.reference ? { ...words, next: `${words.next}编号 ${failure.reference}。` } : words;
}

/** A failure in one line, for places without room for three. */
export function sentence(failure: Failure): string {
  const { title, safe, next } = failureText(failure);
  return `${title}。${safe}${next}`;
}
