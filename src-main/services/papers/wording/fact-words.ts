import type { PaperFact } from '#domain/agreement/agreement-paper.ts';

/** A fact of the first page as one sentence: its notes are set as lines there, and a line that goes on ends in a comma. */
export const factWords = ({ value, notes }: PaperFact): string =>
  [value, ...notes].reduce((said, line) => (/[，、]$/.test(said) ? `${said}${line}` : `${said.replace(/；$/, '')}；${line}`)).replace(/；$/, '');
