import type { ReactNode } from 'react';
import { useNow } from './use-now.ts';

/** Time left until an end, 12 px, told anew each second by the words handed in; amber when these say it is urgent. */
export function Countdown({ end, words, urgent }: {
  readonly end: string;
  readonly words: (now: string, end: string) => string;
  readonly urgent: (now: string, end: string) => boolean;
}): ReactNode {
  const now = useNow();
  return <time className="countdown" dateTime={end} data-urgent={urgent(now, end)}>{words(now, end)}</time>;
}
