/**
 * Custom schemes. Chromium offers only http(s) to interception, so app://console/x travels as
 * https://console.app.scheme.invalid/x and is mapped back for everything the main process sees. `.invalid` fails closed.
 */
import { emulated } from '../not-emulated.ts';
import { host } from '../host.ts';

type Scheme = { readonly scheme: string; readonly privileges?: object };
type Handler = (request: Request) => Response | Promise<Response>;

const privileged = new Set<string>();
const handlers = new Map<string, Handler>();
const suffix = '.scheme.invalid';

export function toWire(url: string): string {
  return url.replace(/^([a-z][a-z0-9+.-]*):\/\/([^/?#]*)/i, (all, scheme: string, name: string) => (privileged.has(scheme) ? `https://${name}.${scheme}${suffix}` : all));
}

export function fromWire(url: string): string {
  return url.replace(/^https:\/\/([^/?#]*)\.([a-z0-9+-]+)\.scheme\.invalid(?=[/?#]|$)/, '$2://$1');
}

/** `scheme://name` of a URL; Node's own URL says "null" for schemes it does not know. */
export function originOf(url: string): string {
  return /^[a-z][a-z0-9+.-]*:\/\/[^/?#]*/i.exec(url)?.[0] ?? 'null';
}

function policyToWire(policy: string): string {
  return policy.replace(/\b([a-z][a-z0-9+-]*):(\/\/([^\s;/]+))?(?=[\s;/]|$)/g, (all, scheme: string, _: string, name?: string) => (privileged.has(scheme) ? `https://${name ?? '*'}.${scheme}${suffix}` : all));
}

export const protocol = emulated('protocol', {
  registerSchemesAsPrivileged(schemes: readonly Scheme[]): void {
    if (host.state.ready) throw new Error('protocol.registerSchemesAsPrivileged should be called before app is ready');
    for (const { scheme } of schemes) privileged.add(scheme);
  },
  handle(scheme: string, handler: Handler): void {
    if (handlers.has(scheme)) throw new Error(`Failed to register protocol: ${scheme}`);
    handlers.set(scheme, handler);
  },
  unhandle(scheme: string): void { handlers.delete(scheme); },
  isProtocolHandled: (scheme: string): boolean => handlers.has(scheme),
});

export type WireRequest = {
  readonly url: string; readonly method: string; readonly headers: Readonly<Record<string, string>>;
  readonly hasPostData?: boolean; readonly postDataEntries?: readonly { readonly bytes?: string }[];
};
export type WireResponse = { readonly responseCode: number; readonly responseHeaders: readonly { readonly name: string; readonly value: string }[]; readonly body: string };

/** What the app's handler answers to a request of the page, or null when no handler is there. */
export async function answerScheme(request: WireRequest): Promise<WireResponse | null> {
  const url = fromWire(request.url);
  const handler = handlers.get(url.slice(0, url.indexOf(':')));
  if (!handler) return null;
  const body = request.hasPostData ? Buffer.concat((request.postDataEntries ?? []).map(({ bytes }) => Buffer.from(bytes ?? '', 'base64'))) : null;
  const headers = Object.fromEntries(Object.entries(request.headers).map(([name, value]) => [name, fromWire(value)]));
  const response = await handler(new Request(url, { method: request.method, headers, body }));
  return {
    responseCode: response.status,
    responseHeaders: [...response.headers].map(([name, value]) => ({ name, value: name.startsWith('content-security-policy') ? policyToWire(value) : value })),
    body: Buffer.from(await response.arrayBuffer()).toString('base64'),
  };
}
