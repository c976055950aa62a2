import { fail, ok, type Result } from '#domain/result.ts';
import { type CoverageQuestion, type CoverageReport, regionalForm } from '#domain/routing/coverage/coverage-report.ts';

export type CoverageTask = { readonly id: number; readonly question: CoverageQuestion };
type Done = { readonly id: number; readonly report: CoverageReport };
type Answer = Result<CoverageReport, { readonly code: 'coverage-outdated' | 'coverage-stopped' }>;
type Waiting = CoverageTask & { readonly answer: (answer: Answer) => void };

/** The part of a Worker that the office needs. */
export type CoverageWorker = Pick<Worker, 'postMessage' | 'terminate' | 'addEventListener'>;

/** Asks for the coverage of a form off the main thread. Only the newest question gets its report, all others are answered as outdated. */
export type CoverageOffice = { readonly ask: (question: CoverageQuestion) => Promise<Answer>; readonly close: () => void };

const ownWorker = (): CoverageWorker => new Worker(new URL('./coverage-worker.ts', import.meta.url), { type: 'module' });

export function openCoverageOffice(startWorker: () => CoverageWorker = ownWorker): CoverageOffice {
  let worker: CoverageWorker | null = null;
  let running: Waiting | null = null;
  let next: Waiting | null = null;
  let asked = 0;

  const finish = (answer: () => Answer): void => {
    const mine = running;
    running = null;
    mine?.answer(answer());
    const waiting = next;
    next = null;
    if (waiting !== null) start(waiting);
  };
  const stop = (): void => {
    worker?.terminate();
    worker = null;
    finish(() => fail({ code: 'coverage-stopped' }));
  };
  const hire = (): CoverageWorker => {
    const hired = startWorker();
    // What a worker that was sent away still says is not heard.
    const heard = <E>(listen: (event: E) => void) => (event: E): void => {
      if (hired === worker) listen(event);
    };
    hired.addEventListener('message', heard(({ data: { id, report } }: MessageEvent<Done>) => finish(() => (id === asked ? ok(report) : fail({ code: 'coverage-outdated' })))));
    hired.addEventListener('error', heard(stop));
    hired.addEventListener('messageerror', heard(stop));
    return hired;
  };
  const start = (task: Waiting): void => {
    running = task;
    worker ??= hire();
    worker.postMessage({ id: task.id, question: { ...task.question, form: regionalForm(task.question.form) } } satisfies CoverageTask);
  };
  return {
    ask: (question) => new Promise((answer) => {
      asked += 1;
      const task = { id: asked, question, answer };
      if (running === null) return start(task);
      next?.answer(fail({ code: 'coverage-outdated' }));
      next = task;
    }),
    close: () => {
      next?.answer(fail({ code: 'coverage-stopped' }));
      next = null;
      stop();
    },
  };
}
