import { useState } from 'react';
import type { RuleDesk } from '../../stores/rule-desk.ts';
import { type ProblemLine, problemLines, rulesText } from '../../text/rules.ts';
import { focusSoon } from './focus-soon.ts';

/** What stands in the way of publishing; said until it is mended. */
type Refusal = 'unchanged' | 'unsound' | 'note';

export type Publishing = {
  readonly lines: readonly ProblemLine[];
  readonly word: string | null;
  readonly look: () => void;
  readonly publish: () => Promise<void>;
};

/** Looking at the difference and publishing, each refused with words where something is missing. */
export function usePublishing(desk: RuleDesk, show: (tab: 'publish' | 'history') => void): Publishing {
  const [refused, setRefused] = useState<Refusal | null>(null);
  const lines = desk.draft ? problemLines([...desk.problems, ...(desk.preview?.problems ?? [])], desk.draft) : [];
  const [first, ...others] = lines.filter(({ severity }) => severity === 'error');
  const noted = desk.form.note.trim() !== '';
  const look = (): void => {
    setRefused(first ? 'unsound' : null);
    if (first) return;
    show('publish');
    void desk.look();
  };
  const publish = async (): Promise<void> => {
    if (!desk.changed) return setRefused('unchanged');
    if (first || desk.preview === null) return look();
    setRefused(noted ? null : 'note');
    if (!noted) { show('publish'); return focusSoon('#publish-note'); }
    if (await desk.publish()) show('history');
  };
  const words: Readonly<Record<Refusal, string | null>> = {
    unchanged: desk.changed ? null : rulesText.nothingChanged,
    unsound: first ? rulesText.mendFirst(first.text, others.length) : null,
    note: noted ? null : rulesText.noteNeeded,
  };
  return { lines, word: refused && words[refused], look, publish };
}
