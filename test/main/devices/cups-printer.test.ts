import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openCupsPrinter } from '../../../src-main/devices/cups-printer.ts';
import { type Printer, watchJob } from '../../../src-main/devices/printer.ts';
import { type IppServer, startIppServer } from '../../support/ipp-server.ts';

const folder = mkdtempSync(join(tmpdir(), 'hall400-print-'));
const PDF = Buffer.concat([Buffer.from('%PDF-1.7 '), Buffer.from([0, 3, 255, 13, 10])]);
let server: IppServer;
let printer: Printer;

beforeAll(async () => {
  server = await startIppServer({ queues: { 柜台1: 3, paused: 5, front: 4 }, states: [3, 5, 5, 9] });
  printer = openCupsPrinter({ host: '127.0.0.1', port: server.port }, '90217');
});
afterAll(async () => {
  await server.close();
  rmSync(folder, { recursive: true });
});

describe('printing by IPP', () => {
  test('lists the queues with state, words and which is the default', async () => {
    expect(await printer.list()).toEqual({ ok: true, value: [
      { name: '柜台1', description: '柜台1（柜台）', state: 'idle', accepting: true, isDefault: false, message: '' },
      { name: 'paused', description: 'paused（柜台）', state: 'stopped', accepting: false, isDefault: false, message: '已暂停' },
      { name: 'front', description: 'front（柜台）', state: 'printing', accepting: true, isDefault: true, message: '' },
    ] });
  });

  test('hands the file over byte for byte with copies and title, and tells each state until the job has left the queue', async () => {
    const job = await printer.submit(PDF, { printer: '柜台1', copies: 2, title: '990101-20260924-0017 协议' });
    expect(job).toEqual({ ok: true, value: { printer: '柜台1', id: '1' } });
    const [taken] = server.jobs;
    expect(taken?.queue).toBe('柜台1');
    expect(taken?.pdf.equals(PDF)).toBe(true);
    expect(taken?.request).toContain('990101-20260924-0017 协议');
    expect(taken?.request).toContain('copies\u0000\u0004\u0000\u0000\u0000\u0002');
    if (!job.ok) return;
    const seen = [];
    for await (const state of watchJob(printer, job.value, async () => undefined)) seen.push(state.ok ? [state.value.state, state.value.pages] : state.error.code);
    expect(seen).toEqual([['submitted', 0], ['printing', 0], ['left-queue', 4]]);
  });

  test('tells a missing queue, a queue that refuses and a missing service apart', async () => {
    const request = { copies: 1, title: 't' };
    expect(await printer.submit(PDF, { ...request, printer: 'none' })).toEqual({ ok: false, error: { code: 'printer-not-found' } });
    expect(await printer.submit(PDF, { ...request, printer: 'paused' })).toEqual({ ok: false, error: { code: 'printer-refused', message: 'IPP 0x0506 打印机不接受作业' } });
    const nobody = openCupsPrinter({ socketPath: join(folder, 'no.sock') }, '90217');
    expect(await nobody.list()).toMatchObject({ ok: false, error: { code: 'printing-unavailable' } });
  });

  test('a stopped job is told as failed with the queue\'s reason', async () => {
    const stuck = await startIppServer({ queues: { q: 3 }, states: [6] });
    const own = openCupsPrinter({ host: '127.0.0.1', port: stuck.port }, '90217');
    const job = await own.submit(PDF, { printer: 'q', copies: 1, title: 't' });
    expect(job.ok && await own.stateOf(job.value)).toEqual({ ok: true, value: { state: 'failed', pages: 0, message: 'printer-stopped job-printing' } });
    await stuck.close();
  });

  test('a machine without any queue has an empty list', async () => {
    const empty = await startIppServer({ queues: {}, states: [] });
    expect(await openCupsPrinter({ host: '127.0.0.1', port: empty.port }, '90217').list()).toEqual({ ok: true, value: [] });
    await empty.close();
  });
});
