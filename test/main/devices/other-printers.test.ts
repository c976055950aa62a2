import { mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { fail, ok } from '#domain/result.ts';
import { watchJob } from '../../../src-main/devices/printer.ts';
import { openSimulatedPrinter } from '../../../src-main/devices/simulated-printer.ts';
import { openWindowsPrinter, type WindowsHands } from '../../../src-main/devices/windows-printer.ts';

const folder = mkdtempSync(join(tmpdir(), 'hall400-twin-'));
const PDF = Buffer.from('%PDF-1.7 sample');
afterAll(() => rmSync(folder, { recursive: true }));

describe('the simulated printer', () => {
  const twin = openSimulatedPrinter({ folder, queues: [
    { name: 'counter', description: '柜台打印机', behaviour: 'prints' }, { name: 'empty', description: '缺纸', behaviour: 'paper-out' }, { name: 'paused', description: '暂停', behaviour: 'stopped' },
  ] });
  const statesOf = async (printer: string, turns = 9): Promise<string[]> => {
    const job = await twin.submit(PDF, { printer, copies: 1, title: '受理单/1' });
    if (!job.ok) throw new Error(job.error.code);
    const seen: string[] = [];
    let left = turns;
    for await (const state of watchJob(twin, job.value, async () => { if (--left === 0) throw new Error('still waiting'); })) seen.push(state.ok ? state.value.state : state.error.code);
    return seen;
  };

  test('writes one file a copy under the title', async () => {
    const job = await twin.submit(PDF, { printer: 'counter', copies: 2, title: '协议 XY-1:甲' });
    expect(job).toMatchObject({ ok: true });
    const files = readdirSync(join(folder, 'counter'));
    expect(files).toEqual(['0001 协议 XY-1_甲 1-2.pdf', '0001 协议 XY-1_甲 2-2.pdf']);
    expect(readFileSync(join(folder, 'counter', files[0] ?? ''), 'utf8')).toBe('%PDF-1.7 sample');
  });

  test('goes through the states of a real queue', async () => {
    expect(await statesOf('counter')).toEqual(['submitted', 'printing', 'left-queue']);
    expect(await statesOf('empty')).toEqual(['submitted', 'failed']);
    await expect(statesOf('paused')).rejects.toThrow('still waiting');
  });

  test('refuses a queue it does not have and a folder it cannot write', async () => {
    expect(await twin.submit(PDF, { printer: 'other', copies: 1, title: 't' })).toEqual({ ok: false, error: { code: 'printer-not-found' } });
    writeFileSync(join(folder, 'taken'), 'a file where the folder should be');
    const blocked = openSimulatedPrinter({ folder: join(folder, 'taken'), queues: [{ name: 'counter', description: '', behaviour: 'prints' }] });
    expect(await blocked.submit(PDF, { printer: 'counter', copies: 1, title: 't' })).toEqual({ ok: false, error: { code: 'folder-unwritable' } });
  });
});

describe('the Windows printer (its hands lent by the test; never tried on Windows)', () => {
  const asked: Readonly<Record<string, string>>[] = [];
  const hands = (answers: readonly string[]): WindowsHands => {
    const left = [...answers];
    return {
      printers: async () => [{ name: 'HP', displayName: 'HP 柜台', isDefault: true }, { name: 'OKI', displayName: 'OKI', isDefault: false }],
      print: async (_, { deviceName }) => (deviceName === 'OKI' ? fail('cancelled') : ok(null)),
      powershell: async (_, args) => {
        asked.push(args);
        const answer = left.shift();
        return answer === undefined ? fail('spooler stopped') : ok(answer);
      },
    };
  };

  test('reads printers and their state', async () => {
    const listed = await openWindowsPrinter(hands(['[{"Name":"HP","PrinterStatus":0},{"Name":"OKI","PrinterStatus":"Offline"}]'])).list();
    expect(listed).toMatchObject({ ok: true, value: [{ name: 'HP', state: 'idle', isDefault: true }, { name: 'OKI', state: 'stopped', message: 'Offline' }] });
  });

  test('follows the spooler: printing, then gone from the queue; names travel as arguments', async () => {
    const printer = openWindowsPrinter(hands(['{"Id":4,"JobStatus":"Spooling","PagesPrinted":0}', '{"Id":4,"JobStatus":"Printing","PagesPrinted":2}', '']));
    const job = await printer.submit(PDF, { printer: 'HP', copies: 2, title: "协议'; Remove-Item" });
    if (!job.ok) throw new Error(job.error.code);
    const seen = [];
    for await (const state of watchJob(printer, job.value, async () => undefined)) seen.push(state.ok ? [state.value.state, state.value.pages] : state.error.code);
    expect(seen).toEqual([['printing', 0], ['printing', 2], ['left-queue', null]]);
    expect(asked.at(-1)).toEqual({ printer: 'HP', title: "协议'; Remove-Item" });
  });

  test('tells paper out, a refused job and a dead spooler', async () => {
    const printer = openWindowsPrinter(hands(['{"JobStatus":"Error, PaperOut"}']));
    expect(await printer.stateOf({ printer: 'HP', id: 't' })).toMatchObject({ ok: true, value: { state: 'failed', message: 'Error, PaperOut' } });
    expect(await printer.stateOf({ printer: 'HP', id: 't' })).toEqual({ ok: false, error: { code: 'printing-unavailable', message: 'spooler stopped' } });
    expect(await printer.submit(PDF, { printer: 'OKI', copies: 1, title: 't' })).toEqual({ ok: false, error: { code: 'printer-refused', message: 'cancelled' } });
  });
});
