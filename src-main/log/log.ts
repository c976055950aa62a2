import { randomInt } from 'node:crypto';
import { redact } from './redact.ts';

/** What happened, as numbers and words; never a body, never a person's name. */
export type LogFacts = Readonly<Record<string, unknown>>;

/** JSON lines for whoever looks after the console. Every value passes the redaction. */
export type Log = {
  readonly info: (event: string, facts?: LogFacts) => void;
  readonly warn: (event: string, facts?: LogFacts) => void;
  readonly error: (event: string, facts?: LogFacts) => void;
  /** A short name for one incident, which the clerk can read aloud: `K7P-4WQ`. */
  readonly reference: () => string;
};

type LogParts = {
  readonly write: (line: string) => void;
  readonly now: () => Date;
  readonly reference?: () => string;
};

export function createLog({ write, now, reference = shortReference }: LogParts): Log {
  const put = (level: string) => (event: string, facts: LogFacts = {}): void => {
    write(`${JSON.stringify({ at: now().toISOString(), level, event, ...(redact(facts) as LogFacts) })}\n`);
  };
  return { info: put('info'), warn: put('warn'), error: put('error'), reference };
}

// Without the letters and digits that are mistaken for each other on the telephone.
const letters = '23456789ACDEFHJKMNPQRTUVWXY';

function shortReference(): string {
  const part = (): string => Array.from({ length: 3 }, () => letters[randomInt(letters.length)]).join('');
  return `${part()}-${part()}`;
}
