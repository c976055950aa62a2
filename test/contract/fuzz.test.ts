import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type RequestChannel, requestChannels } from '#contract/channels.ts';
import { requestSchemas } from '#contract/contract.ts';
import { type Call, registerDoor } from '../../src-main/ipc/register.ts';
import { createLog } from '../../src-main/log/log.ts';
import { FakeIpcMain, guard, sentFrom } from '../main/ipc/fake-ipc.ts';
import { sampleRequests } from '../support/sample-requests.ts';
import type { ServiceChannel } from '../support/test-console.ts';

const channels = requestChannels.filter((channel): channel is ServiceChannel => !channel.startsWith('setup/'));
const samples = sampleRequests('WJ0127');

/** The real door; what gets through is kept, and stands in for the services. */
function openDoor() {
  const through: (readonly [RequestChannel, unknown])[] = [];
  const ipcMain = new FakeIpcMain();
  registerDoor({
    ipcMain: ipcMain.asElectron, guard, elapsed: () => 0, log: createLog({ write: () => undefined, now: () => new Date(0) }),
    call: (async (channel: RequestChannel, request: unknown) => { through.push([channel, request]); return { ok: true, value: null }; }) as unknown as Call,
  });
  return { through, ask: (channel: RequestChannel, request: unknown) => ipcMain.invoke(channel, sentFrom(), request) as Promise<{ readonly ok: boolean; readonly error?: { readonly code: string } }> };
}

/** What a structured clone can carry, hostile shapes included. */
const junk = fc.oneof(
  fc.anything({ withBigInt: true, withDate: true, withMap: true, withSet: true, withTypedArray: true, withNullPrototype: true, withSparseArray: true }),
  fc.constant(JSON.parse('{"__proto__":{"role":"admin"},"constructor":1}')), fc.string({ minLength: 5000, maxLength: 6000 }), fc.constant(Number.NaN),
);

describe.each(requestChannels)('%s', (channel) => {
  test('junk is a bad request, or what the schema itself accepts; nothing throws', async () => {
    const { through, ask } = openDoor();
    await fc.assert(fc.asyncProperty(junk, async (request) => {
      const before = through.length;
      const answer = await ask(channel, request);
      const accepted = requestSchemas[channel].safeParse(request).success;
      expect(answer.ok ? 'through' : answer.error?.code).toBe(accepted ? 'through' : 'bad-request');
      expect(through.length - before).toBe(accepted ? 1 : 0);
    }), { numRuns: 60 });
  });
});

describe.each(channels.filter((channel) => samples[channel] !== undefined))('%s', (channel) => {
  const sample = samples[channel] as Readonly<Record<string, unknown>>;

  test('the sample itself is let through', async () => {
    expect((await openDoor().ask(channel, sample)).ok).toBe(true);
  });

  test.each(Object.keys(sample))('without or with a wrong %s, and with a field too many, it is not', async (field) => {
    const { through, ask } = openDoor();
    const { [field]: _left, ...rest } = sample;
    const wrongs = [rest, { ...sample, [field]: { $ne: 1 } }, { ...sample, [field]: undefined }, { ...sample, [`${field}2`]: 1 }, { ...sample, actor: 'admin' }];
    const codes = await Promise.all(wrongs.map(async (wrong) => (await ask(channel, wrong)).error?.code));
    expect(codes).toEqual(wrongs.map(() => 'bad-request'));
    expect(through).toEqual([]);
  });
});
