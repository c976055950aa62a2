import { describe, expect, test } from 'vitest';
import { announcedCalendar } from '#domain/calendar/work-calendar.ts';
import { coverageReport, regionalForm } from '#domain/routing/coverage/coverage-report.ts';
import { emptyForm, type RoutingForm } from '#domain/routing/routing-form.ts';
import { type CoverageTask, type CoverageWorker, openCoverageOffice } from '../../src-renderer/coverage/coverage-office.ts';

const regions = { version: 'test', source: 'test', provinces: [{ code: '110000', name: '北京市', shortName: '北京', open: true }], areas: [{ areaCode: '010', cityCode: '110100', name: '北京', province: '110000' }] };
const question = (form: Partial<RoutingForm> = {}) => ({ form: { ...emptyForm, otherwise: 'voicemail', ...form }, regions, limits: { forwardsPerCall: 2, ivrDepth: 5 }, today: '2026-11-25', destinationId: null });

/** A worker that answers and breaks when told to. */
class ToldWorker extends EventTarget implements CoverageWorker {
  readonly tasks: CoverageTask[] = [];
  ended = false;
  postMessage(task: CoverageTask): void {
    this.tasks.push(structuredClone(task));
  }
  terminate(): void {
    this.ended = true;
  }
  done(task: number): void {
    const { id, question: asked } = this.tasks[task]!;
    this.dispatchEvent(new MessageEvent('message', { data: { id, report: coverageReport(asked, announcedCalendar) } }));
  }
  crash(): void {
    this.dispatchEvent(new Event('error'));
  }
}

function desk() {
  const workers: ToldWorker[] = [];
  const office = openCoverageOffice(() => {
    const worker = new ToldWorker();
    workers.push(worker);
    return worker;
  });
  return { office, workers, done: (which: number, task: number) => workers[which]!.done(task), crash: (which: number) => workers[which]!.crash() };
}
const short = (answer: Awaited<ReturnType<ReturnType<typeof desk>['office']['ask']>>): string => (answer.ok ? `${answer.value.holes.length} holes` : answer.error.code);

describe('the coverage office', () => {
  test('answers a question by one worker that it keeps', async () => {
    const { office, workers, done } = desk();
    const first = office.ask(question());
    done(0, 0);
    const second = office.ask(question({ otherwise: 'announcement' }));
    done(0, 1);
    expect([short(await first), short(await second), workers.length]).toEqual(['0 holes', '1 holes', 1]);
  });

  test('of many questions at once only the first and the newest are worked on, and only the newest is answered', async () => {
    const { office, workers, done } = desk();
    const answers = ['a', 'b', 'c', 'announcement'].map((otherwise) => office.ask(question({ otherwise })));
    done(0, 0);
    done(0, 1);
    expect((await Promise.all(answers)).map(short)).toEqual(['coverage-outdated', 'coverage-outdated', 'coverage-outdated', '1 holes']);
    expect(workers[0]!.tasks.map(({ question: { form } }) => form.otherwise)).toEqual(['a', 'announcement']);
  });

  test('a crash answers the question under way, and the waiting one goes to a new worker', async () => {
    const { office, workers, done, crash } = desk();
    const [first, second] = [office.ask(question()), office.ask(question())];
    crash(0);
    done(1, 0);
    expect([short(await first), short(await second), workers.map(({ ended }) => ended)]).toEqual(['coverage-stopped', '0 holes', [true, false]]);
  });

  test('what an ended worker still says is not heard', async () => {
    const { office, done, crash } = desk();
    const first = office.ask(question());
    crash(0);
    const second = office.ask(question());
    done(0, 0);
    crash(0);
    done(1, 0);
    expect([short(await first), short(await second)]).toEqual(['coverage-stopped', '0 holes']);
  });

  test('closing answers everybody and ends the worker', async () => {
    const { office, workers } = desk();
    const [first, second] = [office.ask(question()), office.ask(question())];
    office.close();
    expect([short(await first), short(await second), workers.length, workers[0]!.ended]).toEqual(['coverage-stopped', 'coverage-stopped', 1, true]);
  });

  test('numbers of lists are not handed over, and an exclusive list of numbers still counts', () => {
    const numbers = ['13900000001', '13900000002'].map((pattern) => ({ kind: 'number' as const, pattern }));
    const area = { kind: 'area-code' as const, pattern: '010' };
    expect([regionalForm({ ...emptyForm, blackList: numbers, whiteList: numbers }), regionalForm({ ...emptyForm, blackList: [...numbers, area], whiteList: [...numbers, area] })].map(({ blackList, whiteList }) => [blackList, whiteList])).toEqual(
      [[[], numbers.slice(0, 1)], [[area], [area]]]);
  });
});
