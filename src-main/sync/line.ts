import { backoffMs } from '#domain/outbox/classify.ts';

/** Whether the carrier can be reached. Everybody who talks to it reports; while it is down one probe alone asks again. */
export type Line = {
  readonly state: () => 'unknown' | 'up' | 'down';
  readonly reportUp: () => void;
  readonly reportDown: (reason: string) => void;
  /** Asks now instead of at the next turn. */
  readonly probeNow: () => void;
  readonly onChange: (listener: () => void) => void;
  /** Resolves when the line is up or the signal is aborted. */
  readonly whenUp: (signal: AbortSignal) => Promise<void>;
  readonly close: () => void;
};

// A line that breaks again at once is not trusted at once: only an up of this long starts the waiting anew.
const steadyMs = 10_000;

export type LineOptions = { readonly probe: () => Promise<boolean>; readonly random: () => number; readonly capMs: number };

export function openLine({ probe, random, capMs }: LineOptions): Line {
  let state: 'unknown' | 'up' | 'down' = 'unknown';
  let misses = 0;
  let upSince = 0;
  let timer: NodeJS.Timeout | undefined;
  let probing = false;
  let closed = false;
  const listeners = new Set<() => void>();
  const set = (next: 'up' | 'down'): void => {
    if (closed || state === next) return;
    if (next === 'up') upSince = performance.now();
    else if (state === 'up' && performance.now() - upSince > steadyMs) misses = 0;
    state = next;
    for (const listener of Array.from(listeners)) listener();
  };
  const plan = (): void => {
    clearTimeout(timer);
    timer = setTimeout(ask, Math.min(backoffMs(misses, random()), capMs));
    timer.unref();
  };
  const ask = async (): Promise<void> => {
    clearTimeout(timer);
    if (closed || probing || state === 'up') return;
    probing = true;
    const reached = await probe();
    probing = false;
    misses += 1;
    set(reached ? 'up' : 'down');
    if (!reached && !closed) plan();
  };
  return {
    state: () => state,
    reportUp: () => set('up'),
    reportDown: () => {
      set('down');
      if (!probing && !closed) plan();
    },
    probeNow: () => void ask(),
    onChange: (listener) => void listeners.add(listener),
    whenUp: (signal) => new Promise((resolve) => {
      const check = (): void => {
        if (state !== 'up' && !signal.aborted && !closed) return;
        listeners.delete(check);
        signal.removeEventListener('abort', check);
        resolve();
      };
      listeners.add(check);
      signal.addEventListener('abort', check);
      check();
    }),
    close: () => {
      closed = true;
      clearTimeout(timer);
      for (const listener of Array.from(listeners)) listener();
    },
  };
}
