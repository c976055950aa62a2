import type { WebContents, WebFrameMain } from 'electron';
import type { Audience } from './audience.ts';

/** What an IPC event says about who sent it. */
export type Sent = { readonly sender: WebContents; readonly senderFrame: WebFrameMain | null };

/** Who may speak: the main frame of one of our living windows, on our own origin. */
export type Guard = {
  /** app://console, handed in by the shell. */
  readonly origin: string;
  /** Whose window it is; null: none of ours. */
  readonly audienceOf: (webContentsId: number) => Audience | null;
};

/** Whom a message comes from; null when it is to be refused. */
export function senderOf({ sender, senderFrame }: Sent, { origin, audienceOf }: Guard): Audience | null {
  if (sender.isDestroyed()) return null;
  if (senderFrame === null || senderFrame.detached || senderFrame !== sender.mainFrame) return null;
  return senderFrame.origin === origin && senderFrame.url.startsWith(`${origin}/`) ? audienceOf(sender.id) : null;
}
