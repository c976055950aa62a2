/** ipcMain, and the same thing for one webContents. */
import { EventEmitter } from 'node:events';
import { emulated } from '../not-emulated.ts';

export type InvokeHandler = (event: object, ...args: readonly unknown[]) => unknown;

export class IpcMain extends EventEmitter {
  readonly handlers = new Map<string, InvokeHandler>();

  handle(channel: string, handler: InvokeHandler): void {
    if (this.handlers.has(channel)) throw new Error(`Attempted to register a second handler for '${channel}'`);
    this.handlers.set(channel, handler);
  }

  removeHandler(channel: string): void { this.handlers.delete(channel); }
}

export const ipcMain = emulated('ipcMain', new IpcMain());
