import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, expect, test } from 'vitest';
import { openLogFile } from '../../../src-main/log/log-file.ts';
import { createLog } from '../../../src-main/log/log.ts';
import { redact } from '../../../src-main/log/redact.ts';

const now = (): Date => new Date('2026-11-24T08:00:00.000Z');
const folders: string[] = [];
afterEach(() => { for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true }); });

function logged(write: (log: ReturnType<typeof createLog>) => void): unknown[] {
  const lines: string[] = [];
  write(createLog({ write: (line) => lines.push(line), now }));
  return lines.map((line) => JSON.parse(line) as unknown);
}

test('one event is one JSON line with time, level and facts', () => {
  expect(logged((log) => log.info('request', { channel: 'cases/open', elapsedMs: 3 }))).toEqual([
    { at: '2026-11-24T08:00:00.000Z', level: 'info', event: 'request', channel: 'cases/open', elapsedMs: 3 },
  ]);
});

test.each([
  ['identity number', '110101199003078515'], ['identity number with X', '11010119900307851X'], ['old identity number', '110101900307851'],
  ['credit code', '91110000MA01ABCD2X'], ['mobile', '13800138000'], ['mobile with spaces', '138 0013 8000'], ['mobile with country', '+86 13800138000'],
  ['fixed line', '010-12345678'], ['fixed line of four', '075512345678'],
])('a %s is masked wherever it stands', (_name, value) => {
  const facts = { said: `经办人 ${value}，已核`, deep: [{ [value]: value }], error: new Error(`bad ${value}`) };
  expect(JSON.stringify(redact(facts))).not.toContain(value);
});

test('a mobile written as a number is masked too, other numbers stay', () => {
  expect(redact({ phone: 13_800_138_000, elapsedMs: 12, at: 1_795_507_200_000, count: 10n })).toEqual({ phone: '***', elapsedMs: 12, at: 1_795_507_200_000, count: '10' });
});

test('hashes, ids, 400 numbers and amounts stay readable', () => {
  const facts = { sha256: 'b94d27b9934d3e08a52e52d7da7dabfac484efe37a5380ee9088f7ace2efcde9', id: '0b3fb7d4-9a3c-4d7e-8c3e-2f1f5a1b9c11', number: '4006123456', amountLi: 600_000 };
  expect(redact(facts)).toEqual(facts);
});

test('values under secret names are masked whatever they are', () => {
  expect(redact({ password: 'x', adminPassword: 'x', key: Buffer.alloc(2), recoveryKey: 'x', deviceToken: 'x', clientSecret: ['x'], keys: 2 }))
    .toEqual({ password: '***', adminPassword: '***', key: '***', recoveryKey: '***', deviceToken: '***', clientSecret: '***', keys: 2 });
});

test('bytes are counted, cycles end, functions are named', () => {
  const loop: Record<string, unknown> = { bytes: new Uint8Array(5), run: () => 1 };
  loop['self'] = loop;
  expect(redact(loop)).toEqual({ bytes: '[5 bytes]', run: '[function]', self: '[again]' });
});

test('a reference is short, speakable and differs each time', () => {
  const { reference } = createLog({ write: () => undefined, now });
  const made = Array.from({ length: 50 }, reference);
  expect(made.every((one) => /^[2-9A-HJ-NP-Y]{3}-[2-9A-HJ-NP-Y]{3}$/.test(one))).toBe(true);
  expect(new Set(made).size).toBeGreaterThan(45);
});

test('the file is one a day and month-old files go', () => {
  const folder = mkdtempSync(join(tmpdir(), 'log-'));
  folders.push(folder);
  for (const name of ['console-2026-09-01.jsonl', 'console-2026-11-20.jsonl', 'notes.txt']) writeFileSync(join(folder, name), 'old\n');
  openLogFile(folder, now)('line\n');
  expect(readdirSync(folder).sort()).toEqual(['console-2026-11-20.jsonl', 'console-2026-11-24.jsonl', 'notes.txt']);
  expect(readFileSync(join(folder, 'console-2026-11-24.jsonl'), 'utf8')).toBe('line\n');
});

test('a log that cannot write does not stop the work', () => {
  const folder = mkdtempSync(join(tmpdir(), 'log-'));
  const write = openLogFile(folder, now);
  rmSync(folder, { recursive: true });
  expect(() => write('line\n')).not.toThrow();
});
