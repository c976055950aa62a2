import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type Result, fail, ok } from '#domain/result.ts';
import type { PrintFailure, PrintState, Printer, PrinterInfo } from './printer.ts';

/** Queues of the twin: paper goes into a folder, one file a copy; each is a name with the way it behaves. */
export type SimulatedQueue = { readonly name: string; readonly description: string; readonly behaviour: 'prints' | 'paper-out' | 'stopped' };

/** The printer of training and tests: real files in a folder, the same states as a system queue goes through. */
export function openSimulatedPrinter({ folder, queues }: { readonly folder: string; readonly queues: readonly SimulatedQueue[] }): Printer {
  const jobs = new Map<string, { readonly queue: SimulatedQueue; asked: number }>();
  let lastId = 0;
  const find = (printer: string): SimulatedQueue | undefined => queues.find(({ name }) => name === printer);
  return {
    list: async () => ok(queues.map((queue, i) => describe(queue, i === 0))),
    submit: async (pdf, { printer, copies, title }) => {
      const queue = find(printer);
      if (!queue) return fail({ code: 'printer-not-found' });
      const id = String(lastId += 1);
      if (queue.behaviour === 'prints') {
        const written = await writeCopies(pdf, join(folder, printer), `${id.padStart(4, '0')} ${title}`, copies);
        if (!written.ok) return written;
      }
      jobs.set(id, { queue, asked: 0 });
      return ok({ printer, id });
    },
    stateOf: async ({ id }) => {
      const job = jobs.get(id);
      if (!job) return fail({ code: 'printer-refused', message: 'no such job' });
      return ok(stateAfter(job.queue, job.asked++));
    },
  };
}

function describe({ name, description, behaviour }: SimulatedQueue, isDefault: boolean): PrinterInfo {
  return { name, description, state: behaviour === 'stopped' ? 'stopped' : 'idle', accepting: true, isDefault, message: behaviour === 'stopped' ? 'paused' : '' };
}

async function writeCopies(pdf: Uint8Array, folder: string, title: string, copies: number): Promise<Result<null, PrintFailure>> {
  const made = await mkdir(folder, { recursive: true }).then(() => true, () => false);
  if (!made) return fail({ code: 'folder-unwritable' });
  for (let copy = 1; copy <= copies; copy++) {
    const file = `${title.replaceAll(/[^\p{L}\p{N} ._-]/gu, '_')} ${copy}-${copies}.pdf`;
    const written = await writeFile(join(folder, file), pdf).then(() => true, () => false);
    if (!written) return fail({ code: 'folder-unwritable' });
  }
  return ok(null);
}

// Submitted, printing, gone: one step each time somebody asks.
function stateAfter({ behaviour }: SimulatedQueue, asked: number): PrintState {
  if (behaviour === 'stopped') return { state: 'submitted', pages: null, message: 'paused' };
  if (asked === 0) return { state: 'submitted', pages: 0, message: '' };
  if (behaviour === 'paper-out') return { state: 'failed', pages: 0, message: 'media-empty' };
  return asked === 1 ? { state: 'printing', pages: 0, message: '' } : { state: 'left-queue', pages: null, message: '' };
}
