import { type Server, createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

/** One attribute of a reply: tag, name, values (numbers as four bytes, true and false as one). */
export type ReplyAttribute = readonly [tag: number, name: string, ...values: readonly (string | number | boolean)[]];
export type ServedJob = { readonly queue: string; readonly request: string; readonly pdf: Buffer; states: readonly number[] };

/** A CUPS of our own over loopback: it keeps what was sent and goes through the states it is told. */
export type IppServer = {
  readonly port: number;
  readonly jobs: ServedJob[];
  readonly close: () => Promise<void>;
};

/** `queues` by name with their state (3 idle, 4 processing, 5 stopped); a job goes through `states`, one each time it is asked for. */
export async function startIppServer({ queues, states }: { readonly queues: Readonly<Record<string, number>>; readonly states: readonly number[] }): Promise<IppServer> {
  const jobs: ServedJob[] = [];
  const server: Server = createServer((request, response) => {
    const parts: Buffer[] = [];
    request.on('data', (part: Buffer) => parts.push(part));
    request.on('end', () => {
      const body = Buffer.concat(parts);
      response.writeHead(200, { 'content-type': 'application/ipp' });
      response.end(answer(body, request.url ?? '', queues, states, jobs));
    });
  });
  await new Promise<void>((started) => server.listen(0, '127.0.0.1', started));
  return {
    port: (server.address() as AddressInfo).port,
    jobs,
    close: () => new Promise((closed) => server.close(() => closed())),
  };
}

function answer(body: Buffer, url: string, queues: Readonly<Record<string, number>>, states: readonly number[], jobs: ServedJob[]): Buffer {
  const [operation, id] = [body.readUInt16BE(2), body.readInt32BE(4)];
  const known = Object.entries(queues);
  if (operation === 0x4002) {
    return reply(known.length > 0 ? 0 : 0x0406, id, 4, known.map(([name, state]): ReplyAttribute[] => [
      [0x42, 'printer-name', name], [0x41, 'printer-info', `${name}（柜台）`], [0x23, 'printer-state', state],
      [0x41, 'printer-state-message', state === 5 ? '已暂停' : ''], [0x22, 'printer-is-accepting-jobs', state !== 5],
    ]));
  }
  if (operation === 0x4001) return reply(0, id, 4, [[[0x42, 'printer-name', known.at(-1)?.[0] ?? '']]]);
  if (operation === 0x0002) return takeJob(body, id, url, queues, states, jobs);
  const job = jobs[Number(/\/jobs\/(\d+)/.exec(body.toString('latin1'))?.[1] ?? 0) - 1];
  if (!job) return reply(0x0406, id, 2, []);
  const [state = 9, ...rest] = job.states;
  if (rest.length > 0) job.states = rest;
  return reply(0, id, 2, [[[0x23, 'job-state', state], [0x44, 'job-state-reasons', state === 6 ? 'printer-stopped' : 'none', 'job-printing'], [0x21, 'job-impressions-completed', state === 9 ? 4 : 0]]]);
}

function takeJob(body: Buffer, id: number, url: string, queues: Readonly<Record<string, number>>, states: readonly number[], jobs: ServedJob[]): Buffer {
  const queue = decodeURIComponent(url.replace('/printers/', ''));
  if (!(queue in queues)) return reply(0x0406, id, 2, []);
  if (queues[queue] === 5) return reply(0x0506, id, 2, [], '打印机不接受作业');
  const start = body.indexOf('%PDF');
  jobs.push({ queue, request: body.subarray(0, start).toString('utf8'), pdf: body.subarray(start), states });
  return reply(0, id, 2, [[[0x21, 'job-id', jobs.length], [0x23, 'job-state', 3]]]);
}

function reply(status: number, id: number, groupTag: number, groups: readonly (readonly ReplyAttribute[])[], message = ''): Buffer {
  const header = Buffer.from([2, 0, status >> 8, status & 255, 0, 0, 0, 0]);
  header.writeInt32BE(id, 4);
  const first: ReplyAttribute[] = [[0x47, 'attributes-charset', 'utf-8'], [0x48, 'attributes-natural-language', 'zh-cn'], ...(message === '' ? [] : [[0x41, 'status-message', message] as const])];
  const written = (attributes: readonly ReplyAttribute[]): Buffer => Buffer.concat(attributes.flatMap(([tag, name, ...values]) => values.map((value, i) => attribute(tag, i === 0 ? name : '', value))));
  return Buffer.concat([header, Buffer.from([1]), written(first), ...groups.flatMap((group) => [Buffer.from([groupTag]), written(group)]), Buffer.from([3])]);
}

function attribute(tag: number, name: string, value: string | number | boolean): Buffer {
  const raw = typeof value === 'string' ? Buffer.from(value) : typeof value === 'boolean' ? Buffer.from([value ? 1 : 0]) : Buffer.alloc(4);
  if (typeof value === 'number') raw.writeInt32BE(value);
  const label = Buffer.from(name);
  const lengths = Buffer.from([tag, label.length >> 8, label.length & 255]);
  return Buffer.concat([lengths, label, Buffer.from([raw.length >> 8, raw.length & 255]), raw]);
}
