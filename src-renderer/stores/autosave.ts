/** What a save answers: done, or not; `again` says that trying again by itself can help (disk full, locked for a moment). */
export type SaveOutcome = { readonly ok: boolean; readonly again?: boolean };

/** `changed` after each key, `flush` on leaving the field; nothing is lost between two saves that overlap. */
export type Autosave = {
  readonly changed: () => void;
  readonly flush: () => Promise<void>;
  readonly dispose: () => Promise<void>;
  /** From now on saves by this function: a screen's newest one knows the newest fields. */
  readonly saveBy: (save: () => Promise<SaveOutcome>) => void;
};

const retryMs = 2000;

/**
 * Saves `delayMs` after the last key, at the latest one second after the first unsaved one, and at once on `flush`.
 * Saves never overlap: a change during a save is saved right after it.
 */
export function makeAutosave(first: () => Promise<SaveOutcome>, delayMs: number): Autosave {
  let save = first;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let dirtySince: number | null = null;
  let running: Promise<void> | null = null;

  const schedule = (afterMs: number): void => {
    clearTimeout(timer);
    timer = setTimeout(() => void run(), afterMs);
  };
  const once = async (): Promise<void> => {
    clearTimeout(timer);
    dirtySince = null;
    const outcome = await save();
    if (outcome.ok || !outcome.again) return;
    dirtySince ??= Date.now();
    schedule(retryMs);
  };
  const run = async (): Promise<void> => {
    if (running) await running;
    if (dirtySince === null) return;
    running ??= once().finally(() => { running = null; });
    await running;
  };
  return {
    changed: () => {
      dirtySince ??= Date.now();
      schedule(Math.max(0, Math.min(delayMs, dirtySince + 1000 - Date.now())));
    },
    flush: async () => {
      await run();
    },
    dispose: async () => {
      await run();
      clearTimeout(timer);
    },
    saveBy: (next) => { save = next; },
  };
}
