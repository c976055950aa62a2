import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { makeAutosave, type SaveOutcome } from '../../src-renderer/stores/autosave.ts';

beforeEach(() => { vi.useFakeTimers(); });
afterEach(() => { vi.useRealTimers(); });

function counting(outcome: () => SaveOutcome = () => ({ ok: true })): { readonly times: number[]; readonly save: () => Promise<SaveOutcome> } {
  const start = Date.now();
  const times: number[] = [];
  return { times, save: async () => { times.push(Date.now() - start); return outcome(); } };
}

describe('autosave', () => {
  it('saves 400 ms after the last key, once', async () => {
    const { times, save } = counting();
    const autosave = makeAutosave(save, 400);
    autosave.changed();
    await vi.advanceTimersByTimeAsync(300);
    autosave.changed();
    await vi.advanceTimersByTimeAsync(5000);
    expect(times).toEqual([700]);
  });

  it('does not wait for a clerk who types without a pause: at the latest one second after the first unsaved key', async () => {
    const { times, save } = counting();
    const autosave = makeAutosave(save, 400);
    for (let index = 0; index < 10; index += 1) {
      autosave.changed();
      await vi.advanceTimersByTimeAsync(150);
    }
    await vi.advanceTimersByTimeAsync(1000);
    expect(times[0]).toBe(1000);
  });

  it('saves at once when the field is left, and not again when the timer would have come', async () => {
    const { times, save } = counting();
    const autosave = makeAutosave(save, 400);
    autosave.changed();
    await autosave.flush();
    await vi.advanceTimersByTimeAsync(5000);
    expect(times).toEqual([0]);
  });

  it('saves nothing when nothing changed', async () => {
    const { times, save } = counting();
    await makeAutosave(save, 400).flush();
    expect(times).toEqual([]);
  });

  it('never overlaps two saves and keeps what was typed during the first', async () => {
    let running = 0;
    let most = 0;
    let saves = 0;
    const autosave = makeAutosave(async () => {
      running += 1;
      most = Math.max(most, running);
      await new Promise((resolve) => { setTimeout(resolve, 500); });
      running -= 1;
      saves += 1;
      return { ok: true };
    }, 400);
    autosave.changed();
    await vi.advanceTimersByTimeAsync(450);
    autosave.changed();
    const left = autosave.flush();
    await vi.advanceTimersByTimeAsync(3000);
    await left;
    expect({ most, saves }).toEqual({ most: 1, saves: 2 });
  });

  it('tries a failed save again every two seconds until it is on disk, where trying again can help', async () => {
    let full = true;
    const { times, save } = counting(() => (full ? { ok: false, again: true } : { ok: true }));
    const autosave = makeAutosave(save, 400);
    autosave.changed();
    await vi.advanceTimersByTimeAsync(3000);
    full = false;
    await vi.advanceTimersByTimeAsync(10_000);
    expect(times).toEqual([400, 2400, 4400]);
  });

  it('does not repeat a save that was refused for good', async () => {
    const { times, save } = counting(() => ({ ok: false }));
    const autosave = makeAutosave(save, 400);
    autosave.changed();
    await vi.advanceTimersByTimeAsync(10_000);
    expect(times).toEqual([400]);
  });

  it('saves what is unsaved when its screen goes away', async () => {
    const { times, save } = counting();
    const autosave = makeAutosave(save, 400);
    autosave.changed();
    await autosave.dispose();
    expect(times).toEqual([0]);
  });
});
