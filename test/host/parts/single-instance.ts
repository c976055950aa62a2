/** One running app per userData: a lock naming the process, and an inbox for what a second one was started with. */
import { mkdirSync, readdirSync, readFileSync, readlinkSync, rmSync, symlinkSync, watch, writeFileSync } from 'node:fs';
import { hostname } from 'node:os';
import { join } from 'node:path';

type Told = (argv: readonly string[], directory: string, data: unknown) => void;

export class SingleInstance {
  readonly #told: Told;
  #lock = '';

  constructor(told: Told) { this.#told = told; }

  get isHeld(): boolean { return this.#lock !== ''; }

  request(userData: string, data: unknown): boolean {
    const lock = join(userData, 'HostLock');
    const inbox = join(userData, 'HostInbox');
    mkdirSync(inbox, { recursive: true });
    if (!take(lock)) {
      writeFileSync(join(inbox, `${process.pid}.json`), JSON.stringify([process.argv, process.cwd(), data]));
      return false;
    }
    this.#lock = lock;
    process.once('exit', () => this.release());
    watch(inbox, () => this.#read(inbox)).unref();
    return true;
  }

  release(): void {
    if (this.#lock) rmSync(this.#lock, { force: true });
    this.#lock = '';
  }

  #read(inbox: string): void {
    for (const name of readdirSync(inbox)) {
      try {
        const [argv, directory, data] = JSON.parse(readFileSync(join(inbox, name), 'utf8')) as [string[], string, unknown];
        rmSync(join(inbox, name));
        this.#told(argv, directory, data);
      } catch { /* half written: the next event of the folder reads it */ }
    }
  }
}

/** Takes the lock, also from a process that has died. */
function take(lock: string): boolean {
  for (let tries = 0; tries < 2; tries += 1) {
    try { symlinkSync(`${hostname()}-${process.pid}`, lock); return true; } catch { /* held: by whom? */ }
    try { process.kill(Number(readlinkSync(lock).split('-').pop()), 0); return false; } catch { rmSync(lock, { force: true }); }
  }
  return false;
}
