import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { contentPolicy, openRendererFiles } from '../../../src-main/shell/renderer-files.ts';

let folder: string;
let answer: ReturnType<typeof openRendererFiles>;
let made = 0;

beforeAll(() => {
  folder = join(mkdtempSync(join(tmpdir(), 'renderer-')), 'renderer');
  const files = { 'index.html': '<meta property="csp-nonce" nonce="__CSP_NONCE__"><style nonce="__CSP_NONCE__"></style>', 'assets/a-1.js': '1', 'assets/b.woff2': 'f', '../secret.txt': 'no', 'unknown.bin': 'x' };
  for (const [name, text] of Object.entries(files)) { mkdirSync(dirname(join(folder, name)), { recursive: true }); writeFileSync(join(folder, name), text); }
  answer = openRendererFiles(folder, () => { made += 1; return `nonce-${made}`; });
});
afterAll(() => rmSync(dirname(folder), { recursive: true, force: true }));

const get = (path: string, method = 'GET') => answer({ url: path.includes(':') ? path : `app://console${path}`, method });

test('the page carries a nonce of its own at each load, the same in header and elements', async () => {
  const pages = [await get('/'), await get('/index.html')];
  const nonces = pages.map((page) => /'nonce-([^']+)'/.exec(page.headers.get('content-security-policy') ?? '')?.[1]);
  expect(new Set(nonces).size).toBe(2);
  for (const [at, page] of pages.entries()) expect(await page.text()).toBe(`<meta property="csp-nonce" nonce="${nonces[at]}"><style nonce="${nonces[at]}"></style>`);
});

test('the policy allows ourselves and no more', () => {
  expect(contentPolicy('N').split('; ')).toEqual([
    "default-src 'none'", "script-src 'self'", "style-src 'self' 'nonce-N'", "img-src 'self' blob: data:", "media-src 'self' blob:", "font-src 'self'", "connect-src 'self'", "worker-src 'self'",
    "frame-src 'none'", "object-src 'none'", "base-uri 'none'", "form-action 'none'", "frame-ancestors 'none'", "require-trusted-types-for 'script'", 'trusted-types default',
  ]);
});

test('every answer, found or not, carries the policy and is not sniffed, shared or kept', async () => {
  for (const path of ['/index.html', '/assets/a-1.js', '/unknown.bin', '/nothing']) {
    const { headers } = await get(path);
    expect([path, headers.get('content-security-policy')?.startsWith("default-src 'none'"), headers.get('x-content-type-options'), headers.get('cross-origin-resource-policy'), headers.get('cache-control'), headers.get('referrer-policy')])
      .toEqual([path, true, 'nosniff', 'same-origin', 'no-store', 'no-referrer']);
  }
});

test.each([['/assets/a-1.js', 'text/javascript; charset=utf-8', '1'], ['/assets/b.woff2', 'font/woff2', 'f'], ['/unknown.bin', 'application/octet-stream', 'x'], ['/assets/a-1.js?v=1#x', 'text/javascript; charset=utf-8', '1']])('%s is served as %s', async (path, kind, text) => {
  const found = await get(path);
  expect([found.status, found.headers.get('content-type'), await found.text()]).toEqual([200, kind, text]);
});

const climbs = ['../secret.txt', '%2e%2e/secret.txt', '..%2fsecret.txt', '%2e%2e%2fsecret.txt', '..%5csecret.txt', String.raw`..\secret.txt`, '....//secret.txt', '%252e%252e%252fsecret.txt', '..%c0%afsecret.txt'];
const hostile = [
  ...climbs.map((climb) => `/${climb}`), ...climbs.map((climb) => `/assets/${climb}`), ...climbs.map((climb) => `/assets/../${climb}`),
  '/index.html%00', '/index.html%00.js', '/index.html::$DATA', '/index.html:stream', '/index.html.', '/index.html ', '/index.html%20', '/INDEX.HTML', '/Index.html', '/assets', '/assets/', '//index.html', '/./index.html', '/assets//a-1.js',
  '/CON', '/con.js', '/NUL', '/aux.html', '/COM1', '//server/share/index.html', '/\\\\server\\share', '/C:/Windows/win.ini', '/etc/passwd', '/proc/self/environ', '/%e0%a4%a', '/~/x', '/index.html/', '/index.html/..', '/.env',
  'app://console.evil/index.html', 'app://console@evil/index.html', 'app://evil/index.html', 'file:///etc/passwd', 'https://console/index.html',
];

test(`${hostile.length} hostile addresses find nothing`, async () => {
  const answers = await Promise.all(hostile.map(async (path) => ({ path, status: (await get(path)).status })));
  expect(answers.filter(({ status }) => status !== 404)).toEqual([]);
  expect(hostile.length).toBeGreaterThanOrEqual(60);
});

test.each(['POST', 'PUT', 'DELETE', 'OPTIONS'])('%s is no way to ask for a file', async (method) => { expect((await get('/index.html', method)).status).toBe(404); });
