import { request } from 'node:http';
import { type Result, fail, ok } from '#domain/result.ts';
import { type IppAttribute, type IppGroup, type IppReply, type IppRequest, OPERATION, decodeIpp, encodeIpp } from './ipp-message.ts';
import type { PrintFailure, PrintJob, PrintState, Printer, PrinterInfo } from './printer.ts';

/** Where CUPS listens: its socket on this machine, or host and port. */
export type CupsAddress = { readonly socketPath: string } | { readonly host: string; readonly port: number };

const NOT_FOUND = 0x0406;
const TIMEOUT_MS = 8000;

/** Linux and macOS: the system's queues by IPP, with the job states that CUPS itself tells. */
export function openCupsPrinter(address: CupsAddress, user: string): Printer {
  const ask = caller(address);
  return {
    list: () => listPrinters(ask, user),
    submit: async (pdf, { printer, copies, title }) => {
      const reply = await ask(`/printers/${encodeURIComponent(printer)}`, {
        operation: OPERATION.printJob,
        attributes: [
          uri('printer-uri', `ipp://localhost/printers/${encodeURIComponent(printer)}`), name('requesting-user-name', user),
          name('job-name', title), { sort: 'mime', name: 'document-format', values: ['application/pdf'] },
        ],
        job: [{ sort: 'integer', name: 'copies', values: [copies] }, keyword('media', 'iso_a4_210x297mm'), keyword('sides', 'one-sided')],
        data: Buffer.from(pdf),
      });
      if (!reply.ok) return reply;
      const id = reply.value.groups.map((group) => group.get('job-id')?.[0]).find((value) => value !== undefined);
      return id === undefined ? fail({ code: 'printing-unavailable', message: 'reply without job-id' }) : ok({ printer, id: String(id) });
    },
    stateOf: (job) => jobState(ask, job, user),
  };
}

type Ask = (path: string, message: Omit<IppRequest, 'id'>) => Promise<Result<IppReply, PrintFailure>>;

const uri = (label: string, value: string): IppAttribute => ({ sort: 'uri', name: label, values: [value] });
const name = (label: string, value: string): IppAttribute => ({ sort: 'name', name: label, values: [value] });
const keyword = (label: string, ...values: readonly string[]): IppAttribute => ({ sort: 'keyword', name: label, values });

function caller(address: CupsAddress): Ask {
  let lastId = 0;
  return async (path, message) => {
    const bytes = await post(address, path, encodeIpp({ ...message, id: ++lastId }));
    if (!bytes.ok) return bytes;
    const reply = decodeIpp(bytes.value);
    if (!reply) return fail({ code: 'printing-unavailable', message: 'no IPP reply' });
    if (reply.status === NOT_FOUND) return fail({ code: 'printer-not-found' });
    return reply.status < 0x0400 ? ok(reply) : fail({ code: 'printer-refused', message: refusalText(reply) });
  };
}

const refusalText = ({ status, groups }: IppReply): string =>
  [`IPP 0x${status.toString(16).padStart(4, '0')}`, groups[0]?.get('status-message')?.[0] ?? ''].join(' ').trim();

function post(address: CupsAddress, path: string, body: Buffer): Promise<Result<Buffer, PrintFailure>> {
  return new Promise((settle) => {
    const unavailable = (message: string): void => settle(fail({ code: 'printing-unavailable', message }));
    const sent = request({ ...address, path, method: 'POST', timeout: TIMEOUT_MS, headers: { 'content-type': 'application/ipp', 'content-length': body.length } }, (response) => {
      const parts: Buffer[] = [];
      response.on('data', (part: Buffer) => parts.push(part));
      response.on('error', (error) => unavailable(error.message));
      response.on('end', () => (response.statusCode === 200 ? settle(ok(Buffer.concat(parts))) : unavailable(`HTTP ${response.statusCode}`)));
    });
    sent.on('timeout', () => sent.destroy(new Error('timeout')));
    sent.on('error', (error) => unavailable(error.message));
    sent.end(body);
  });
}

async function listPrinters(ask: Ask, user: string): Promise<Result<readonly PrinterInfo[], PrintFailure>> {
  const wanted = keyword('requested-attributes', 'printer-name', 'printer-info', 'printer-state', 'printer-state-message', 'printer-is-accepting-jobs');
  const reply = await ask('/', { operation: OPERATION.cupsPrinters, attributes: [name('requesting-user-name', user), wanted] });
  // CUPS says "not found" where there is no queue at all.
  if (!reply.ok) return reply.error.code === 'printer-not-found' ? ok([]) : reply;
  const standard = await ask('/', { operation: OPERATION.cupsDefault, attributes: [name('requesting-user-name', user), keyword('requested-attributes', 'printer-name')] });
  const preferred = standard.ok ? standard.value.groups.map((group) => group.get('printer-name')?.[0]).find(Boolean) : undefined;
  return ok(reply.value.groups.filter((group) => group.has('printer-name')).map((group) => describe(group, preferred)));
}

const PRINTER_STATES = new Map<unknown, PrinterInfo['state']>([[3, 'idle'], [4, 'printing'], [5, 'stopped']]);

function describe(group: IppGroup, preferred: unknown): PrinterInfo {
  const first = (label: string): string => String(group.get(label)?.[0] ?? '');
  return {
    name: first('printer-name'),
    description: first('printer-info'),
    state: PRINTER_STATES.get(group.get('printer-state')?.[0]) ?? 'stopped',
    accepting: group.get('printer-is-accepting-jobs')?.[0] === true,
    isDefault: first('printer-name') === preferred,
    message: first('printer-state-message'),
  };
}

// pending and held: handed over but not begun; stopped: the queue stands, the job waits in it.
const JOB_STATES = new Map<unknown, PrintState['state']>([
  [3, 'submitted'], [4, 'submitted'], [5, 'printing'], [6, 'failed'], [7, 'cancelled'], [8, 'failed'], [9, 'left-queue'],
]);

async function jobState(ask: Ask, { id }: PrintJob, user: string): Promise<Result<PrintState, PrintFailure>> {
  const reply = await ask('/jobs/', {
    operation: OPERATION.jobAttributes,
    attributes: [
      uri('job-uri', `ipp://localhost/jobs/${id}`), name('requesting-user-name', user),
      keyword('requested-attributes', 'job-state', 'job-state-reasons', 'job-printer-state-message', 'job-impressions-completed'),
    ],
  });
  if (!reply.ok) return reply;
  const group = reply.value.groups.find((candidate) => candidate.has('job-state'));
  const reasons = (group?.get('job-state-reasons') ?? []).filter((reason) => reason !== 'none').join(' ');
  const pages = group?.get('job-impressions-completed')?.[0];
  return ok({
    state: JOB_STATES.get(group?.get('job-state')?.[0]) ?? 'failed',
    pages: typeof pages === 'number' ? pages : null,
    message: String(group?.get('job-printer-state-message')?.[0] ?? '') || reasons,
  });
}
