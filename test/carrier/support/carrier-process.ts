import { type ChildProcess, spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { createInterface } from 'node:readline';
import { loadContract } from '../../../src-main/carrier/http/contract.ts';

const root = resolve(import.meta.dirname, '..', '..', '..');
const contract = loadContract(join(root, 'resources', 'provisioning-api', 'openapi.yaml'));

export const hall = 'BJ001';
export const otherHall = 'BJ002';
export const tokenOf = (code: string): string => `Bearer ${code}.pc-1.0123456789abcdef`;

/** Members of served resources, errors and events that tests look at; the contract check vouches for their shapes. */
export type Served = {
  readonly id: string; readonly href: string; readonly name: string; readonly correlatorId: string; readonly totalAmount: { readonly value: number }; readonly code: string; readonly state: string; readonly status: string; readonly retryable: boolean; readonly limit: number;
  readonly value: string; readonly allocationStatus: string; readonly stateChangeReason: string; readonly resourceVersion: number; readonly startDate: string;
  readonly expectedCompletionDate: string; readonly isSellable: boolean; readonly reservationPeriod: { readonly startDateTime: string; readonly endDateTime: string };
  readonly violations: readonly { readonly path: string }[]; readonly relatedEntity: readonly Served[]; readonly payment: readonly Served[];
  readonly productOrderErrorMessage: readonly { readonly code: string; readonly reason: string }[]; readonly productOfferingPrice: readonly { readonly price: unknown }[];
  readonly productOrderItem: readonly { readonly state: string; readonly product: Served }[];
  readonly eventType: string; readonly feedCursor: number; readonly correlationId: string; readonly event: { readonly resource: Served; readonly productOrder: Served; readonly product: Served };
};

/** An answer; `list` is the body where it is an array. */
export type Reply = { readonly status: number; readonly headers: Headers; readonly text: string; readonly body: Served; readonly list: readonly Served[] };
export type CallOptions = { readonly body?: unknown; readonly key?: string; readonly hall?: string; readonly headers?: Record<string, string> };

/** Each answer in each test must be what the contract says. */
function checkAgainstContract(method: string, path: string, reply: Reply): void {
  const bare = path.split('?')[0] ?? '';
  const operation = contract.find((one) => one.method === method && [one.path, ...one.aliases].some((template) => new RegExp(`^${template.replaceAll('.', '\\.').replaceAll(/\{\w+\}/g, '[^/]+')}$`).test(bare)));
  if (!operation || !(reply.headers.get('content-type') ?? '').startsWith('application/json')) return;
  const violations = operation.checkAnswer(reply.status, reply.body);
  if (violations.length > 0) throw new Error(`${method} ${path} answered ${reply.status} against the contract: ${JSON.stringify(violations)}\n${reply.text}`);
}

/** One real carrier process on a data folder of its own, and a client for it. */
export type Carrier = Awaited<ReturnType<typeof startCarrier>>;

export async function startCarrier(options: { readonly data?: string; readonly pool?: number; readonly timeScale?: number; readonly key?: string } = {}) {
  const data = options.data ?? mkdtempSync(join(tmpdir(), 'carrier-'));
  const { child, port } = await spawnCarrier(data, options.pool ?? 20_000, options.timeScale ?? 1, options.key);
  const base = `http://127.0.0.1:${port}`;

  async function call(method: string, path: string, { body, key, hall: code = hall, headers = {} }: CallOptions = {}): Promise<Reply> {
    const json = body !== undefined && !(body instanceof Uint8Array);
    const response = await fetch(base + path, {
      method,
      headers: {
        authorization: tokenOf(code), ...(json ? { 'content-type': 'application/json' } : {}),
        ...(key === undefined && ['POST', 'PATCH'].includes(method) ? { 'idempotency-key': randomUUID() } : {}), ...(key ? { 'idempotency-key': key } : {}), ...headers,
      },
      ...(body === undefined ? {} : { body: json ? typeof body === 'string' ? body : JSON.stringify(body) : Buffer.from(body as Uint8Array) }),
    });
    const text = await response.text();
    const answer = parsed(text);
    const reply: Reply = { status: response.status, headers: response.headers, text, body: answer as Served, list: Array.isArray(answer) ? answer as Served[] : [] };
    checkAgainstContract(method, path, reply);
    return reply;
  }

  const admin = async (path: string, body: unknown): Promise<void> => {
    const response = await fetch(`${base}/admin/${path}`, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) });
    if (response.status !== 204) throw new Error(`admin/${path}: ${response.status}`);
  };

  return {
    data, base, call, admin,
    post: (path: string, body: unknown, options: CallOptions = {}) => call('POST', path, { ...options, body }),
    get: (path: string, options: CallOptions = {}) => call('GET', path, options),
    /** All events of the hall after a cursor. */
    events: async (after = 0, code = hall): Promise<readonly Served[]> => (await call('GET', `/tmf-api/event/v4/topic/hall-${code}/event?after=${after}&limit=500`, { hall: code })).list,
    end: async (signal: NodeJS.Signals = 'SIGTERM'): Promise<number | null> => {
      if (child.exitCode === null && child.signalCode === null) {
        const gone = new Promise((done) => { child.once('exit', done); });
        child.kill(signal);
        await gone;
      }
      return child.exitCode;
    },
    /** What happens when the console dies: its end of the pipe closes. */
    endWithParent: async (): Promise<number | null> => {
      const gone = new Promise((done) => { child.once('exit', done); });
      child.stdin?.end();
      await gone;
      return child.exitCode;
    },
    remove: () => rmSync(data, { recursive: true, force: true }),
  };
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

async function spawnCarrier(data: string, pool: number, timeScale: number, key: string | undefined): Promise<{ child: ChildProcess; port: number }> {
  const args = ['--port', '0', '--data', data, '--hall', hall, '--hall', otherHall, '--pool', String(pool), '--seed', '7', '--time-scale', String(timeScale), '--admin', '--die-with-parent'];
  const child = spawn(process.execPath, ['--disable-warning=MODULE_TYPELESS_PACKAGE_JSON', join(root, 'src-main', 'carrier', 'index.ts'), ...args], {
    stdio: ['pipe', 'pipe', 'inherit'], env: { ...process.env, ...(key ? { HALL400_CARRIER_KEY: key } : {}), NODE_OPTIONS: '' },
  });
  const lines = createInterface({ input: child.stdout as NodeJS.ReadableStream });
  const first = await new Promise<string>((done, failed) => {
    lines.once('line', done);
    child.once('exit', (code) => failed(new Error(`the carrier ended with ${code}`)));
  });
  return { child, port: (JSON.parse(first) as { port: number }).port };
}

/** Waits for what the carrier does by itself; fails loudly after 10 s. */
export async function until<T>(what: string, read: () => Promise<T | undefined>): Promise<T> {
  const end = Date.now() + 10_000;
  while (Date.now() < end) {
    const value = await read();
    if (value !== undefined) return value;
    await new Promise((done) => { setTimeout(done, 10); });
  }
  throw new Error(`never happened: ${what}`);
}
