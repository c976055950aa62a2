import { suggestNumbers } from '../../src-main/services/numbers/suggest-numbers.ts';
import { generatedCompanies } from '../support/generated-company.ts';
import { openSuggestingDesk } from '../support/suggesting-desk.ts';
import { type BenchLine, median, percentile, round } from './bench-line.ts';

const COMPANIES = 200;

/** Suggestions for generated companies from 2,000,000 numbers of which a third is gone; the clock runs around the whole service. */
export async function runBench(): Promise<readonly BenchLine[]> {
  const desk = await openSuggestingDesk(generatedCompanies(COMPANIES, 400));
  const elapsed: number[] = [];
  const found: number[] = [];
  for (const caseId of [desk.caseIds[0] as string, ...desk.caseIds]) {
    const began = performance.now();
    const answer = await suggestNumbers(desk.context, caseId);
    if (!answer.ok) throw new Error(answer.error.code);
    elapsed.push(performance.now() - began);
    found.push(answer.value.hits.length);
  }
  await desk.close();
  // The first question waits for the index.
  const [cold, ...warm] = elapsed as [number, ...number[]];
  const line = (name: string, value: number, unit: string): BenchLine => ({ bench: 'suggest', name, value: round(value), unit });
  return [
    line('median 2M', median(warm), 'ms'), line('p95 2M', percentile(warm, 0.95), 'ms'), line('slowest 2M', Math.max(...warm), 'ms'),
    line('first with the index', cold, 'ms'), line('fewest suggestions of 200 companies', Math.min(...found), 'numbers'),
  ];
}
