import { mkdirSync } from 'node:fs';
import { utilityProcess, type UtilityProcess } from 'electron';

/** The training console's own carrier: a child process on a loopback port, gone with the console. */
export type TrainingCarrier = {
  /** Fetches from the carrier once it is up; its port changes when it had to be started again. */
  readonly fetch: typeof globalThis.fetch;
  readonly stop: () => Promise<void>;
};

/** Base address under which services know the training carrier; the real port is put in at each request. */
export const trainingCarrierUrl = 'http://carrier.training.invalid';

type Parts = { readonly modulePath: string; readonly dataDir: string; readonly resourcesDir: string; readonly args: readonly string[]; readonly key: string; readonly onExit: (code: number) => void };

/** Starts the reference carrier; a crash starts it again, a refusal to start is told through `onExit`. */
export function startTrainingCarrier(parts: Parts): TrainingCarrier {
  mkdirSync(parts.dataDir, { recursive: true });
  let stopping = false;
  let running = launch(parts, () => {
    if (!stopping) running = launch(parts, () => undefined);
  });
  return {
    fetch: async (input, init) => {
      const port = await running.port;
      return fetch(String(input).replace(trainingCarrierUrl, `http://127.0.0.1:${port}`), init);
    },
    stop: async () => {
      stopping = true;
      running.child.kill();
      await running.gone;
    },
  };
}

type Running = { readonly child: UtilityProcess; readonly port: Promise<number>; readonly gone: Promise<void> };

function launch({ modulePath, dataDir, resourcesDir, args, key, onExit }: Parts, again: () => void): Running {
  const child = utilityProcess.fork(modulePath, ['--port', '0', '--data', dataDir, '--resources', resourcesDir, ...args], {
    stdio: 'ignore', serviceName: 'training carrier', env: { ...process.env, HALL400_CARRIER_KEY: key },
  });
  const port = new Promise<number>((resolve, reject) => {
    child.on('message', (message: { readonly kind?: string; readonly port?: number }) => { if (message.kind === 'ready' && message.port) resolve(message.port); });
    child.once('exit', (code) => reject(new Error(`the training carrier ended with ${code}`)));
  });
  // Whoever fetches sees the rejection; nobody may be fetching.
  port.catch(() => undefined);
  const gone = new Promise<void>((resolve) => {
    child.once('exit', (code) => {
      resolve();
      if (code !== 0) {
        onExit(code);
        again();
      }
    });
  });
  return { child, port, gone };
}
