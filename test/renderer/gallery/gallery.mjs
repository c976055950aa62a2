// Pictures of every screen on a fake main, to look at before (and without) the real one.
//   node test/renderer/gallery/gallery.mjs OUT_DIR [scene…] [--dark] [--small] [--all]
// Run it on Node 24 (PATH=node_modules/.bin:$PATH). Scenes are in scenes.ts; without names all are taken. Plain: 1366×688 light;
// --small 1092×534; --dark dark; --all the four of them. Files: SCENE[-1092][-dark].png. Page errors are printed; exit 1 then.
import { mkdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import react from '@vitejs/plugin-react';
import { chromium } from 'playwright-core';
import { createServer } from 'vite';

const args = process.argv.slice(2);
const flags = new Set(args.filter((arg) => arg.startsWith('--')));
const [out, ...wanted] = args.filter((arg) => !arg.startsWith('--'));
if (!out) throw new Error('gallery: name a folder for the pictures');
mkdirSync(out, { recursive: true });

const sizes = { plain: { width: 1366, height: 688 }, small: { width: 1092, height: 534 } };
const looks = flags.has('--all')
  ? [['plain', 'light'], ['plain', 'dark'], ['small', 'light'], ['small', 'dark']]
  : [[flags.has('--small') ? 'small' : 'plain', flags.has('--dark') ? 'dark' : 'light']];

const repository = resolve(import.meta.dirname, '../../..');
const server = await createServer({
  root: import.meta.dirname, configFile: false, logLevel: 'error', plugins: [react()], cacheDir: join(repository, `node_modules/.cache/gallery-${process.pid % 2}`),
  server: { host: '127.0.0.1', port: 0, fs: { allow: [repository] }, watch: null, hmr: false },
});
await server.listen();
const base = server.resolvedUrls.local[0];
const browser = await chromium.launch({ executablePath: '/usr/bin/chromium', args: ['--no-sandbox'], ignoreDefaultArgs: ['--hide-scrollbars'] });
let errors = 0;

async function picture(name, { steps = [], hash = '' }, [size, scheme]) {
  const page = await browser.newPage({ viewport: sizes[size], colorScheme: scheme, locale: 'zh-CN', timezoneId: 'Asia/Shanghai' });
  await page.clock.setFixedTime(new Date('2026-11-23T02:42:07.000Z'));
  page.on('pageerror', (error) => { errors += 1; console.log(`${name}: ${error.message}`); });
  page.on('console', (message) => { if (message.type() === 'error') { errors += 1; console.log(`${name}: ${message.text()}`); } });
  await page.goto(`${base}index.html?scene=${name}${hash}`);
  await page.waitForSelector('#root > *');
  await page.waitForLoadState('networkidle');
  await page.waitForTimeout(250);
  for (const step of steps) {
    if (step.startsWith('click:')) await page.getByRole('button', { name: step.slice(6) }).last().click();
    else if (step.startsWith('file:')) await page.getByLabel(step.slice(5)).last().setInputFiles({ name: '话单.csv', mimeType: 'text/csv', buffer: Buffer.from('x') });
    else if (step.startsWith('tab:')) await page.getByRole('tab', { name: step.slice(4) }).click();
    else await (step.length > 1 || /[\w?]/.test(step) ? page.keyboard.press(step) : page.keyboard.insertText(step));
    await page.waitForTimeout(80);
  }
  // What is loaded when it is looked at.
  await page.waitForLoadState('networkidle');
  await page.waitForTimeout(400);
  const overflow = await page.evaluate(() => document.documentElement.scrollWidth > innerWidth || document.documentElement.scrollHeight > innerHeight);
  if (overflow) { errors += 1; console.log(`${name}: the page scrolls as a whole`); }
  await page.screenshot({ path: join(out, `${name}${size === 'small' ? '-1092' : ''}${scheme === 'dark' ? '-dark' : ''}.png`) });
  await page.close();
}

try {
  const { scenes } = await server.ssrLoadModule('/scenes.ts');
  for (const [name, scene] of Object.entries(scenes)) {
    if (wanted.length > 0 && !wanted.includes(name)) continue;
    for (const look of looks) await picture(name, scene, look);
  }
} finally {
  await browser.close();
  await server.close();
}
process.exit(errors > 0 ? 1 : 0);
