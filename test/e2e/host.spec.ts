/** What the product relies on from Electron beside the bridge, on the fixture app. Must pass on both hosts. */
import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { hostBinary } from '../support/host-binary.mjs';
import { expect, root, test } from '../support/launch-console.ts';

type Probe = {
  asked: string[]; navigations: string[]; popups: string[]; notes: unknown[]; grants: Set<string>;
  openWindow: (path: string) => number; runChild: (task: string) => Promise<{ received: unknown[]; code: number; printed: string; pid?: number }>;
};
type Main = typeof globalThis & { probe: Probe };
type Fixture = Window & typeof globalThis & { violations: string[]; tryEval: () => Promise<unknown>; api: { invoke: (channel: string) => Promise<Record<string, unknown>> } };

const app = join(root, 'test/fixtures/host-app');

test('the policy holds: the page itself violates nothing, and everything foreign is blocked', async ({ launch }) => {
  const page = await (await launch({ app })).firstWindow();
  expect(await page.evaluate(() => (window as Fixture).violations)).toEqual([]);
  const seen = await page.evaluate(async () => {
    const script = document.createElement('script');
    script.append('window.inlineRan = 1');
    document.head.append(script);
    const image = new Image();
    image.src = 'https://example.com/x.png';
    document.body.append(image);
    const fetched = await fetch('https://example.com/').then(() => 'crossed', (error: Error) => error.name);
    const attempt = (run: () => void): string => { try { run(); return 'done'; } catch (error) { return (error as Error).name; } };
    const place = document.querySelector('#place') as HTMLElement;
    const html = attempt(() => { place.innerHTML = '<b>x</b>'; });
    const evaluated = await (window as Fixture).tryEval();
    await new Promise((resolve) => { setTimeout(resolve, 200); });
    return { inline: 'inlineRan' in window, fetched, html, evaluated, violations: [...new Set((window as Fixture).violations)].sort() };
  });
  expect(seen).toEqual({
    inline: false, fetched: 'TypeError', html: 'TypeError', evaluated: 'EvalError',
    violations: ['connect-src', 'img-src', 'require-trusted-types-for'],
  });
});

test('navigation and popups are asked of the app and go nowhere', async ({ launch }) => {
  const console = await launch({ app });
  const page = await console.firstWindow();
  await page.evaluate(() => {
    window.open('https://evil.example/popup');
    const link = Object.assign(document.createElement('a'), { href: 'https://evil.example/blank', target: '_blank' });
    document.body.append(link);
    link.click();
    location.href = 'https://evil.example/away';
  });
  await expect.poll(() => console.evaluateMain(() => (globalThis as Main).probe.navigations)).toEqual(['https://evil.example/away']);
  expect(await console.evaluateMain(() => (globalThis as Main).probe.popups)).toEqual(['https://evil.example/popup', 'https://evil.example/blank']);
  expect(await console.evaluateMain(({ BrowserWindow }) => BrowserWindow.getAllWindows().map((one) => one.webContents.getURL()))).toEqual(['app://fixture/one']);
});

test('camera, microphone and clipboard are what the permission handler says', async ({ launch }) => {
  const console = await launch({ app });
  const page = await console.firstWindow();
  const attempt = (constraints: MediaStreamConstraints) => page.evaluate((wanted) => navigator.mediaDevices.getUserMedia(wanted).then((stream) => stream.getTracks().map((track) => track.kind).join('+'), (error: Error) => error.name), constraints);
  expect(await attempt({ video: true })).toBe('NotAllowedError');
  await console.evaluateMain(() => { (globalThis as Main).probe.grants.add('media'); });
  expect(await attempt({ video: true })).toBe('video');
  expect(await attempt({ video: true, audio: true })).toBe('NotAllowedError');
  expect(await page.evaluate(() => navigator.clipboard.readText().then(() => 'read', (error: Error) => error.name))).toBe('NotAllowedError');
  const asked = await console.evaluateMain(() => (globalThis as Main).probe.asked);
  expect(asked.slice(0, 3)).toEqual(['media video app://fixture/one', 'media video app://fixture/one', 'media video+audio app://fixture/one']);
});

test('windows are apart; a sender is known by its window, frame and origin', async ({ launch }) => {
  const console = await launch({ app });
  const page = await console.firstWindow();
  const opened = console.app.waitForEvent('window');
  const id = await console.evaluateMain(() => (globalThis as Main).probe.openWindow('/two'));
  const second = await opened;
  await expect(second).toHaveTitle('/two');
  const who = (one: typeof page) => one.evaluate(() => (window as unknown as Fixture).api.invoke('who'));
  expect(await who(second)).toEqual({ window: id, isMainFrame: true, origin: 'app://fixture' });
  expect((await who(page))['window']).not.toBe(id);
  await second.close();
  await expect.poll(() => console.evaluateMain(({ BrowserWindow }) => BrowserWindow.getAllWindows().length)).toBe(1);
  await page.reload();
  await expect(page).toHaveTitle('/one');
});

test('the protocol handler gets method, body, headers and app:// addresses; workers load through it', async ({ launch }) => {
  const page = await (await launch({ app })).firstWindow();
  const echoed = await page.evaluate(async () => (await fetch('/echo', { method: 'POST', body: 'héllo', headers: { 'x-kind': 'k' } })).json() as Promise<object>);
  expect(echoed).toEqual({ method: 'POST', body: 'héllo', kind: 'k', origin: 'app://fixture', url: 'app://fixture/echo' });
  const said = await page.evaluate(() => new Promise((resolve) => { new Worker('/worker.js').addEventListener('message', (event) => resolve(event.data)); }));
  expect(said).toBe('from the worker');
});

test('a utility process gets arguments and environment, talks both ways and tells its exit code', async ({ launch }) => {
  const console = await launch({ app });
  await console.firstWindow();
  const ended = await console.evaluateMain(() => (globalThis as Main).probe.runChild('talk'));
  expect(ended).toEqual({ received: [{ args: ['--task', 'talk'], env: 'given' }, { word: 'hello', bytes: true, at: 5 }], code: 7, printed: 'task talk\n', pid: undefined });
});

test('a utility process can be killed, and ends with an app that was killed', async ({ launch }) => {
  const console = await launch({ app });
  await console.firstWindow();
  const killed = await console.evaluateMain(() => (globalThis as Main).probe.runChild('wait'));
  expect([killed.received, killed.code === 0]).toEqual([['waiting'], false]);
  const pid = await console.evaluateMain(({ utilityProcess }, file) => new Promise<number>((resolve) => {
    const child = utilityProcess.fork(file, ['--task', 'talk'], { stdio: 'ignore' });
    child.once('spawn', () => resolve(child.pid ?? 0));
  }), join(app, 'child.cjs'));
  await console.kill();
  await expect.poll(() => isAlive(pid)).toBe(false);
});

test('safeStorage keeps a secret off the disk, and its asynchronous half opens it again', async ({ launch }) => {
  const console = await launch({ app });
  await console.firstWindow();
  const sealed = await console.evaluateMain(async ({ safeStorage }) => [await safeStorage.isAsyncEncryptionAvailable(), (await safeStorage.encryptStringAsync('hunter2 密')).toString('base64')] as const);
  expect([sealed[0], Buffer.from(sealed[1], 'base64').includes('hunter2')]).toEqual([true, false]);
  await console.close();
  const again = await launch({ app, userData: console.userData });
  await again.firstWindow();
  expect(await again.evaluateMain(async ({ safeStorage }, text) => (await safeStorage.decryptStringAsync(Buffer.from(text, 'base64'))).result, sealed[1])).toBe('hunter2 密');
});

test('a second instance hands over and leaves', async ({ launch }) => {
  const console = await launch({ app });
  await console.firstWindow();
  const second = spawn(hostBinary(root).path, ['--no-sandbox', app], { stdio: 'ignore', env: { ...process.env, CONSOLE_HEADLESS: '1', CONSOLE_USER_DATA: console.userData } });
  expect(await new Promise((resolve) => { second.once('exit', resolve); })).toBe(0);
  await expect.poll(() => console.evaluateMain(() => (globalThis as Main).probe.notes)).toEqual(['second-instance']);
});

test('quitting keeps its order, and a window may refuse', async ({ launch }) => {
  const console = await launch({ app });
  await console.firstWindow();
  const log = join(console.userData, 'events.log');
  await console.evaluateMain(({ app: electronApp, BrowserWindow, Menu }, file) => {
    const note = (text: string) => process.getBuiltinModule('node:fs').appendFileSync(file, `${text} `);
    electronApp.on('before-quit', () => note('before-quit'));
    electronApp.on('will-quit', () => note('will-quit'));
    electronApp.on('quit', (_event, code) => note(`quit:${code}`));
    const [window] = BrowserWindow.getAllWindows();
    window?.once('close', (event) => { note('refused'); event.preventDefault(); });
    window?.on('closed', () => note('closed'));
    electronApp.quit();
    setTimeout(() => Menu.getApplicationMenu()?.getMenuItemById('quit')?.click(), 300);
  }, log);
  await expect.poll(() => console.isOver()).toBe(true);
  expect(readFileSync(log, 'utf8').trim()).toBe('before-quit refused before-quit closed will-quit quit:0');
});

test('what tests script in the main process is what the app then calls', async ({ launch }) => {
  const console = await launch({ app });
  await console.firstWindow();
  const seen = await console.evaluateMain(async ({ app: electronApp, dialog, net, powerMonitor, shell }) => {
    dialog.showOpenDialog = async () => ({ canceled: false, filePaths: ['/x'] });
    shell.openPath = async () => 'scripted';
    const before = typeof net.isOnline();
    net.isOnline = () => false;
    let resumed = 0;
    powerMonitor.on('resume', () => { resumed += 1; });
    powerMonitor.emit('resume');
    return [(await dialog.showOpenDialog({})).filePaths, await shell.openPath('/x'), before, net.isOnline(), resumed, electronApp.getVersion(), electronApp.getName()];
  });
  expect(seen).toEqual([['/x'], 'scripted', 'boolean', false, 1, '1.2.3', 'Host app']);
});

function isAlive(pid: number): boolean {
  try { process.kill(pid, 0); return true; } catch { return false; }
}
