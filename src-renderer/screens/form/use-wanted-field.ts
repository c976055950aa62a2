import { type RefObject, useEffect, useRef } from 'react';

/** Gives the focus to a control of a pane, now or as soon as it is drawn. */
export function useWantedField(pane: RefObject<HTMLElement | null>, first: string | null): (fieldId: string) => void {
  const wanted = useRef(first);
  useEffect(() => {
    const control = controlOf(pane, wanted.current);
    if (!control) return;
    control.focus();
    wanted.current = null;
  });
  return (fieldId) => {
    wanted.current = fieldId;
    controlOf(pane, fieldId)?.focus();
  };
}

const controlOf = (pane: RefObject<HTMLElement | null>, fieldId: string | null): HTMLElement | null => (fieldId === null ? null : (pane.current?.querySelector<HTMLElement>(`#${CSS.escape(fieldId)}`) ?? null));
