/** Runs inside the child: gives it process.parentPort, then its module. */
import { EventEmitter } from 'node:events';
import { registerHooks } from 'node:module';
import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';

type MessageEvent = { readonly data: unknown; readonly ports: readonly never[] };

class ParentPort extends EventEmitter {
  #early: MessageEvent[] = [];

  constructor() {
    super();
    process.on('message', (data) => this.#receive({ data, ports: [] }));
    this.on('newListener', (event) => { if (event === 'message') setImmediate(() => this.#flush()); });
  }

  /** What comes before anyone listens waits, as on Electron's port. */
  #receive(event: MessageEvent): void {
    if (this.listenerCount('message') > 0 && this.#early.length === 0) this.emit('message', event);
    else this.#early.push(event);
  }

  #flush(): void {
    for (const event of this.#early.splice(0)) this.emit('message', event);
  }

  postMessage(message: unknown): void { process.send?.(message); }
}

registerHooks({
  resolve(specifier, context, next) {
    if (/^electron(\/|$)/.test(specifier)) throw new Error('electron host: electron inside a utility process is not emulated');
    return next(specifier, context);
  },
});

const [modulePath = '', ...args] = process.argv.slice(2);
process.on('disconnect', () => process.exit(0)); // the app has gone, killed perhaps
process.argv = [process.execPath, modulePath, ...args];
Object.defineProperty(process, 'parentPort', { value: new ParentPort() });
Object.defineProperty(process, 'type', { value: 'utility' });
await import(pathToFileURL(resolve(modulePath)).href);
