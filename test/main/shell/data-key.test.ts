import { createHash } from 'node:crypto';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { confirmRecoveryKey, type DataKey, type KeyStore, loadOrMakeDataKey, recoverDataKey } from '../../../src-main/shell/data-key.ts';
import { formatRecoveryKey, parseRecoveryKey } from '../../../src-main/shell/recovery-key.ts';

let dir: string;
beforeEach(() => { dir = mkdtempSync(join(tmpdir(), 'key-')); });
afterEach(() => { rmSync(dir, { recursive: true, force: true }); });

/** A key store of one Windows user: what another one wrapped does not open. */
function storeOf(user: string, backend: 'gnome_libsecret' | 'basic_text' | 'unknown' = 'gnome_libsecret', available = true): KeyStore {
  const pad = createHash('sha512').update(user).digest();
  const mix = (bytes: Uint8Array): Buffer => Buffer.from(bytes.map((byte, at) => byte ^ (pad[at % 64] ?? 0)));
  const mark = (text: string): string => createHash('sha256').update(user + text).digest('hex').slice(0, 8);
  return {
    isAsyncEncryptionAvailable: async () => available,
    getSelectedStorageBackend: () => backend,
    encryptStringAsync: async (text) => mix(Buffer.from(mark(text) + text)),
    decryptStringAsync: async (sealed) => {
      const whole = mix(sealed).toString();
      if (mark(whole.slice(8)) !== whole.slice(0, 8)) throw new Error('cannot decrypt');
      return { result: whole.slice(8), shouldReEncrypt: false };
    },
  };
}

const load = (user = 'clerk', hasData = false, store = storeOf(user)) => loadOrMakeDataKey({ dir, safeStorage: store, hasData, acceptsBasicText: false });
async function made(): Promise<DataKey> {
  const first = await load();
  if (!first.ok) throw new Error(first.error.code);
  return first.value;
}
const onDisk = (): string => readdirSync(dir).map((name) => readFileSync(join(dir, name), 'utf8')).join('\n');

test('the first start makes a key and shows a recovery key; the next start opens the same key', async () => {
  const first = await made();
  confirmRecoveryKey(dir);
  const second = await load('clerk', true);
  expect([first.kind, first.key.length, first.recoveryKey?.length]).toEqual(['made', 32, 44]);
  expect(second).toEqual({ ok: true, value: { kind: 'opened', key: first.key, recoveryKey: null, keyStore: 'system' } });
});

test('neither the key nor the recovery key lies on the disk in any form', async () => {
  const { key, recoveryKey } = await made();
  const disk = onDisk();
  for (const form of ['base64', 'base64url', 'hex'] as const) expect(disk).not.toContain(key.toString(form));
  expect(disk).not.toContain(recoveryKey);
  expect(disk).not.toContain(parseRecoveryKey(recoveryKey ?? '')?.toString('base64'));
});

test('a recovery key that nobody confirmed is replaced at the next start, and the old one no longer opens', async () => {
  const first = await made();
  const again = await load('clerk', true);
  if (!again.ok) throw new Error(again.error.code);
  expect([again.value.kind, again.value.key.equals(first.key), again.value.recoveryKey === first.recoveryKey]).toEqual(['opened', true, false]);
  expect(await recoverDataKey(dir, first.recoveryKey ?? '', storeOf('clerk'))).toEqual({ ok: false, error: { code: 'recovery-key-wrong' } });
});

test.each([
  ['missing', 'wrap-missing', () => rmSync(join(dir, 'key.safe'))],
  ['damaged', 'wrap-damaged', () => writeFileSync(join(dir, 'key.safe'), '{"version":1')],
  ['emptied', 'wrap-damaged', () => writeFileSync(join(dir, 'key.safe'), '')],
  ['of another user', 'wrap-not-ours', () => undefined],
])('a wrap that is %s asks for recovery, makes no key and changes no file', async (_name, cause, harm) => {
  await made();
  confirmRecoveryKey(dir);
  harm();
  const before = onDisk();
  expect(await load(cause === 'wrap-not-ours' ? 'other' : 'clerk', true)).toEqual({ ok: false, error: { code: 'needs-recovery', cause } });
  expect(onDisk()).toBe(before);
});

test('data without any wrap never gets a new key', async () => {
  expect(await load('clerk', true)).toEqual({ ok: false, error: { code: 'needs-recovery', cause: 'wrap-missing' } });
  expect(readdirSync(dir)).toEqual([]);
});

test('a confirmed recovery wrap counts as data even when none is seen', async () => {
  await made();
  confirmRecoveryKey(dir);
  rmSync(join(dir, 'key.safe'));
  expect(await load('clerk', false)).toMatchObject({ ok: false, error: { code: 'needs-recovery' } });
});

test('the recovery key opens the same key for another user, who then needs it no more', async () => {
  const { key, recoveryKey } = await made();
  confirmRecoveryKey(dir);
  const typed = (recoveryKey ?? '').toLowerCase().replaceAll('-', ' ');
  expect(await recoverDataKey(dir, typed, storeOf('other'))).toEqual({ ok: true, value: key });
  expect(await load('other', true)).toMatchObject({ ok: true, value: { kind: 'opened', key, recoveryKey: null } });
});

test('a wrong recovery key opens nothing and changes no file', async () => {
  const { recoveryKey } = await made();
  confirmRecoveryKey(dir);
  const before = onDisk();
  const other = formatRecoveryKey(Buffer.alloc(20, 7));
  const mistyped = (recoveryKey ?? '').replace(/^./, (letter) => (letter === '7' ? '8' : '7'));
  for (const wrong of [other, mistyped, '', recoveryKey?.slice(0, -1) ?? '']) {
    expect(await recoverDataKey(dir, wrong, storeOf('clerk'))).toEqual({ ok: false, error: { code: 'recovery-key-wrong' } });
  }
  expect(onDisk()).toBe(before);
});

test('without a recovery wrap there is nothing to recover from', async () => {
  expect(await recoverDataKey(dir, formatRecoveryKey(Buffer.alloc(20)), storeOf('clerk'))).toEqual({ ok: false, error: { code: 'recovery-wrap-missing' } });
});

test.each([
  ['no key store', storeOf('clerk', 'gnome_libsecret', false)], ['a plain-text store', storeOf('clerk', 'basic_text')], ['an unknown store', storeOf('clerk', 'unknown')],
])('%s: nothing is made and nothing is written', async (_name, store) => {
  expect(await load('clerk', false, store)).toEqual({ ok: false, error: { code: 'key-store-unavailable' } });
  expect(readdirSync(dir)).toEqual([]);
});

test('a plain-text store is accepted where the caller says so, and named', async () => {
  const opened = await loadOrMakeDataKey({ dir, safeStorage: storeOf('clerk', 'basic_text'), hasData: false, acceptsBasicText: true });
  expect(opened).toMatchObject({ ok: true, value: { keyStore: 'basic_text' } });
});

test('every single wrong letter of a recovery key is noticed', () => {
  const key = formatRecoveryKey(Buffer.from('0123456789abcdef0123456789abcdef01234567', 'hex'));
  const wrong = [...key].flatMap((letter, at) => [...'0123456789ABCDEFGHJKMNPQRSTVWXYZ'].filter((one) => letter !== '-' && one !== letter).map((one) => key.slice(0, at) + one + key.slice(at + 1)));
  expect(wrong.length).toBe(36 * 31);
  expect(wrong.filter((one) => parseRecoveryKey(one) !== null)).toEqual([]);
  expect(parseRecoveryKey(key)?.toString('hex')).toBe('0123456789abcdef0123456789abcdef01234567');
});
