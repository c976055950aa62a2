import { cpSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { KeyStore } from '../../../src-main/shell/data-key.ts';
import { openMachineSide } from '../../../src-main/shell/device-side.ts';

let dir: string;
beforeEach(() => { dir = mkdtempSync(join(tmpdir(), 'device-')); });
afterEach(() => rmSync(dir, { recursive: true }));

/** A key store that opens only what it closed itself. */
const keyStoreOf = (machine: string): KeyStore => ({
  isAsyncEncryptionAvailable: async () => true,
  encryptStringAsync: async (text: string) => Buffer.from(`${machine} ${text}`),
  decryptStringAsync: async (bytes: Buffer) => {
    const [owner, text = ''] = bytes.toString().split(' ');
    if (owner !== machine) throw new Error('not ours');
    return { result: text, shouldReEncrypt: false };
  },
});
const mark = { deviceKeyId: 'k', incarnation: 4, bootId: 'b', previousBootId: null };

test('the key is this machine\'s: found again here, not ours on another machine, and the mark is read back whole', async () => {
  const first = await openMachineSide(dir, keyStoreOf('here'));
  expect([first.keyId, first.readMark()]).toEqual([null, null]);
  const made = await first.makeKey();
  first.writeMark(mark);
  const again = await openMachineSide(dir, keyStoreOf('here'));
  expect([again.keyId, again.readMark()]).toEqual([made, mark]);
  const copied = mkdtempSync(join(tmpdir(), 'device-copy-'));
  cpSync(dir, copied, { recursive: true });
  expect((await openMachineSide(copied, keyStoreOf('elsewhere'))).keyId).toBeNull();
  rmSync(copied, { recursive: true });
  expect(readdirSync(dir).sort()).toEqual(['device.key', 'device.mark']);
});

test('a side file that does not read is as good as none', async () => {
  writeFileSync(join(dir, 'device.mark'), '{"incarnation": "4"');
  expect((await openMachineSide(dir, keyStoreOf('here'))).readMark()).toBeNull();
});
