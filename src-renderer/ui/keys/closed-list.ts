/** A list to choose from that is not open: Space and the arrows open it, Enter is the form's. */
export const isClosedList = (target: EventTarget | null): boolean =>
  target instanceof HTMLInputElement && target.getAttribute('role') === 'combobox' && target.getAttribute('aria-expanded') !== 'true';
