/** Page targets: each is held at its start until the host has put its scripts in. */
import { randomUUID } from 'node:crypto';
import type { Chromium } from '../chromium.ts';
import { host } from '../host.ts';

export type Target = { readonly targetId: string; readonly sessionId: string };
type Attached = { readonly sessionId: string; readonly targetInfo: { readonly targetId: string; readonly type: string; readonly url: string; readonly openerId?: string } };

const sessions = new Map<string, string>();
const waitingById = new Map<string, (sessionId: string) => void>();
const waitingByUrl = new Map<string, (target: Target) => void>();
const blankSuffix = '.window.invalid/';

/** A page's own first address in a visible window; it is answered with nothing and then left. */
export const isBlank = (url: string): boolean => url.endsWith(blankSuffix);

export async function watchTargets(chromium: Chromium): Promise<void> {
  chromium.listen<Attached>('', 'Target.attachedToTarget', (attached) => onAttached(chromium, attached));
  chromium.listen<{ targetId: string }>('', 'Target.targetDestroyed', ({ targetId }) => { host.emit(`gone/${targetId}`); });
  await chromium.send('Target.setDiscoverTargets', { discover: true });
  await chromium.send('Target.setAutoAttach', { autoAttach: true, waitForDebuggerOnStart: true, flatten: true });
}

function onAttached(chromium: Chromium, { sessionId, targetInfo }: Attached): void {
  const letGo = (): Promise<void> => chromium.send<void>('Runtime.runIfWaitingForDebugger', {}, sessionId);
  if (targetInfo.type !== 'page') { letGo().catch(() => { /* gone already */ }); return; }
  const isPopup = targetInfo.openerId !== undefined && sessions.has(targetInfo.openerId);
  sessions.set(targetInfo.targetId, sessionId);
  waitingById.get(targetInfo.targetId)?.(sessionId);
  waitingByUrl.get(targetInfo.url)?.({ targetId: targetInfo.targetId, sessionId });
  // A popup that got past the page script (a form with target=_blank, say) is closed: nothing of ours opens one.
  if (isPopup) letGo().then(() => chromium.send('Target.closeTarget', { targetId: targetInfo.targetId })).catch(() => { /* gone already */ });
}

export async function createTarget(width: number, height: number): Promise<Target> {
  const chromium = host.chromium;
  const target = chromium.headless ? await createHeadless(width, height) : await createVisible(width, height);
  // The page gets the whole size asked for: Chromium's own tab strip must not eat into it.
  const { windowId } = await chromium.send<{ windowId: number }>('Browser.getWindowForTarget', { targetId: target.targetId });
  await chromium.send('Browser.setContentsSize', { windowId, width, height }).catch((error: unknown) => host.log('size', error));
  return target;
}

async function createHeadless(width: number, height: number): Promise<Target> {
  const { targetId } = await host.chromium.send<{ targetId: string }>('Target.createTarget', { url: 'about:blank', width, height, newWindow: true });
  const known = sessions.get(targetId);
  const sessionId = known ?? await new Promise<string>((resolve) => { waitingById.set(targetId, resolve); });
  return { targetId, sessionId };
}

function createVisible(width: number, height: number): Promise<Target> {
  const url = `https://${randomUUID()}${blankSuffix}`;
  const attached = new Promise<Target>((resolve) => { waitingByUrl.set(url, resolve); });
  host.chromium.openAppWindow(url, width, height);
  return attached;
}
