import type { KeyboardEvent } from 'react';
import { isClosedList } from '../keys/closed-list.ts';

/** Enter goes to the next field, never sends a form half-way; not inside several lines, a list that is open or a composition. */
export function focusNextOnEnter(event: KeyboardEvent<HTMLElement>): void {
  const { target } = event;
  if (event.key !== 'Enter' || event.ctrlKey || event.altKey || event.nativeEvent.isComposing || event.defaultPrevented) return;
  if (!(target instanceof HTMLInputElement) || target.getAttribute('aria-expanded') === 'true') return;
  const fields = [...event.currentTarget.querySelectorAll<HTMLElement>('input:not(:disabled), textarea:not(:disabled)')];
  const next = fields[fields.indexOf(target) + 1];
  if (!next) return;
  event.preventDefault();
  next.focus();
}

/** On the way down: a closed list would open at Enter before the pane hears of it. */
export function focusNextFromList(event: KeyboardEvent<HTMLElement>): void {
  if (!isClosedList(event.target)) return;
  focusNextOnEnter(event);
  if (event.defaultPrevented) event.stopPropagation();
}
