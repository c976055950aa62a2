import { parentPort } from 'node:worker_threads';
import { announcedCalendar } from '#domain/calendar/work-calendar.ts';
import { coverageMap } from '#domain/routing/coverage/coverage-map.ts';
import { type CoverageQuestion, coverageReport } from '#domain/routing/coverage/coverage-report.ts';

// The same work as in src-renderer/coverage/coverage-worker.ts, or the ordinary week's map alone.
parentPort?.on('message', ({ whole, question }: { readonly whole: boolean; readonly question: CoverageQuestion }) =>
  parentPort?.postMessage(whole ? coverageReport(question, announcedCalendar) : coverageMap(question.form, { regions: question.regions, limits: question.limits, days: [] })));
