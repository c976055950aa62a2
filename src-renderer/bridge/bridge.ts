import type { CounterBridge } from '#contract/contract.ts';

export type Bridge = CounterBridge;

declare global {
  interface Window { readonly counter: Bridge }
}

/** The one place that touches the preload's global. */
export const bridge: Bridge = window.counter;
