/** The default session: permission handlers and the one webRequest event that the product uses. */
import { EventEmitter } from 'node:events';
import { emulated } from '../not-emulated.ts';
import { originOf, protocol } from './schemes.ts';

type Asker = { getURL(): string };
type RequestHandler = (asker: unknown, permission: string, answer: (granted: boolean) => void, details: object) => void;
type CheckHandler = (asker: unknown, permission: string, origin: string, details: object) => boolean;
type RequestDetails = { readonly id: number; readonly url: string; readonly method: string; readonly resourceType: string; readonly webContentsId: number };
type Verdict = { readonly cancel?: boolean };
type BeforeRequest = (details: RequestDetails, answer: (verdict: Verdict) => void) => void;

class Session extends EventEmitter {
  readonly protocol = protocol;
  #request: RequestHandler | null = null;
  #check: CheckHandler | null = null;
  #before: { readonly urls: readonly string[]; readonly listener: BeforeRequest } | null = null;
  readonly webRequest = emulated('session.webRequest', {
    onBeforeRequest: (filter: { readonly urls: readonly string[] }, listener: BeforeRequest): void => { this.#before = { urls: filter.urls, listener }; },
  });

  setPermissionRequestHandler(handler: RequestHandler | null): void { this.#request = handler; }
  setPermissionCheckHandler(handler: CheckHandler | null): void { this.#check = handler; }
  setDevicePermissionHandler(): void { /* Chromium's own device pickers never open here: no device is ever offered */ }
  setSpellCheckerEnabled(): void { /* the host's Chromium checks no spelling */ }

  /** Electron grants everything when no handler is set. */
  async ask(asker: Asker, permission: string, details: { readonly mediaTypes?: readonly string[] }): Promise<boolean> {
    const securityOrigin = `${originOf(asker.getURL())}/`;
    const whole = { ...details, requestingUrl: asker.getURL(), isMainFrame: true, securityOrigin };
    if (!this.#isChecked(asker, permission, securityOrigin, whole)) return false;
    const handler = this.#request;
    return handler ? new Promise((resolve) => { handler(asker, permission, (granted) => resolve(granted), whole); }) : true;
  }

  /** The check handler is asked once for each kind of media, as Electron does. */
  #isChecked(asker: Asker, permission: string, origin: string, details: { readonly mediaTypes?: readonly string[] }): boolean {
    const check = this.#check;
    if (!check) return true;
    const kinds = details.mediaTypes ?? [undefined];
    return kinds.every((mediaType) => check(asker, permission, origin, { ...details, mediaType }));
  }

  async isCancelled(details: RequestDetails): Promise<boolean> {
    const rule = this.#before;
    if (!rule?.urls.some((pattern) => matches(pattern, details.url))) return false;
    const verdict = await new Promise<Verdict>((resolve) => { rule.listener(details, resolve); });
    return verdict.cancel === true;
  }
}

function matches(pattern: string, url: string): boolean {
  if (pattern === '<all_urls>') return true;
  const escaped = pattern.replaceAll(/[.+?^${}()|[\]\\]/g, String.raw`\$&`);
  return new RegExp(`^${escaped.replace('*://', '(https?|wss?)://').replaceAll('*', '.*')}$`).test(url);
}

export const defaultSession = emulated('session', new Session());
