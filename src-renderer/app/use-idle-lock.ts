import { useEffect, useEffectEvent } from 'react';
import type { SessionState } from '#contract/session.ts';
import { useSession } from '../stores/session.ts';

const touchEveryMs = 15_000;

/** Tells main that someone is here (at most every 15 s) and locks when nobody was for `lockAfterMs`. */
export function useIdleLock(session: SessionState, lock: () => Promise<void>): void {
  const { touch } = useSession();
  const onIdle = useEffectEvent(() => { void lock(); });
  const { locked, lockAfterMs } = session;
  useEffect(() => {
    if (locked) return undefined;
    let told = 0;
    let timer = setTimeout(onIdle, lockAfterMs);
    const onSign = (): void => {
      clearTimeout(timer);
      timer = setTimeout(onIdle, lockAfterMs);
      const now = Date.now();
      if (now - told < touchEveryMs) return;
      told = now;
      touch();
    };
    const signs = ['keydown', 'pointerdown', 'wheel'] as const;
    for (const sign of signs) window.addEventListener(sign, onSign, { passive: true });
    return () => {
      clearTimeout(timer);
      for (const sign of signs) window.removeEventListener(sign, onSign);
    };
  }, [locked, lockAfterMs, touch]);
}
