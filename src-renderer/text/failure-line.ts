import type { Failure } from '#contract/failures.ts';
import { failureText } from './failures.ts';

/** A failure in one line, where there is no room for three: `没看懂「x」。写数字…`. */
export function failureLine(failure: Failure): string {
  const { title, next } = failureText(failure);
  return `${title}。${next}`;
}

/** A failure whole, in one paragraph: what happened, whether work is safe, what now. */
export function failureSentence(failure: Failure): string {
  const { title, safe, next } = failureText(failure);
  return `${title}。${safe}${next}`;
}
