import { appendFileSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { encodePoolSnapshot, SEGMENT_BYTES } from '#domain/number/pool-snapshot.ts';
import { deflate } from '../../../src-main/pool/deflate.ts';
import { openMirror, placeOf, type Mirror } from '../../../src-main/pool/mirror.ts';

const HEADS = ['4000', '4006'];
let dir: string;
let busy: Uint8Array;
const open: Mirror[] = [];

beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), 'mirror-'));
});
afterEach(() => {
  for (const mirror of open.splice(0)) mirror.close();
  rmSync(dir, { recursive: true, force: true });
});

function start(): Mirror {
  busy = new Uint8Array(HEADS.length * SEGMENT_BYTES);
  const mirror = openMirror({ dir, heads: HEADS, busy });
  open.push(mirror);
  return mirror;
}
const isFree = (digits: string): boolean => {
  const place = placeOf(digits, HEADS) as number;
  return ((busy[place >>> 3] as number) & (1 << (place & 7))) === 0;
};

/** A pool at a cursor in which only the named numbers are taken. */
function snapshot(cursor: number, ...taken: string[]): Uint8Array {
  const segments = HEADS.map((head) => ({ head, busy: new Uint8Array(SEGMENT_BYTES) }));
  for (const digits of taken) {
    const suffix = Number(digits.slice(4));
    const bitmap = segments[HEADS.indexOf(digits.slice(0, 4))]!.busy;
    bitmap[suffix >>> 3]! |= 1 << (suffix & 7);
  }
  return encodePoolSnapshot({ cursor, segments }, deflate);
}
const logFile = (): string => join(dir, readdirSync(dir).find((name) => name.endsWith('.deltas')) as string);

describe('the mirror of the pool', () => {
  it('is empty until a snapshot came, and refuses deltas until then', () => {
    const mirror = start();
    expect(mirror.state()).toBeNull();
    expect(mirror.apply([], 5, 1)).toEqual({ ok: false, error: { code: 'no-snapshot' } });
  });

  it('knows after a restart what it knew before: snapshot, deltas, cursor and time', () => {
    const mirror = start();
    mirror.loadSnapshot(snapshot(10, '4006008899', '4000000000'), 1000);
    mirror.apply([{ digits: '4006008899', free: true }, { digits: '4006999999', free: false }], 11, 2000);
    mirror.apply([{ digits: '4000123456', free: false }], 14, 3000);
    const before = mirror.state();
    expect(before).toEqual({ cursor: 14, syncedAt: 3000, free: 2_000_000 - 3 });
    expect(start().state()).toEqual(before);
    expect(['4006008899', '4006999999', '4000123456', '4000000000', '4000000001'].map(isFree)).toEqual([true, false, false, false, true]);
  });

  it('applies a batch once', () => {
    const mirror = start();
    mirror.loadSnapshot(snapshot(10), 1);
    const batch = [{ digits: '4006008899', free: false }];
    expect(mirror.apply(batch, 11, 2)).toMatchObject({ ok: true, value: [{ free: false }] });
    mirror.apply([{ digits: '4006008899', free: true }], 12, 3);
    expect(mirror.apply(batch, 11, 4)).toEqual({ ok: true, value: [] });
    expect(isFree('4006008899')).toBe(true);
  });

  it('takes no part of a batch with a number that it does not mirror', () => {
    const mirror = start();
    mirror.loadSnapshot(snapshot(10), 1);
    const failed = mirror.apply([{ digits: '4006008899', free: false }, { digits: '4008000000', free: false }], 11, 2);
    expect(failed).toEqual({ ok: false, error: { code: 'unknown-number', digits: '4008000000' } });
    expect(isFree('4006008899')).toBe(true);
    expect(start().state()?.cursor).toBe(10);
  });

  it('a new snapshot replaces the old one and its deltas', () => {
    const mirror = start();
    mirror.loadSnapshot(snapshot(10), 1);
    mirror.apply([{ digits: '4006008899', free: false }], 11, 2);
    mirror.loadSnapshot(snapshot(50, '4000000001'), 3);
    expect(start().state()).toEqual({ cursor: 50, syncedAt: 3, free: 1_999_999 });
    expect([isFree('4006008899'), isFree('4000000001')]).toEqual([true, false]);
  });

  it('folds a long log into a new snapshot without losing a number', () => {
    const mirror = start();
    mirror.loadSnapshot(snapshot(0), 1);
    const all = Array.from({ length: 300_000 }, (_, suffix) => ({ digits: `4006${String(suffix).padStart(6, '0')}`, free: false }));
    for (let at = 0; at < 3; at += 1) mirror.apply(all.slice(at * 100_000, (at + 1) * 100_000), at + 1, 10 + at);
    expect(statSync(logFile()).size).toBeLessThan(1000);
    expect(start().state()).toEqual({ cursor: 3, syncedAt: 12, free: 1_700_000 });
  });
});

describe('damage', () => {
  it.each<[string, (bytes: Uint8Array) => Uint8Array, string]>([
    ['one byte of the body', (bytes) => { const copy = bytes.slice(); copy[copy.length - 3]! ^= 1; return copy; }, 'checksum|body'],
    ['a lost end', (bytes) => bytes.slice(0, -10), 'body'],
    ['another version', (bytes) => Buffer.from(Buffer.from(bytes).toString('latin1').replace('"version":1', '"version":9'), 'latin1'), 'version'],
    ['an HTML page', () => Buffer.from('<html>\nproxy error</html>'), 'header'],
    ['nothing', () => new Uint8Array(), 'header'],
  ])('%s is refused and the old pool stays', (_, spoil, problem) => {
    const mirror = start();
    mirror.loadSnapshot(snapshot(10, '4006008899'), 1);
    const refused = mirror.loadSnapshot(spoil(snapshot(20, '4000000001', '4000777777')), 2);
    expect(refused).toMatchObject({ ok: false, error: { code: 'snapshot-damaged', problem: expect.stringMatching(problem) } });
    expect(mirror.state()).toEqual({ cursor: 10, syncedAt: 1, free: 1_999_999 });
    expect([isFree('4006008899'), isFree('4000000001')]).toEqual([false, true]);
  });

  it('of the stored snapshot: the mirror is empty again and takes the next one', () => {
    start().loadSnapshot(snapshot(10, '4006008899'), 1);
    const file = join(dir, 'pool.snapshot');
    const bytes = readFileSync(file);
    bytes[bytes.length - 5]! ^= 8;
    writeFileSync(file, bytes);
    const mirror = start();
    expect(mirror.state()).toBeNull();
    expect(readdirSync(dir)).toEqual([]);
    expect(mirror.loadSnapshot(snapshot(30), 5).ok).toBe(true);
  });

  it('of any byte of the stored snapshot, its header too, is found at the next start', () => {
    start().loadSnapshot(snapshot(10, '4006008899'), 1);
    const file = join(dir, 'pool.snapshot');
    const kept = new Map(readdirSync(dir).map((name) => [name, readFileSync(join(dir, name))]));
    const whole = readFileSync(file);
    for (let at = 0; at < whole.length; at += 1) {
      for (const [name, bytes] of kept) writeFileSync(join(dir, name), bytes);
      const spoilt = Buffer.from(whole);
      spoilt[at]! ^= 1 << (at % 8);
      writeFileSync(file, spoilt);
      const mirror = start();
      expect(mirror.state(), `byte ${at}`).toBeNull();
      mirror.close();
      open.pop();
    }
    expect(whole.length).toBeGreaterThan(200);
  });

  it('a batch that was cut off at any byte by a kill was never applied, a whole one always', () => {
    const mirror = start();
    mirror.loadSnapshot(snapshot(10), 1);
    const before = statSync(logFile()).size;
    mirror.apply([{ digits: '4006000001', free: false }, { digits: '4006000002', free: false }, { digits: '4000000003', free: false }], 11, 2);
    const bytes = readFileSync(logFile());
    for (let end = before; end <= bytes.length; end += 1) {
      writeFileSync(logFile(), bytes.subarray(0, end));
      const again = start();
      const applied = end === bytes.length;
      expect(again.state(), `${end} of ${bytes.length} bytes`).toEqual({ cursor: applied ? 11 : 10, syncedAt: applied ? 2 : 1, free: 2_000_000 - (applied ? 3 : 0) });
      again.close();
      open.pop();
    }
  });

  it('of the log: batches before it stay, what follows is asked for again', () => {
    const mirror = start();
    mirror.loadSnapshot(snapshot(10), 1);
    mirror.apply([{ digits: '4006000001', free: false }], 11, 2);
    const whole = statSync(logFile()).size;
    mirror.apply([{ digits: '4006000002', free: false }], 12, 3);
    truncateSync(logFile(), statSync(logFile()).size - 2);
    const again = start();
    expect(again.state()).toEqual({ cursor: 11, syncedAt: 2, free: 1_999_999 });
    expect(statSync(logFile()).size).toBe(whole);
    again.apply([{ digits: '4006000002', free: false }], 12, 4);
    expect(start().state()).toEqual({ cursor: 12, syncedAt: 4, free: 1_999_998 });
  });

  it('of the log by foreign bytes at its end', () => {
    const mirror = start();
    mirror.loadSnapshot(snapshot(10), 1);
    appendFileSync(logFile(), Buffer.alloc(64, 7));
    expect(start().state()).toEqual({ cursor: 10, syncedAt: 1, free: 2_000_000 });
  });
});
