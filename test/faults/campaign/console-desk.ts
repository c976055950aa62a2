import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import type { CounterBridge } from '#contract/contract.ts';
import { trainingPassword, trainingStaff } from '../../../src-main/services/hall/set-up.ts';
import { type Console, launchConsole } from '../../support/launch-console.ts';
import type { Caller } from '../../support/test-console.ts';
import { until } from '../../support/until.ts';
import type { Desk, WorkEnd } from './desk.ts';
import { readEverything } from './standing.ts';
import { workOnCase } from './work-on-case.ts';

type Invoked = { readonly ok: boolean; readonly value?: unknown; readonly error?: unknown };

/** The console behind its window, worked through the bridge of its own page. */
export async function openConsoleDesk(folder: string, carrierUrl: string): Promise<Desk> {
  const console = await launchConsole({ userData: folder, env: { CONSOLE_CARRIER_URL: carrierUrl, CONSOLE_PRINT_FOLDER: join(folder, 'printed') } });
  const page = await console.firstWindow();
  const call = callThrough(page);
  await until('the console has opened its data', async () => ((await invoke(page, 'setup/state', undefined)).value as { readonly stage: string } | undefined)?.stage === 'ready');
  await call('session/sign-in', { staffNo: trainingStaff[0]?.staffNo ?? '', password: trainingPassword });
  const dataDir = join(folder, 'training');
  return {
    dataDir, key: await keyBehind(console, dataDir),
    read: () => readEverything(call),
    work: async (order, progress): Promise<WorkEnd> => {
      let at = '';
      let { isUp } = order;
      const line = async (up: boolean): Promise<void> => {
        await progress.line(up);
        isUp = up;
      };
      try {
        await workOnCase({ call, line, isUp: () => isUp }, order, { begun: (step) => { at = step; progress.begun(step); }, acknowledged: progress.acknowledged });
        return { kind: 'done' };
      } catch (error) {
        return console.isOver() ? { kind: 'killed' } : { kind: 'broke', step: at, problem: String((error as Error).message) };
      }
    },
    kill: console.kill,
    close: console.close,
  };
}

/** Bytes travel as base64: the page's own world turns them back into the array that the bridge takes. */
const invoke = (page: Page, channel: string, request: unknown): Promise<Invoked> =>
  page.evaluate(async ([name, text]) => {
    const revive = (_key: string, value: unknown): unknown => {
      const packed = (value as { readonly $bytes?: string } | null)?.$bytes;
      return packed === undefined ? value : Uint8Array.from(atob(packed), (letter) => letter.charCodeAt(0));
    };
    const bridge = (window as unknown as { readonly counter: { readonly invoke: (channel: string, request: unknown) => Promise<Invoked> } }).counter;
    const answer = await bridge.invoke(name ?? '', text === undefined ? undefined : JSON.parse(text, revive));
    // The campaign reads views; the bytes of a draft stay in the page.
    return JSON.parse(JSON.stringify(answer, (_key, value: unknown) => (value instanceof Uint8Array ? null : value))) as Invoked;
  }, [channel, request === undefined ? undefined : JSON.stringify(request, (_key, value: unknown) => (value instanceof Uint8Array ? { $bytes: Buffer.from(value).toString('base64') } : value))] as const);

const callThrough = (page: Page): Caller => async (channel, request) => {
  const answer = await invoke(page, channel, request);
  if (!answer.ok) throw new Error(`${channel}: ${JSON.stringify(answer.error)}`);
  return answer.value as Awaited<ReturnType<CounterBridge['invoke']>> as never;
};

/** The data key, opened by the key store of the running console: only a test asks for it in this way. */
async function keyBehind(console: Console, dataDir: string): Promise<Uint8Array> {
  const { wrapped } = JSON.parse(readFileSync(join(dataDir, 'key.safe'), 'utf8')) as { readonly wrapped: string };
  const text = await console.evaluateMain(async ({ safeStorage }, sealed) => (await safeStorage.decryptStringAsync(Buffer.from(sealed, 'base64'))).result, wrapped);
  return Buffer.from(text, 'base64');
}
