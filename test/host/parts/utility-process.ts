/** utilityProcess.fork: a Node child that has process.parentPort and ends with this process. */
import { type ChildProcess, spawn } from 'node:child_process';
import { EventEmitter } from 'node:events';
import type { Readable } from 'node:stream';
import { host } from '../host.ts';
import { emulated, notEmulated } from '../not-emulated.ts';

type Stdio = 'pipe' | 'ignore' | 'inherit';
type ForkOptions = {
  readonly env?: Readonly<Record<string, string>>; readonly execArgv?: readonly string[]; readonly cwd?: string;
  readonly stdio?: Stdio | readonly Stdio[]; readonly serviceName?: string;
};

const entry = new URL('./utility-child.ts', import.meta.url).pathname;
const quiet = ['--disable-warning=MODULE_TYPELESS_PACKAGE_JSON', '--disable-warning=ExperimentalWarning'];
const running = new Set<ChildProcess>();
process.once('exit', () => { for (const child of running) child.kill('SIGKILL'); });

class UtilityProcess extends EventEmitter {
  readonly #child: ChildProcess;
  readonly stdout: Readable | null;
  readonly stderr: Readable | null;

  constructor(child: ChildProcess) {
    super();
    this.#child = child;
    this.stdout = child.stdout;
    this.stderr = child.stderr;
    running.add(child);
    child.once('spawn', () => this.emit('spawn'));
    child.on('message', (message) => this.emit('message', message));
    child.once('error', (error) => host.log('utilityProcess', error));
    child.once('exit', (code, signal) => { running.delete(child); this.emit('exit', code ?? (signal === 'SIGTERM' ? 15 : 9)); });
  }

  get pid(): number | undefined { return this.#child.exitCode === null && this.#child.signalCode === null ? this.#child.pid : undefined; }

  postMessage(message: unknown, transfer?: readonly unknown[]): void {
    if (transfer && transfer.length > 0) throw notEmulated('utilityProcess transfer of ports');
    if (this.#child.connected) this.#child.send(message as object);
  }

  kill(): boolean { return this.#child.kill('SIGTERM'); }
}

export const utilityProcess = emulated('utilityProcess', {
  fork(modulePath: string, args: readonly string[] = [], options: ForkOptions = {}): UtilityProcess {
    if (!host.state.ready) throw new Error('utilityProcess cannot be created before app is ready.');
    const [, out = 'inherit', err = 'inherit'] = typeof options.stdio === 'string' ? ['ignore', options.stdio, options.stdio] as const : options.stdio ?? [];
    const child = spawn(process.execPath, [...quiet, ...(options.execArgv ?? []), entry, modulePath, ...args], {
      cwd: options.cwd, env: options.env ?? process.env, stdio: ['ignore', out, err, 'ipc'], serialization: 'advanced', windowsHide: true,
    });
    return emulated('UtilityProcess', new UtilityProcess(child));
  },
});
