import { type RefObject, useEffect, useRef } from 'react';

/** The work area for its ref; after unlocking the keyboard stands where it stood, or in the first field when that one is gone. */
export function useFocusBack(locked: boolean): RefObject<HTMLElement | null> {
  const area = useRef<HTMLElement>(null);
  const last = useRef<HTMLElement | null>(null);
  useEffect(() => {
    const work = area.current;
    const onFocus = ({ target }: FocusEvent): void => { if (target instanceof HTMLElement) last.current = target; };
    work?.addEventListener('focusin', onFocus);
    return () => work?.removeEventListener('focusin', onFocus);
  }, []);
  useEffect(() => {
    if (locked || !last.current) return;
    const field = last.current.isConnected ? last.current : area.current?.querySelector<HTMLElement>('input:not(:disabled), textarea:not(:disabled)');
    field?.focus();
  }, [locked]);
  return area;
}
