import { join } from 'node:path';
import { createLog } from '../log/log.ts';
import { startCarrier } from './carrier.ts';
import { readCommandLine } from './command-line.ts';

/** What Electron's utilityProcess gives its child. */
type ParentPort = { readonly postMessage: (message: unknown) => void };

const log = createLog({ write: (line) => process.stderr.write(line), now: () => new Date() });

function announceReady(port: number): void {
  process.stdout.write(`${JSON.stringify({ ready: true, port })}\n`);
  (process as NodeJS.Process & { readonly parentPort?: ParentPort }).parentPort?.postMessage({ kind: 'ready', port });
  process.send?.({ kind: 'ready', port });
}

async function main(): Promise<void> {
  const options = readCommandLine(process.argv.slice(2), join(import.meta.dirname, '..', '..', 'resources'));
  const key = process.env['HALL400_CARRIER_KEY'];
  delete process.env['HALL400_CARRIER_KEY'];
  const carrier = await startCarrier(options, key, log);
  let stopping: Promise<void> | undefined;
  const stop = (why: string): void => {
    stopping ??= carrier.stop().then(() => {
      log.info('carrier stopped', { why });
      process.exit(0);
    });
  };
  process.on('SIGTERM', () => stop('SIGTERM'));
  process.on('SIGINT', () => stop('SIGINT'));
  process.on('disconnect', () => stop('parent gone'));
  if (options.dieWithParent) process.stdin.on('end', () => stop('parent gone')).on('error', () => stop('parent gone')).resume();
  announceReady(carrier.port);
}

main().catch((error: unknown) => {
  log.error('carrier could not start', { error });
  process.exit(1);
});
