/** Shows a field and goes into it; what this very step puts on the page is there a frame later. */
export function focusSoon(selector: string): void {
  requestAnimationFrame(() => {
    const field = document.querySelector<HTMLInputElement | HTMLTextAreaElement>(selector);
    field?.scrollIntoView({ block: 'nearest' });
    field?.focus();
  });
}
