import type { CaseView } from '#contract/cases.ts';
import type { NumberHit } from '#contract/numbers.ts';
import { finderText } from '../../text/number-finder.ts';
import { numberText } from '../../text/number.ts';
import type { KeyBinding } from '../../ui/keys/key-table.ts';
import { useKeys } from '../../ui/keys/key-scope.tsx';
import type { NumberRow } from './list/number-row.ts';
import type { NumberSearchState } from './number-search.ts';
import type { ShortlistState } from './tray/shortlist.ts';
import type { Hold } from './tray/use-hold.ts';

type Parts = {
  readonly view: CaseView;
  readonly search: NumberSearchState;
  readonly current: NumberRow | undefined;
  readonly list: ShortlistState;
  readonly hold: Hold;
  readonly offers: readonly NumberHit[] | null;
  readonly settled: boolean;
  readonly onList: (digits: string) => void;
  readonly onQuery: () => void;
  readonly onFold: () => void;
  readonly onExplain: () => void;
  readonly onNearest: () => void;
  readonly onHolds: () => void;
  readonly onCommit: () => void;
};

/** The keys of the number task; the first five stand in the status bar. */
export function useNumberKeys(parts: Parts): void {
  useKeys(numberKeys(parts));
}

/** As data, so that a test can hold them against the other tables. */
export function numberKeys({ view, search, current, list, hold, offers, settled, ...on }: Parts): readonly KeyBinding[] {
  const words = finderText.keys;
  // An open list of a selector moves by the same keys.
  const move = (by: number): void => { if (!inSelector()) search.move(by); };
  const show = (what: 'suggested' | 'shortlist'): void => search.show(search.showing === what ? 'found' : what);
  const granted = view.number?.hold === 'granted';
  return [
    { keys: '/', label: words.query, run: on.onQuery, when: 'no-field' },
    { keys: 'Ins', label: words.list, shown: view.editable, run: () => { if (current) on.onList(current.digits); else search.stand(search.current); }, when: 'always' },
    { keys: 'F9', label: words.show, run: () => { if (list.items.length > 0) void list.show(current?.digits ?? null); }, shown: list.items.length > 0 },
    { keys: 'F3', label: words.build, shown: view.editable, run: on.onFold },
    { keys: 'Ctrl+I', label: words.explain, run: on.onExplain },
    { keys: 'F7', label: granted ? words.extend : words.extendList, run: granted ? hold.extend : () => void list.extend(), shown: granted && view.editable },
    { keys: 'Ctrl+G', label: words.suggest, run: () => show('suggested') },
    { keys: '↑ ↓', label: words.move, run: (key) => move(key === '↑' ? -1 : 1), when: 'always' },
    { keys: 'PageUp PageDown', label: words.move, run: (key) => move(key === 'PageUp' ? -8 : 8), when: 'always', shown: false },
    { keys: 'I', label: words.explain, run: on.onExplain, shown: false },
    { keys: 'Alt+Ins', label: words.first, run: () => { if (current && view.editable && !search.pending) void list.first(current.digits); }, when: 'always', shown: false },
    ...(search.showing === 'found' ? [] : [{ keys: 'Esc', label: words.back, shown: false, when: 'always' as const, run: () => search.show('found') }]),
    { keys: 'Ctrl+M', label: words.listOnly, run: () => { if (list.items.length > 0) show('shortlist'); }, shown: false },
    { keys: 'Shift+F7', label: words.release, run: hold.release, shown: false },
    { keys: 'Ctrl+F7', label: words.extendList, run: () => void list.extend(), shown: false },
    { keys: 'Ctrl+J', label: words.nearest, run: on.onNearest, shown: false },
    { keys: 'Ctrl+L', label: words.holds, run: on.onHolds, shown: false },
    { keys: 'F5', label: words.again, run: search.again, shown: false },
    ...(offers ? [{ keys: 'Ctrl+1…3', label: words.offer, run: (key: string) => { const hit = offers[Number(key) - 1]; if (hit) hold.take(hit); } }] : []),
    { keys: 'Ctrl+Enter', label: settled ? numberText.keys.goOn : numberText.keys.hold, run: on.onCommit },
  ];
}

const inSelector = (): boolean => document.activeElement?.getAttribute('role') === 'combobox';
