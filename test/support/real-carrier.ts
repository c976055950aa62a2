import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';

// npm runs every script in the repository; specs are CommonJS and know no import.meta.
const root = process.cwd();

export type RealCarrierOptions = { readonly hall?: string; readonly pool?: number; readonly timeScale?: number; /** Other tables than the shipped ones. */ readonly resources?: string };

/** The reference carrier as a process of its own; it keeps port and data over a stop and a start. */
export type RealCarrier = {
  readonly baseUrl: string;
  readonly hall: string;
  readonly token: string;
  readonly stop: (signal?: NodeJS.Signals) => Promise<void>;
  readonly start: () => Promise<void>;
  /** Orders a fault (resources/provisioning-api/README.md, «Training only»). */
  readonly fault: (fault: Readonly<Record<string, unknown>>) => Promise<void>;
  readonly advanceClock: (advanceMs: number) => Promise<void>;
  /** Resources by kind as the carrier counts them. */
  readonly counts: () => Promise<Readonly<Record<string, number>>>;
  readonly get: (path: string) => Promise<unknown>;
  readonly post: (path: string, body: unknown, token?: string) => Promise<Response>;
  readonly freeNumbers: (count: number) => Promise<readonly string[]>;
  readonly dispose: () => Promise<void>;
};

/** Starts the carrier on a new data folder and a free port; a working day passes in milliseconds. */
export async function startRealCarrier({ hall = 'BJ001', pool = 2000, timeScale = 1_000_000, resources }: RealCarrierOptions = {}): Promise<RealCarrier> {
  const data = mkdtempSync(join(tmpdir(), 'real-carrier-'));
  const token = `${hall}.pc-1.0123456789abcdef`;
  const launch = (port: number): Promise<{ readonly child: ChildProcess; readonly port: number }> =>
    launchCarrier(['--port', String(port), '--data', data, '--hall', hall, '--hall', 'BJ999', '--pool', String(pool), '--seed', '7', '--time-scale', String(timeScale), '--admin', '--die-with-parent', ...(resources === undefined ? [] : ['--resources', resources])]);
  let running = await launch(0);
  const baseUrl = `http://127.0.0.1:${running.port}`;
  const request = (path: string, init: RequestInit = {}): Promise<Response> =>
    fetch(baseUrl + path, { ...init, headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json', ...(init.headers as Record<string, string> | undefined) } });
  const admin = async (path: string, body: unknown): Promise<void> => {
    const response = await request(`/admin/${path}`, { method: 'POST', body: JSON.stringify(body) });
    if (response.status !== 204) throw new Error(`/admin/${path} answered ${response.status}`);
  };
  const get = async (path: string): Promise<unknown> => (await request(path)).json();
  const stop = async (signal: NodeJS.Signals = 'SIGTERM'): Promise<void> => {
    const { child } = running;
    if (child.exitCode !== null || child.signalCode !== null) return;
    child.kill(signal);
    await once(child, 'exit');
  };
  return {
    baseUrl, hall, token, stop, get,
    start: async () => { running = await launch(running.port); },
    fault: (fault) => admin('fault', fault),
    advanceClock: (advanceMs) => admin('clock', { advanceMs }),
    counts: async () => ((await get('/admin/state')) as { readonly resources: Readonly<Record<string, number>> }).resources,
    post: (path, body, other = token) => request(path, { method: 'POST', body: JSON.stringify(body), headers: { authorization: `Bearer ${other}`, 'idempotency-key': crypto.randomUUID() } }),
    freeNumbers: async (count) => ((await get(`/tmf-api/resourceInventory/v5/resource?allocationStatus=available&limit=${count}`)) as readonly { readonly value: string }[]).map((one) => one.value),
    dispose: async () => {
      await stop();
      rmSync(data, { recursive: true, force: true });
    },
  };
}

async function launchCarrier(args: readonly string[]): Promise<{ readonly child: ChildProcess; readonly port: number }> {
  const child = spawn(process.execPath, ['--disable-warning=MODULE_TYPELESS_PACKAGE_JSON', join(root, 'src-main', 'carrier', 'index.ts'), ...args], {
    stdio: ['pipe', 'pipe', 'inherit'], env: { ...process.env, NODE_OPTIONS: '' },
  });
  const lines = createInterface({ input: child.stdout as NodeJS.ReadableStream });
  const ready = await new Promise<string>((done, failed) => {
    lines.once('line', done);
    child.once('exit', (code) => failed(new Error(`the carrier ended with ${code}`)));
  });
  return { child, port: (JSON.parse(ready) as { readonly port: number }).port };
}
