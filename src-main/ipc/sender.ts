import type { WebContents, WebFrameMain } from 'electron';

/** What an IPC event says about who sent it. */
export type Sent = { readonly sender: WebContents; readonly senderFrame: WebFrameMain | null };

/** Who may speak: the main frame of one of our living windows, on our own origin. */
export type Guard = {
  /** app://console, handed in by the shell. */
  readonly origin: string;
  readonly isOurWindow: (webContentsId: number) => boolean;
};

export function isOurs({ sender, senderFrame }: Sent, { origin, isOurWindow }: Guard): boolean {
  if (sender.isDestroyed() || !isOurWindow(sender.id)) return false;
  if (senderFrame === null || senderFrame.detached || senderFrame !== sender.mainFrame) return false;
  return senderFrame.origin === origin && senderFrame.url.startsWith(`${origin}/`);
}
