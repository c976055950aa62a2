/** The bridge between preload and page, on the fixture app: what the product relies on from Electron, on both hosts. */
import { join } from 'node:path';
import { expect, type launchConsole, root, test } from '../support/launch-console.ts';

type Call = (...args: readonly unknown[]) => unknown;
type Api = {
  readonly sync: Call; readonly later: Call; readonly boom: Call; readonly keep: Call; readonly fire: Call; readonly again: Call;
  readonly hurt: Call; readonly invoke: Call; readonly note: Call; readonly onNoted: Call;
  nested: { deep: { fn: (x: number) => number } }; promise: Promise<unknown>; tried: object; thing: Record<string, unknown>; ipc: object; process: object };
type Fixture = Window & typeof globalThis & { api: Api; atStart: object; preloadOnly?: number };

const fixture = join(root, 'test/fixtures/host-app');
const open = async (launch: typeof launchConsole) => (await launch({ app: fixture })).firstWindow();

test('the page is isolated: no Node, no Electron, a frozen bridge that is there before its scripts', async ({ launch }) => {
  const page = await open(launch);
  const seen = await page.evaluate(() => {
    const own = window as Fixture;
    const leaked = ['require', 'process', 'Buffer', 'module', 'electron', 'ipcRenderer', 'preloadOnly', '__hostPost', '__hostDeliver'].filter((name) => name in own);
    const replaced = Reflect.set(own, 'api', 1);
    return {
      leaked, replaced, frozen: [own.api, own.api.nested, own.api.nested.deep, own.api.tried].map((one) => Object.isFrozen(one)),
      start: own.atStart, secure: isSecureContext, process: own.api.process, ipc: Object.keys(own.api.ipc),
    };
  });
  expect(seen).toEqual({
    leaked: [], replaced: false, frozen: [true, true, true, true], start: { api: 'object', state: 'loading' }, secure: true,
    process: { type: 'renderer', sandboxed: true, isolated: true, electron: 'string' }, ipc: [],
  });
});

test('a sandboxed preload may require only what Electron documents', async ({ launch }) => {
  const page = await open(launch);
  expect(await page.evaluate(() => (window as Fixture).api.tried)).toMatchObject({
    fs: 'module not found: fs', './other': 'module not found: ./other', 'node:timers': 'object', url: 'object', events: expect.stringMatching(/function|object/),
  });
});

test('values, functions, promises and errors cross as documented', async ({ launch }) => {
  const page = await open(launch);
  const seen = await page.evaluate(async () => {
    const { api } = window as Fixture;
    const sync = api.sync(2, 3) as { sum: number; when: unknown; map: unknown };
    const later = await api.later(4) as [number, () => number];
    const rejected = await (api.later(-1) as Promise<unknown>).catch((error: Error & { code?: string }) => [error instanceof Error, error.message, error.code]);
    let thrown: unknown;
    try { api.boom(); } catch (error) { thrown = [error instanceof Error, (error as Error).name, (error as Error).message]; }
    const mine = (x: unknown) => ({ got: x });
    return {
      sync: [sync.sum, sync.when instanceof Date, sync.map instanceof Map], nested: api.nested.deep.fn(21), promise: await api.promise,
      later: [later[0], later[1]()], rejected, thrown, sameFunction: api.keep(mine) === mine, fired: api.fire(9),
      thing: [api.thing['own'], typeof api.thing['method'], Object.getPrototypeOf(api.thing) === Object.prototype], again: api.again(),
    };
  });
  expect(seen).toEqual({
    sync: [5, true, true], nested: 42, promise: { v: 1 }, later: [4, 5], rejected: [true, 'negative', undefined], thrown: [true, 'Error', 'sync boom'],
    sameFunction: true, fired: { got: 9 }, thing: [1, 'undefined', true], again: expect.stringContaining('Cannot bind an API on top of an existing property'),
  });
});

test('a page that poisons its own prototypes does not reach the preload', async ({ launch }) => {
  const page = await open(launch);
  const answer = await page.evaluate(() => {
    const poison = (): never => { throw new Error('poisoned'); };
    Reflect.set(Array.prototype, 'map', poison);
    return (window as Fixture).api.hurt();
  });
  expect(answer).toBe('2,3');
});

test('structured clone goes through main and back; what cannot be cloned is refused', async ({ launch }) => {
  const page = await open(launch);
  const seen = await page.evaluate(async () => {
    type Back = { at: Date; map: Map<string, Set<number>>; none: unknown; big: bigint; nan: number; neg: number; view: Uint16Array; buffer: ArrayBuffer; re: RegExp; list: unknown[]; loop: { self: unknown } };
    const echo = (value: unknown) => (window as Fixture).api.invoke('echo', value) as Promise<unknown>;
    const loop: Record<string, unknown> = { n: 1 };
    loop['self'] = loop;
    const back = await echo({ at: new Date(5), map: new Map([['k', new Set([1])]]), none: undefined, big: 2n ** 70n, nan: Number.NaN, neg: -0, view: new Uint16Array([1, 2]), buffer: new ArrayBuffer(3), re: /x/gi, list: [1, [2]], loop }) as Back;
    const attempts = [() => 1, Symbol('s'), document.body, { inner() { return 1; } }];
    const refused = await Promise.all(attempts.map(async (value) => { try { await echo(value); return 'crossed'; } catch (error) { return (error as Error).message; } }));
    return {
      at: back.at.getTime(), map: [...(back.map.get('k') ?? [])], none: 'none' in back && back.none === undefined, big: String(back.big), nan: Number.isNaN(back.nan), neg: Object.is(back.neg, -0),
      view: back.view instanceof Uint16Array && [...back.view], buffer: back.buffer.byteLength, re: String(back.re), list: back.list, loop: back.loop.self === back.loop, refused,
    };
  });
  const no = expect.stringContaining('could not be cloned');
  expect(seen).toEqual({ at: 5, map: [1], none: true, big: '1180591620717411303424', nan: true, neg: true, view: [1, 2], buffer: 3, re: '/x/gi', list: [1, [2]], loop: true, refused: [no, no, no, no] });
});

test('an error of a handler reaches the page by its message only', async ({ launch }) => {
  const page = await open(launch);
  const messages = await page.evaluate(() => Promise.all(['fail', 'nowhere'].map(async (channel) => {
    try { return await (window as Fixture).api.invoke(channel); } catch (error) { return [(error as Error).message, Object.keys(error as object)]; }
  })));
  expect(messages).toEqual([
    ["Error invoking remote method 'fail': RangeError: no such thing", []],
    ["Error invoking remote method 'nowhere': Error: No handler registered for 'nowhere'", []],
  ]);
});

test('send goes up and an event comes down until its listener leaves', async ({ launch }) => {
  const page = await open(launch);
  const counts = await page.evaluate(async () => {
    const { api } = window as Fixture;
    const heard: unknown[] = [];
    const leave = api.onNoted((count: unknown) => { heard.push(count); }) as () => void;
    const wait = () => new Promise((resolve) => { setTimeout(resolve, 300); });
    api.note('a', new Uint8Array([1]), 3);
    await wait();
    leave();
    api.note('b');
    await wait();
    return heard;
  });
  expect(counts).toEqual([3]);
});
