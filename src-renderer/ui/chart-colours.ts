import { useSyncExternalStore } from 'react';

/** Colours of the chart as they stand in the style sheet, for a drawing that CSS cannot reach. */
export type ChartColours = { readonly lines: readonly string[]; readonly lit: string; readonly text: string; readonly quiet: string; readonly rule: string; readonly panel: string; readonly font: string };

const dark = window.matchMedia('(prefers-color-scheme: dark)');

function subscribe(listener: () => void): () => void {
  dark.addEventListener('change', listener);
  return () => dark.removeEventListener('change', listener);
}

/** Light or dark as the system says, so that a drawing is made anew. */
export const useDarkScheme = (): boolean => useSyncExternalStore(subscribe, () => dark.matches);

export function coloursOf(element: HTMLElement): ChartColours {
  const style = getComputedStyle(element);
  const token = (name: string): string => style.getPropertyValue(`--${name}`).trim();
  return { lines: [1, 2, 3, 4, 5, 6].map((n) => token(`chart-${n}`)), lit: token('lit'), text: token('text'), quiet: token('text-2'), rule: token('line-2'), panel: token('panel'), font: token('font') };
}
