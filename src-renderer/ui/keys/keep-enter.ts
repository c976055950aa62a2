import type { KeyboardEvent } from 'react';

/** Enter presses the button that has the focus, never the one beside it. */
export function keepButtonsEnter(event: KeyboardEvent): void {
  if (event.key === 'Enter' && !event.ctrlKey && event.target instanceof HTMLButtonElement) event.stopPropagation();
}
