import { createContext, type ReactNode, useContext, useEffect, useEffectEvent, useMemo, useState, useSyncExternalStore } from 'react';
import { isClosedList } from './closed-list.ts';
import { makeKeyTable, type KeyBinding, type KeyTable } from './key-table.ts';

type Scope = { readonly table: KeyTable; readonly depth: number };

const ScopeContext = createContext<Scope | null>(null);

/**
 * A layer of keys. The outermost one listens; an inner one wins over the outer ones. A `modal` layer hides all keys below
 * it, so that `Esc` closes the top layer only.
 */
export function KeyScope({ modal = false, children }: { readonly modal?: boolean; readonly children: ReactNode }): ReactNode {
  const outer = useContext(ScopeContext);
  const [own] = useState(makeKeyTable);
  const table = outer?.table ?? own;
  // A modal layer stands above every plain one, however deep those are nested.
  const depth = outer ? outer.depth + (modal ? 100 : 1) : 0;
  useEffect(() => {
    if (outer) return undefined;
    // Enter presses the button that the keyboard stands on, never the view's own beside it; a button that was clicked keeps nothing.
    let clicked: Element | null = null;
    const onPointerDown = ({ target }: PointerEvent): void => { clicked = target instanceof Element ? target.closest('button') : null; };
    const onKeyDown = (event: KeyboardEvent): void => {
      const pressesButton = event.key === 'Enter' && !event.ctrlKey && event.target instanceof HTMLButtonElement && event.target !== clicked;
      if (!pressesButton) table.press(event);
    };
    // A closed list takes every Enter for itself, with Ctrl too: the screen's keys come before it.
    const beforeList = (event: KeyboardEvent): void => {
      if (!event.ctrlKey || !isClosedList(event.target)) return;
      table.press(event);
      if (event.defaultPrevented) event.stopPropagation();
    };
    window.addEventListener('pointerdown', onPointerDown, true);
    window.addEventListener('keydown', beforeList, true);
    window.addEventListener('keydown', onKeyDown);
    return () => {
      window.removeEventListener('pointerdown', onPointerDown, true);
      window.removeEventListener('keydown', beforeList, true);
      window.removeEventListener('keydown', onKeyDown);
    };
  }, [outer, table]);
  useEffect(() => (modal ? table.shield(depth) : undefined), [modal, table, depth]);
  const scope = useMemo(() => ({ table, depth }), [table, depth]);
  return <ScopeContext value={scope}>{children}</ScopeContext>;
}

/** Puts keys into the nearest layer while the caller is shown. The newest `run` is always the one called. */
export function useKeys(bindings: readonly KeyBinding[]): void {
  const scope = useContext(ScopeContext);
  const runAt = useEffectEvent((index: number, key: string) => bindings[index]?.run(key));
  // The table is touched only when what it shows changes, not at every render with new closures.
  const shape = JSON.stringify(bindings.map(({ keys, label, when, shown }) => ({ keys, label, when, shown })));
  useEffect(() => {
    if (!scope) return undefined;
    const rows = JSON.parse(shape) as readonly Omit<KeyBinding, 'run'>[];
    return scope.table.add(scope.depth, rows.map((row, index) => ({ ...row, run: (key: string) => runAt(index, key) })));
  }, [scope, shape]);
}

/** All keys that act now, innermost first: for the status bar and the sheet of keys. */
export function useKeyList(): readonly KeyBinding[] {
  const scope = useContext(ScopeContext);
  return useSyncExternalStore(scope?.table.subscribe ?? never, scope?.table.list ?? none);
}

const never = (): (() => void) => () => undefined;
const empty: readonly KeyBinding[] = [];
const none = (): readonly KeyBinding[] => empty;
