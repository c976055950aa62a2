import type { KeyboardEvent } from 'react';
import { isClosedList } from '../keys/closed-list.ts';

/** Enter goes to the next field, never sends a form half-way; not inside several lines, a list that is open or a composition. */
export function focusNextOnEnter(event: KeyboardEvent<HTMLElement>): void {
  const { target } = event;
  if (event.key !== 'Enter' || event.ctrlKey || event.altKey || event.nativeEvent.isComposing || event.defaultPrevented) return;
  if (!(target instanceof HTMLInputElement) || target.getAttribute('aria-expanded') === 'true') return;
  focusNext(event, target);
}

function focusNext(event: KeyboardEvent<HTMLElement>, target: HTMLElement): void {
  const fields = [...event.currentTarget.querySelectorAll<HTMLElement>('input:not(:disabled), textarea:not(:disabled)')];
  const next = fields[fields.indexOf(target) + 1];
  if (!next) return;
  event.preventDefault();
  next.focus();
}

/** The open list of several choices whose arrows were used last. */
let pointedIn: EventTarget | null = null;

/** Of several choices Enter and Tab pick only what was typed or pointed at; otherwise they would undo the last pick instead of leaving. */
function leaveChoices(event: KeyboardEvent<HTMLElement>): void {
  const { target, key } = event;
  if (!(target instanceof HTMLInputElement) || target.getAttribute('aria-expanded') !== 'true' || !target.closest('.ant-select-multiple')) return;
  if (key !== 'Enter' && key !== 'Tab') {
    pointedIn = key === 'ArrowDown' || key === 'ArrowUp' ? target : null;
    return;
  }
  const picks = key === 'Enter' && (target.value.trim() !== '' || pointedIn === target);
  pointedIn = null;
  if (picks) return;
  event.stopPropagation();
  if (key === 'Enter') focusNext(event, target);
}

/** On the way down: a closed list would open at Enter before the pane hears of it. */
export function focusNextFromList(event: KeyboardEvent<HTMLElement>): void {
  if (!isClosedList(event.target)) return leaveChoices(event);
  focusNextOnEnter(event);
  if (event.defaultPrevented) event.stopPropagation();
}
