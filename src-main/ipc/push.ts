import type { IpcMain, WebContents } from 'electron';
import type { EventName } from '#contract/channels.ts';
import type { Event } from '#contract/contract.ts';
import { type Audience, hears } from './audience.ts';
import { type Guard, senderOf } from './sender.ts';

type Target = Pick<WebContents, 'id' | 'on' | 'once' | 'send' | 'isDestroyed'>;
type Queued = { readonly name: EventName; readonly event: unknown };
type Line = { readonly target: Target; readonly audience: Audience; ready: boolean; waiting: Queued[] };

export type Pushes = {
  /** From now on this window gets every event for its audience; the console's, from the first one it has not yet seen. */
  readonly addWindow: (target: Target, audience: Audience) => void;
  readonly emit: <N extends EventName>(name: N, event: Event<N>) => void;
};

/** Events wait until their window's page says `renderer-ready`, and again after it was loaded anew: none is dropped. */
export function openPushes({ ipcMain, guard }: { readonly ipcMain: Pick<IpcMain, 'on'>; readonly guard: Guard }): Pushes {
  const lines = new Map<number, Line>();
  const early: Queued[] = []; // before there was any window of the console

  ipcMain.on('renderer-ready', (event) => {
    const line = lines.get(event.sender.id);
    if (!line || senderOf(event, guard) === null) return;
    line.ready = true;
    for (const queued of line.waiting.splice(0)) deliver(line, queued);
  });

  return {
    addWindow: (target, audience) => {
      const line: Line = { target, audience, ready: false, waiting: audience === 'console' ? early.splice(0) : [] };
      lines.set(target.id, line);
      target.on('did-navigate', () => { line.ready = false; });
      target.once('destroyed', () => { lines.delete(target.id); });
    },
    emit: (name, event) => {
      if (lines.size === 0 && hears('console', name)) early.push({ name, event });
      for (const line of lines.values()) {
        if (!hears(line.audience, name)) continue;
        if (line.ready) deliver(line, { name, event });
        else line.waiting.push({ name, event });
      }
    },
  };
}

function deliver({ target }: Line, { name, event }: Queued): void {
  if (!target.isDestroyed()) target.send(`event/${name}`, event);
}
