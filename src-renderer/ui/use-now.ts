import { createContext, useContext, useEffect, useState } from 'react';

/** How far the carrier's clock is ahead of this PC's, in ms: deadlines count down by the carrier's. */
export const ClockAheadContext = createContext(0);

/** The carrier's time as an instant, read again every `everyMs` while shown. Only for what the eye counts down. */
export function useNow(everyMs = 1000): string {
  const ahead = useContext(ClockAheadContext);
  const [read, setRead] = useState(() => Date.now());
  useEffect(() => {
    const timer = setInterval(() => setRead(Date.now()), everyMs);
    return () => clearInterval(timer);
  }, [everyMs]);
  return new Date(read + ahead).toISOString();
}
