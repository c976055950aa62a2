import { fork } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { dataKey } from '../../support/test-console.ts';
import type { ChildMessage, ChildOptions, ParentMessage } from './child-messages.ts';
import type { Desk, WorkEnd } from './desk.ts';

/** Starts a console child on a folder; resolves when it has signed in. */
export async function openChildDesk(options: ChildOptions): Promise<Desk> {
  const child = fork(join(import.meta.dirname, 'console-child.ts'), [JSON.stringify(options)], {
    serialization: 'advanced', execArgv: ['--disable-warning=MODULE_TYPELESS_PACKAGE_JSON'], env: { ...process.env, NODE_OPTIONS: '' },
  });
  const gone = once(child, 'exit');
  let isOver = false;
  void gone.then(() => { isOver = true; });
  const post = (message: ParentMessage): void => void (isOver || child.send(message));
  const heard = <T>(pick: (message: ChildMessage) => T | undefined): Promise<T | null> =>
    new Promise((resolve) => {
      const listen = (message: ChildMessage): void => {
        const found = pick(message);
        if (found === undefined) return;
        child.off('message', listen);
        resolve(found);
      };
      child.on('message', listen);
      void gone.then(() => resolve(null));
    });
  const opened = await heard((message) => (message.kind === 'opened' ? true : undefined));
  if (opened === null) throw new Error(`the console child ended with ${child.exitCode} before it was open`);
  return {
    dataDir: options.folder, key: dataKey,
    read: async () => {
      const answer = heard((message) => (message.kind === 'everything' ? message.everything : undefined));
      post({ kind: 'read' });
      const everything = await answer;
      if (everything === null) throw new Error(`the console child ended with ${child.exitCode} while it was read`);
      return everything;
    },
    work: async (order, progress) => {
      const end = heard((message): WorkEnd | undefined => {
        if (message.kind === 'begun') progress.begun(message.step);
        if (message.kind === 'acknowledged') progress.acknowledged(message.step, message.standing);
        if (message.kind === 'line') void progress.line(message.up).then(() => post({ kind: 'line-done' }));
        return message.kind === 'done' || message.kind === 'broke' ? message : undefined;
      });
      post({ kind: 'work', order });
      return (await end) ?? { kind: 'killed' };
    },
    kill: async () => {
      child.kill('SIGKILL');
      await gone;
    },
    close: async () => {
      post({ kind: 'close' });
      await gone;
    },
  };
}
