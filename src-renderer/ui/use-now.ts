import { useEffect, useState } from 'react';

/** The clock of the PC as an instant, read again every `everyMs` while shown. Only for what the eye counts down. */
export function useNow(everyMs = 1000): string {
  const [now, setNow] = useState(() => new Date().toISOString());
  useEffect(() => {
    const timer = setInterval(() => setNow(new Date().toISOString()), everyMs);
    return () => clearInterval(timer);
  }, [everyMs]);
  return now;
}
