import { announcedCalendar } from '#domain/calendar/work-calendar.ts';
import { coverageReport } from '#domain/routing/coverage/coverage-report.ts';
import type { CoverageTask } from './coverage-office.ts';

// What is thrown here reaches the office as the worker's error, and it starts another one.
self.addEventListener('message', ({ data }: MessageEvent<CoverageTask>) => self.postMessage({ id: data.id, report: coverageReport(data.question, announcedCalendar) }));
