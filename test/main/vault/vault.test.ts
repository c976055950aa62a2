import { randomBytes, randomUUID } from 'node:crypto';
import { mkdtempSync, readdirSync, readFileSync, renameSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { openVault, type Vault } from '../../../src-main/vault/vault.ts';

const key = new Uint8Array(32).fill(7);
let dir: string;
let vault: Vault;
const fileOf = (fileId: string): string => join(dir, `${fileId}.sealed`);

beforeEach(async () => {
  dir = mkdtempSync(join(tmpdir(), 'vault-'));
  vault = await openVault({ dir, key, ids: randomUUID });
});
afterEach(() => rmSync(dir, { recursive: true }));

test('what was put comes back, also after the vault is opened anew', async () => {
  const bytes = randomBytes(300_000);
  const { fileId } = await vault.put(bytes);
  const again = await openVault({ dir, key, ids: randomUUID });
  const got = await again.get(fileId);
  expect(got.ok && Buffer.from(got.value).equals(bytes)).toBe(true);
});

test('an empty file is a file', async () => {
  const { fileId } = await vault.put(new Uint8Array(0));
  expect(await vault.get(fileId)).toEqual({ ok: true, value: Buffer.alloc(0) });
});

test('one flipped bit anywhere is refused: version, nonce, ciphertext, tag', async () => {
  const { fileId } = await vault.put(Buffer.from('legal representative'));
  const sealed = readFileSync(fileOf(fileId));
  for (let at = 0; at < sealed.byteLength; at += 1) {
    const bent = Buffer.from(sealed);
    bent[at] = (bent[at] ?? 0) ^ 1;
    writeFileSync(fileOf(fileId), bent);
    expect(await vault.get(fileId)).toEqual({ ok: false, error: { code: 'vault-file-damaged' } });
  }
});

test('a file cut short is refused, one that is gone is missing', async () => {
  const { fileId } = await vault.put(Buffer.from('licence'));
  writeFileSync(fileOf(fileId), readFileSync(fileOf(fileId)).subarray(0, 20));
  expect(await vault.get(fileId)).toEqual({ ok: false, error: { code: 'vault-file-damaged' } });
  await vault.remove(fileId);
  expect(await vault.get(fileId)).toEqual({ ok: false, error: { code: 'vault-file-missing' } });
});

test('a file in the place of another is refused', async () => {
  const [one, two] = [await vault.put(Buffer.from('one')), await vault.put(Buffer.from('two'))];
  renameSync(fileOf(one.fileId), fileOf(two.fileId));
  expect(await vault.get(two.fileId)).toEqual({ ok: false, error: { code: 'vault-file-damaged' } });
});

test('another key opens nothing', async () => {
  const { fileId } = await vault.put(Buffer.from('one'));
  const other = await openVault({ dir, key: new Uint8Array(32).fill(8), ids: randomUUID });
  expect(await other.get(fileId)).toEqual({ ok: false, error: { code: 'vault-file-damaged' } });
});

test('the folder holds no plaintext and no telling name', async () => {
  const secret = '王小明 11010519491231002X';
  await vault.put(Buffer.from(secret.repeat(50)));
  const [name = '', ...rest] = readdirSync(dir);
  expect(rest).toEqual([]);
  expect(name).toMatch(/^[0-9a-f]{32}\.sealed$/);
  const sealed = readFileSync(join(dir, name));
  expect(sealed.includes('王小明') || sealed.includes('11010519491231002X')).toBe(false);
});

test('the sweep takes old files that no row names, and old halves of a write', async () => {
  const [kept, orphan, young] = [await vault.put(Buffer.from('kept')), await vault.put(Buffer.from('orphan')), await vault.put(Buffer.from('young'))];
  const half = join(dir, `${'a'.repeat(32)}.sealed.part`);
  writeFileSync(half, 'half');
  writeFileSync(join(dir, 'README'), 'not ours');
  const old = new Date('2026-11-01T00:00:00Z');
  for (const file of [fileOf(kept.fileId), fileOf(orphan.fileId), half, join(dir, 'README')]) utimesSync(file, old, old);
  expect(await vault.sweep(new Set([kept.fileId]), '2026-11-02T00:00:00.000Z')).toBe(2);
  expect(readdirSync(dir).sort()).toEqual([`${kept.fileId}.sealed`, `${young.fileId}.sealed`, 'README'].sort());
});
