import { utils, write } from '@e965/xlsx';
import { openCallOffice } from '../../src-main/services/plans/calls/call-office.ts';
import { against, type BenchLine, median, round } from './bench-line.ts';

const ROWS = 100_000;
const ROUNDS = 3;
const names = ['主叫号码', '通话开始时间', '通话时长(秒)', '被叫号码'];
const row = (index: number): string[] => [
  index % 3 === 0 ? `010-5920${String(index % 10_000).padStart(4, '0')}` : `139${String(index).padStart(8, '0')}`,
  new Date(Date.UTC(2026, 8, 1) + index * 25_000).toISOString().slice(0, 19).replace('T', ' '), String(30 + (index % 400)), '010-59206601',
];

/** A call list of 100,000 rows as the thread reads it, and how long the main thread was held up meanwhile; beside it a plain split of the same text. */
export async function runBench(): Promise<readonly BenchLine[]> {
  const rows = [names, ...Array.from({ length: ROWS }, (_, index) => row(index))];
  const text = rows.map((cells) => cells.join(',')).join('\n');
  const files = { CSV: new TextEncoder().encode(text), XLSX: workbook(rows) };
  const office = openCallOffice(new URL('../../src-main/services/plans/calls/call-worker.ts', import.meta.url));
  const lines: BenchLine[] = [];
  for (const [kind, bytes] of Object.entries(files)) {
    const [took, held, plain]: [number[], number[], number[]] = [[], [], []];
    for (let turn = 0; turn < ROUNDS; turn += 1) {
      const began = performance.now();
      held.push(await heldUpMs(office.readCallList(bytes, '010')));
      took.push(performance.now() - began);
      const again = performance.now();
      text.split('\n').map((each) => each.split(','));
      plain.push(performance.now() - again);
    }
    lines.push(against('calls', `read ${ROWS} calls from ${kind}; baseline: the text split into cells, nothing understood`, 'ms', median(took), median(plain)));
    lines.push({ bench: 'calls', name: `main thread held up while ${kind} is read, longest`, value: round(Math.max(...held)), unit: 'ms' });
  }
  await office.close();
  return lines;
}

function workbook(rows: string[][]): Uint8Array {
  const book = utils.book_new();
  utils.book_append_sheet(book, utils.aoa_to_sheet(rows, { dense: true }), '话单');
  return new Uint8Array(write(book, { type: 'array', bookType: 'xlsx', compression: true }) as ArrayBuffer);
}

/** The longest that a timer of 5 ms came late while `work` ran. */
async function heldUpMs(work: Promise<unknown>): Promise<number> {
  let [last, worst] = [performance.now(), 0];
  const timer = setInterval(() => { const now = performance.now(); worst = Math.max(worst, now - last - 5); last = now; }, 5);
  await work;
  clearInterval(timer);
  return worst;
}
