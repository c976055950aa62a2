import { belongsToField, pressedKey } from './key-match.ts';

/** One line of the key table. `run` gets the base key that was pressed. */
export type KeyBinding = {
  readonly keys: string;
  readonly label: string;
  readonly run: (key: string) => void;
  readonly when?: 'always' | 'no-field';
  /** false: works and stands on the sheet of keys, but not in the status bar. */
  readonly shown?: boolean;
};

export type KeyTable = {
  readonly press: (event: KeyboardEvent) => void;
  readonly add: (depth: number, bindings: readonly KeyBinding[]) => () => void;
  readonly shield: (depth: number) => () => void;
  readonly subscribe: (listener: () => void) => () => void;
  readonly list: () => readonly KeyBinding[];
};

type Entry = { readonly depth: number; readonly order: number; readonly bindings: readonly KeyBinding[] };

/** The one table of keys of the window: layers, the innermost first. */
export function makeKeyTable(): KeyTable {
  const entries = new Set<Entry>();
  const shields = new Set<{ readonly depth: number }>();
  const listeners = new Set<() => void>();
  let order = 0;
  let sorted: readonly KeyBinding[] = [];
  const changed = (): void => {
    const floor = Math.max(0, ...[...shields].map((shield) => shield.depth));
    sorted = [...entries].filter((entry) => entry.depth >= floor)
      .sort((a, b) => b.depth - a.depth || b.order - a.order).flatMap((entry) => entry.bindings);
    for (const listener of listeners) listener();
  };
  const put = <T,>(set: Set<T>, item: T): (() => void) => {
    set.add(item);
    changed();
    return () => { set.delete(item); changed(); };
  };
  return {
    press: (event) => runFirst(sorted, event),
    add: (depth, bindings) => put(entries, { depth, order: order++, bindings }),
    shield: (depth) => put(shields, { depth }),
    subscribe: (listener) => { listeners.add(listener); return () => { listeners.delete(listener); }; },
    list: () => sorted,
  };
}

const moving: ReadonlySet<string> = new Set(['↑', '↓', '←', '→', 'PageUp', 'PageDown', 'J', 'K']);

function runFirst(bindings: readonly KeyBinding[], event: KeyboardEvent): void {
  if (event.defaultPrevented) return;
  const inField = isField(event.target);
  for (const binding of bindings) {
    const key = pressedKey(binding.keys, event);
    if (key === null) continue;
    if (inField && (binding.when ?? (belongsToField(binding.keys) ? 'no-field' : 'always')) === 'no-field') continue;
    event.preventDefault();
    // A key held down moves on and on, but never books or decides twice.
    if (!event.repeat || moving.has(key)) binding.run(key);
    return;
  }
}

function isField(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false;
  if (target.isContentEditable || target instanceof HTMLTextAreaElement || target instanceof HTMLSelectElement) return true;
  return target instanceof HTMLInputElement && !['checkbox', 'radio', 'button', 'submit', 'file'].includes(target.type);
}
