/** The script of the page's own world, put in as source before any page script: no imports, no outer names. */
import type { AnyFunction, Bridge } from './bridge.ts';

export type MakeBridge = (node: EventTarget, me: string, peer: string) => Bridge;

export function mainWorld(hello: string, makeBridge: MakeBridge, exposeOn: typeof expose, routeTo: typeof routePopups, guardBy: typeof guardDevices): void {
  if (window !== window.top) return;
  document.addEventListener(hello, (event) => {
    event.stopImmediatePropagation();
    const bridge = makeBridge((event as MouseEvent).relatedTarget as EventTarget, 'main', 'isolated');
    exposeOn(bridge);
    routeTo(bridge);
    guardBy(bridge);
  }, { once: true });
}

export function expose(bridge: Bridge): void {
  const freeze = (value: unknown): unknown => {
    if (typeof value === 'object' && value !== null && !Object.isFrozen(value) && !ArrayBuffer.isView(value)) {
      Object.freeze(value);
      for (const one of Object.values(value)) freeze(one);
    }
    return value;
  };
  const put: AnyFunction = (key, api) => {
    if ((key as string) in window) throw new Error('Cannot bind an API on top of an existing property on the window object');
    Object.defineProperty(window, key as string, { value: freeze(api), enumerable: true });
  };
  bridge.lent.set('expose', put);
}

/** window.open and target=_blank go to setWindowOpenHandler in the host; the page gets null, as for "deny". */
export function routePopups(bridge: Bridge): void {
  const ask = (url: string | URL | undefined, name: string): null => {
    bridge.call('open', [new URL(url ?? 'about:blank', location.href).href, name]);
    return null;
  };
  window.open = (url, name = '') => ask(url, name);
  window.addEventListener('click', (event) => {
    const link = event.composedPath().find((node): node is HTMLAnchorElement => node instanceof HTMLAnchorElement && node.href !== '');
    if (!link || event.defaultPrevented || !link.target || /^_(self|top|parent)$/.test(link.target)) return;
    event.preventDefault();
    ask(link.href, link.target);
  });
}

/** Camera, microphone and clipboard ask the app's handlers; the screen has no source picker, as in Electron without one. */
export function guardDevices(bridge: Bridge): void {
  const refusal = (): DOMException => new DOMException('Permission denied', 'NotAllowedError');
  const isAllowed = (permission: string, details: object): Promise<unknown> => bridge.call('permission', [permission, details]) as Promise<unknown>;
  const media = (window as { MediaDevices?: typeof MediaDevices }).MediaDevices?.prototype;
  const getUserMedia = media?.getUserMedia;
  if (media && getUserMedia) {
    media.getUserMedia = async function ask(this: MediaDevices, constraints?: MediaStreamConstraints) {
      const mediaTypes = [...(constraints?.video ? ['video'] : []), ...(constraints?.audio ? ['audio'] : [])];
      if (mediaTypes.length > 0 && !(await isAllowed('media', { mediaTypes }))) throw refusal();
      return getUserMedia.call(this, constraints);
    };
    media.getDisplayMedia = () => Promise.reject(new DOMException('Not supported', 'NotSupportedError'));
  }
  const clipboard = (window as { Clipboard?: typeof Clipboard }).Clipboard?.prototype;
  if (!clipboard) return;
  const { writeText, readText } = clipboard;
  clipboard.writeText = async function ask(this: Clipboard, text: string) {
    if (!(await isAllowed('clipboard-sanitized-write', {}))) throw refusal();
    return writeText.call(this, text);
  };
  clipboard.readText = async function ask(this: Clipboard) {
    if (!(await isAllowed('clipboard-read', {}))) throw refusal();
    return readText.call(this);
  };
}
