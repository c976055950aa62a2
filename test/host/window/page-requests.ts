/** Every request of a page passes here: navigations are asked of the app, schemes answered, the rest filtered. */
import { host } from '../host.ts';
import { defaultSession } from './session.ts';
import { answerScheme, fromWire, type WireRequest } from './schemes.ts';
import { isBlank } from './targets.ts';

export type Paused = { readonly requestId: string; readonly resourceType: string; readonly frameId: string; readonly request: WireRequest };
export type PageLink = {
  readonly id: number;
  readonly cdp: (method: string, params?: object) => Promise<unknown>;
  readonly isMainFrame: (frameId: string) => boolean;
  /** False when the app prevented it; the address the host itself loads is not asked. */
  readonly mayNavigate: (url: string, isMainFrame: boolean) => boolean;
};

export async function answerRequest(page: PageLink, paused: Paused): Promise<void> {
  const { requestId, request, resourceType } = paused;
  const failWith = (errorReason: string): Promise<unknown> => page.cdp('Fetch.failRequest', { requestId, errorReason });
  // Electron asks for no favicon.
  if (isBlank(request.url) || (resourceType === 'Other' && request.url.endsWith('/favicon.ico'))) {
    await page.cdp('Fetch.fulfillRequest', { requestId, responseCode: 204 });
    return;
  }
  const url = fromWire(request.url);
  if (resourceType === 'Document' && !page.mayNavigate(url, page.isMainFrame(paused.frameId))) { await failWith('Aborted'); return; }
  if (url === request.url) {
    const cancelled = await defaultSession.isCancelled({ id: 0, url, method: request.method, resourceType, webContentsId: page.id });
    await (cancelled ? failWith('BlockedByClient') : page.cdp('Fetch.continueRequest', { requestId }));
    return;
  }
  try {
    const answer = await answerScheme(request);
    await (answer ? page.cdp('Fetch.fulfillRequest', { requestId, ...answer }) : failWith('AddressUnreachable'));
  } catch (error) {
    host.log('protocol handler', error);
    await failWith('Failed');
  }
}
