import { once } from 'node:events';
import { resolve } from 'node:path';
import { Worker } from 'node:worker_threads';
import { announcedCalendar } from '#domain/calendar/work-calendar.ts';
import { type Call, quietState } from '#domain/routing/call.ts';
import { callLimits } from '#domain/routing/call-limits.ts';
import { callMoment } from '#domain/routing/call-moment.ts';
import { flowOf, pathOf } from '#domain/routing/diagram/flow-graph.ts';
import { layOutFlow } from '#domain/routing/diagram/flow-layout.ts';
import { runTestCall, type TestCallSetup } from '#domain/routing/test-calls/run-test-call.ts';
import { coverageMap } from '#domain/routing/coverage/coverage-map.ts';
import { type CoverageQuestion, coverageReport, regionalForm } from '#domain/routing/coverage/coverage-report.ts';
import { type CoverageMap, coverageStates } from '#domain/routing/coverage/coverage.ts';
import { ordinaryWeek, probeRows } from '#domain/routing/coverage/probe-week.ts';
import { formProblems } from '#domain/routing/form-problems.ts';
import { routeCall } from '#domain/routing/route-call.ts';
import type { ListEntry, RoutingForm } from '#domain/routing/routing-form.ts';
import type { RoutingContext } from '#domain/routing/routing-problem.ts';
import { loadReference } from '../../src-main/reference/load-reference.ts';
import { openTestConsole } from '../support/test-console.ts';
import { against, type BenchLine, median, percentile, round } from './bench-line.ts';
import { benchForm } from './routing-bench-form.ts';

const CALLS = 20_000;
const ROUNDS = 9;
const TODAY = '2026-11-25';
const TARGET_CALL_MS = 0.1;
const TARGET_MAP_MS = 150;

/** One call, the coverage map in a worker beside the map by calls alone, and what an edit takes: its checks, the trial and picture drawn anew, and its save. */
export async function runBench(): Promise<readonly BenchLine[]> {
  const loaded = loadReference(resolve(import.meta.dirname, '../../resources/reference'));
  if (!loaded.ok) throw new Error(JSON.stringify(loaded.error));
  const { regions, policy } = loaded.value;
  const question: CoverageQuestion = { form: benchForm(1000), regions, limits: callLimits(policy.routing), today: TODAY, destinationId: 'd10' };
  const context: RoutingContext = { ordered400Number: '4006008899', limits: policy.routing, calendar: announcedCalendar, regions, today: TODAY };
  return [...callTimes(question), ...(await mapTimes(question)), ...checkTimes(context), ...trialTimes(question), ...(await saveTimes())];
}

const line = (name: string, value: number, unit = 'ms'): BenchLine => ({ bench: 'routing', name, value: round(value), unit });

function timed(work: () => unknown): number {
  const began = performance.now();
  work();
  return performance.now() - began;
}

/** Calls of all provinces and hours; the lists asked by their index, and by reading every entry. */
function callTimes({ form, regions, limits }: CoverageQuestion): readonly BenchLine[] {
  const moments = Array.from({ length: 50 }, (_, at) => callMoment(`2026-12-${String(1 + (at % 28)).padStart(2, '0')}`, (at * 377) % 1440, announcedCalendar));
  const calls = Array.from({ length: CALLS }, (_, at): Call => {
    const row = regions.areas[(at * 31) % regions.areas.length]!;
    const lineKind = at % 2 === 0 ? 'landline' : 'mobile';
    const digits = lineKind === 'landline' ? `${row.areaCode}8${String(1_000_000 + at)}` : `138${String(10_000_000 + at)}`;
    return { caller: { digits, lineKind, areaCode: row.areaCode, city: row.cityCode, province: row.province }, at: moments[at % 50]!, keys: ['2', '1'], password: '' };
  });
  for (const call of calls) routeCall(form, call, quietState, limits);
  const each = calls.map((call) => timed(() => routeCall(form, call, quietState, limits)));
  const whole = timed(() => calls.forEach((call) => routeCall(form, call, quietState, limits))) / CALLS;
  // A list that is another one at each call has no index yet.
  const unindexed = calls.slice(0, 300).map((call) => timed(() => routeCall({ ...form, blackList: [...form.blackList] }, call, quietState, limits)));
  return [
    against('routing', `one call, 20 phones, 10 rules, 1,000 entries, target ${TARGET_CALL_MS}; baseline: lists read anew for the call`, 'ms', median(each), median(unindexed)),
    line('the same, p99', percentile(each, 0.99)), line('the same, mean over all calls', whole),
  ];
}

async function mapTimes(question: CoverageQuestion): Promise<readonly BenchLine[]> {
  const worker = new Worker(new URL('./coverage-bench-worker.ts', import.meta.url));
  const asked = { ...question, form: regionalForm(question.form) };
  const answered = async (whole: boolean): Promise<{ readonly answer: unknown; readonly elapsedMs: number }> => {
    const began = performance.now();
    worker.postMessage({ whole, question: asked });
    const [answer] = (await once(worker, 'message')) as [unknown];
    return { answer, elapsedMs: performance.now() - began };
  };
  const first = await answered(true);
  const [map, report, naive, blocked, alone]: number[][] = [[], [], [], [], []];
  for (let turn = 0; turn < ROUNDS; turn += 1) {
    const { answer, elapsedMs } = await answered(false);
    map!.push(elapsedMs);
    report!.push((await answered(true)).elapsedMs);
    alone!.push(timed(() => coverageMap(asked.form, { ...question, days: [] })));
    blocked!.push(timed(() => structuredClone({ ...question, form: regionalForm(question.form) })));
    naive!.push(timed(() => sameStates(answer as CoverageMap, naiveMap(question))));
  }
  await worker.terminate();
  return [
    against('routing', `coverage map, 35 rows × 168 × 2 in a worker, there and back, target ${TARGET_MAP_MS}; baseline: a call for every place and edge of each cell`, 'ms', median(map!), median(naive!)),
    line('the same without the worker', median(alone!)),
    line(`map with ${coverageReport(question, announcedCalendar).map.days.length} special days, holes and one phone's reach, in a worker`, median(report!)), line('the same, slowest', Math.max(...report!)),
    line('the same, the first one with the start of the worker', first.elapsedMs), line('main thread, to hand it over', median(blocked!)),
  ];
}

/** The worst answer of each cell by routeCall alone, without looking into forwards and keys. */
function naiveMap({ form, regions, limits }: CoverageQuestion): readonly string[] {
  const { moments, minutes } = ordinaryWeek(form);
  return probeRows(form, regions).flatMap(({ probes }) => (['landline', 'mobile'] as const).flatMap((lineKind) => {
    const worst = Array.from({ length: 168 }, () => 0);
    moments.forEach((at, place) => probes.forEach(({ caller }) => {
      const digits = lineKind === 'landline' ? (caller.areaCode ?? '') : '';
      const { outcome } = routeCall(form, { caller: { ...caller, lineKind, digits }, at, keys: [], password: '' }, quietState, limits);
      const state = outcome.kind === 'answered' ? 'rings' : outcome.kind === 'refused' ? (outcome.reason === 'not-open' ? 'notOpen' : 'refused') : outcome.kind === 'fax' ? 'voicemail' : outcome.kind;
      const hour = Math.floor((minutes[place] ?? 0) / 60);
      worst[hour] = Math.max(worst[hour] ?? 0, coverageStates.indexOf(state));
    }));
    return worst.map((state) => coverageStates[state] as string);
  }));
}

/** In the bench's form every group has several phones: the two maps have to be the same. */
function sameStates({ regions, landline, mobile }: CoverageMap, naive: readonly string[]): void {
  const ours = regions.flatMap((_, row) => [landline, mobile].flatMap(({ states }) => [...states.subarray(row * 168, row * 168 + 168)].map((state) => coverageStates[state] as string)));
  if (ours.join() !== naive.join()) throw new Error('the map and the calls differ');
}

/** A name is typed, then an entry of the list; all other entries stay as they are. */
function checkTimes(context: RoutingContext): readonly BenchLine[] {
  const lines = [1000, 10_000].flatMap((entries): BenchLine[] => {
    const form = benchForm(entries);
    const count = entries.toLocaleString('en');
    const first = timed(() => formProblems(form, context));
    const named = Array.from({ length: ROUNDS * 3 }, (_, at): RoutingForm => ({ ...form, rules: form.rules.map((rule, index) => (index === 6 ? { ...rule, name: `白天${at}` } : rule)) }));
    const listed = Array.from({ length: ROUNDS * 3 }, (_, at): RoutingForm => ({ ...form, blackList: form.blackList.map((entry, index): ListEntry => (index === 7 ? { ...entry, pattern: `1391234${String(1000 + at)}` } : entry)) }));
    const [byName, byEntry] = [named, listed].map((edits) => edits.map((edit) => timed(() => formProblems(edit, context)))) as [number[], number[]];
    return [
      against('routing', `checks after a rule's name was edited, ${count} entries; baseline: the first checks of the form`, 'ms', median(byName), first),
      line('the same, slowest', Math.max(...byName)), line(`checks after an entry was edited, ${count} entries`, median(byEntry)), line('the same, slowest', Math.max(...byEntry)),
    ];
  });
  return lines;
}

/** What the simulator works out anew after a key: the call, the graph of the form, its layout and the lit path. */
function trialTimes({ form, limits }: CoverageQuestion): readonly BenchLine[] {
  const setup = (at: number): TestCallSetup => ({ callerText: '', caller: { digits: '', lineKind: 'landline', areaCode: '010', city: '110000', province: '110000' }, date: TODAY, time: '10:15', busy: [`d${at % 6}`], silent: [], keys: ['2', '1'], knowsPassword: true });
  const called = Array.from({ length: ROUNDS * 10 }, (_, at) => timed(() => runTestCall(form, setup(at), limits, announcedCalendar)));
  const drawn = Array.from({ length: ROUNDS * 10 }, (_, at) => timed(() => {
    const graph = flowOf({ ...form });
    layOutFlow(graph, () => ({ width: 120, height: 46 }), { column: 34, row: 12, way: () => 60 });
    pathOf(graph, runTestCall(form, setup(at), limits, announcedCalendar));
  }));
  return [against('routing', 'simulator after a key: call, graph, layout and path, a frame is 16; baseline: the call alone', 'ms', median(drawn), median(called)), line('the same, slowest', Math.max(...drawn))];
}

/** A form with lists saved whole through the services, on disk when it returns, beside the same form without lists. */
async function saveTimes(): Promise<readonly BenchLine[]> {
  const desk = await openTestConsole();
  try {
    await desk.signIn('WJ0127');
    const { caseId } = await desk.call('cases/create', undefined);
    const saved = async (entries: number): Promise<number> => {
      const form = benchForm(entries);
      const each: number[] = [];
      for (let turn = 0; turn < ROUNDS; turn += 1) {
        const began = performance.now();
        await desk.call('cases/save-form', { caseId, form: { ...form, rules: form.rules.map((rule, at) => (at === 6 ? { ...rule, name: `白天${turn}` } : rule)) } });
        each.push(performance.now() - began);
      }
      return median(each);
    };
    const bare = await saved(0);
    return [against('routing', 'save of a form with 1,000 entries; baseline: without lists', 'ms', await saved(1000), bare), against('routing', 'save of a form with 10,000 entries; baseline: without lists', 'ms', await saved(10_000), bare)];
  } finally {
    await desk.dispose();
  }
}
