/** What a device knows about the time, all in epoch milliseconds but the elapsed. */
export type ClockReadings = {
  readonly wallMs: number;
  /** The carrier's clock in its last answer; null before the first. */
  readonly lastServerMs: number | null;
  /** Milliseconds on the monotonic clock since that answer. */
  readonly monotonicElapsedMs: number;
  /** The highest effective time ever persisted; 0 in a fresh database. */
  readonly highestPersistedMs: number;
};

/** The latest of all readings, so that time never runs backwards; it serves good manners, no promise rests on it. */
export function effectiveNow({ wallMs, lastServerMs, monotonicElapsedMs, highestPersistedMs }: ClockReadings): number {
  const server = lastServerMs === null ? 0 : lastServerMs + Math.max(0, monotonicElapsedMs);
  return Math.max(wallMs, server, highestPersistedMs);
}
