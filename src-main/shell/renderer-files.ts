import { readdirSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { extname, join, relative, sep } from 'node:path';
import { appOrigin, isOwnUrl } from './origin.ts';

const kinds: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8', '.js': 'text/javascript; charset=utf-8', '.mjs': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8', '.json': 'application/json', '.svg': 'image/svg+xml', '.png': 'image/png', '.jpg': 'image/jpeg',
  '.ico': 'image/x-icon', '.woff2': 'font/woff2', '.woff': 'font/woff', '.ttf': 'font/ttf', '.wasm': 'application/wasm',
};
const noncePlace = '__CSP_NONCE__';

/** The policy of every answer. The nonce is for antd's style elements, new at each load. */
export function contentPolicy(nonce: string): string {
  return [
    "default-src 'none'", "script-src 'self'", `style-src 'self' 'nonce-${nonce}'`, "img-src 'self' blob: data:", "media-src 'self' blob:",
    "font-src 'self'", "connect-src 'self'", "worker-src 'self'", "frame-src 'none'", "object-src 'none'", "base-uri 'none'",
    "form-action 'none'", "frame-ancestors 'none'", "require-trusted-types-for 'script'", 'trusted-types default',
  ].join('; ');
}

/** Answers for app://console from a list of files made once: what is not on it does not exist, whatever the path says. */
export function openRendererFiles(folder: string, newNonce: () => string): (request: Pick<Request, 'url' | 'method'>) => Promise<Response> {
  const files = new Map(listFiles(folder).map((file) => [`/${relative(folder, file).split(sep).map(encodeURIComponent).join('/')}`, file]));
  return async ({ url, method }) => {
    const nonce = newNonce();
    const file = isOwnUrl(url) && method === 'GET' ? files.get(pathOf(url)) : undefined;
    if (file === undefined) return new Response('not found', { status: 404, headers: headersFor('.txt', nonce) });
    const bytes = await readFile(file);
    const isPage = extname(file) === '.html';
    return new Response(isPage ? bytes.toString('utf8').replaceAll(noncePlace, nonce) : new Uint8Array(bytes), { headers: headersFor(extname(file), nonce) });
  };
}

// As it came, without decoding or resolving: an address that needs either is not on the list.
function pathOf(url: string): string {
  const path = url.slice(appOrigin.length).replace(/[?#].*$/s, '');
  return path === '' || path === '/' ? '/index.html' : path;
}

function headersFor(extension: string, nonce: string): Record<string, string> {
  return {
    'content-type': kinds[extension] ?? 'application/octet-stream',
    'content-security-policy': contentPolicy(nonce),
    'x-content-type-options': 'nosniff',
    'cross-origin-resource-policy': 'same-origin',
    'cross-origin-opener-policy': 'same-origin',
    'referrer-policy': 'no-referrer',
    'permissions-policy': 'camera=(self), clipboard-write=(self), microphone=(), geolocation=(), display-capture=(), usb=(), serial=(), hid=()',
    'cache-control': 'no-store',
  };
}

function listFiles(folder: string): readonly string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
}
