import type { FormCoverage, FormDiagram, FormTestCall } from '#domain/agreement/form-paper.ts';
import { announcedCalendar } from '#domain/calendar/work-calendar.ts';
import { callLimits } from '#domain/routing/call-limits.ts';
import { coverageHoles } from '#domain/routing/coverage/coverage-holes.ts';
import { coverageMap } from '#domain/routing/coverage/coverage-map.ts';
import { type CoverageGrid, type CoverageSetup, coverageStates, type SpecialDay } from '#domain/routing/coverage/coverage.ts';
import { specialDays } from '#domain/routing/coverage/special-days.ts';
import { flowOf } from '#domain/routing/diagram/flow-graph.ts';
import { regionName } from '#domain/routing/region-names.ts';
import type { RoutingForm } from '#domain/routing/routing-form.ts';
import { resultOf, runTestCall, type TestCallSetup } from '#domain/routing/test-calls/run-test-call.ts';
import { boxWords, wayWordsAmong } from '#domain/routing/words/flow-words.ts';
import { holeWords } from '#domain/routing/words/hole-words.ts';
import { lineWords, phoneLetter } from '#domain/routing/words/part-words.ts';
import { resultWords } from '#domain/routing/words/result-words.ts';
import { weekdayWord } from '#domain/routing/words/time-words.ts';
import { weekdayOf } from '#domain/calendar/plain-date.ts';
import type { ConsoleContext } from '../../console-context.ts';

type Tables = Pick<ConsoleContext['reference'], 'regions' | 'policy'>;

/** The form as a picture, with the words of its boxes and ways. */
export function formDiagram(form: RoutingForm, { regions }: Tables): FormDiagram {
  const graph = flowOf(form);
  return {
    graph, boxes: Object.fromEntries(graph.nodes.map((node) => [node.id, boxWords(form, node, regions)])),
    ways: Object.fromEntries(graph.edges.map((edge) => [edge.id, wayWordsAmong(graph.edges, edge)] as const).filter(([, words]) => words !== '')),
  };
}

/** The test calls as the form answers them now. */
export const formTestCalls = (form: RoutingForm, { policy }: Tables): readonly FormTestCall[] => form.testCalls.map((testCall) => {
  const routed = runTestCall(form, testCall, callLimits(policy.routing), announcedCalendar);
  const decided = routed.steps.find(({ code }) => code === 'rule-matched' || code === 'otherwise') ?? routed.steps.at(-1);
  return {
    ...setupWords(form, testCall), result: resultWords(form, resultOf(routed)),
    basis: decided === undefined ? '' : lineWords(form, decided.place),
  };
});

/** Who calls, when, and which phones are engaged. */
export const setupWords = (form: RoutingForm, setup: TestCallSetup): Pick<FormTestCall, 'caller' | 'at' | 'busy'> => ({ caller: setup.callerText, at: timeOf(setup), busy: stateOf(form, setup) });

const timeOf = ({ date, time, keys }: TestCallSetup): string => `${Number(date.slice(5, 7))}月${Number(date.slice(8))}日${weekdayWord(weekdayOf(date))} ${time}${keys.length > 0 ? `，按${keys.map((key) => key ?? '（不按）').join('')}` : ''}`;

function stateOf(form: RoutingForm, { busy, silent }: TestCallSetup): string {
  const words = [busy.length > 0 ? `${busy.map((id) => phoneLetter(form, id)).join('、')}占线` : '', silent.length > 0 ? `${silent.map((id) => phoneLetter(form, id)).join('、')}没人接` : ''];
  return words.filter((word) => word !== '').join('，') || '都空闲';
}

/** The coverage of the form on one page, its holes with the customer's ticks. */
export function formCoverage(form: RoutingForm, { regions, policy }: Tables, today: string): FormCoverage {
  const setup: CoverageSetup = { regions, limits: callLimits(policy.routing), days: specialDays(form, today, announcedCalendar) };
  const map = coverageMap(form, setup);
  const row = (grid: CoverageGrid, index: number, hours: number): string => grid.states.slice(index * hours, (index + 1) * hours).join('');
  return {
    version: regions.version,
    rows: map.regions.map((region, index) => ({ name: regionName(region, regions), landline: row(map.landline, index, 168), mobile: row(map.mobile, index, 168) })),
    days: map.days.map(({ day, landline, mobile }) => ({ name: dayName(day), ...worstOfDay(map.regions.length, landline, mobile) })),
    holes: coverageHoles(form, setup).map((hole) => ({ ...holeWords(form, hole, regions), accepted: form.acceptedHoles.includes(hole.key) })),
  };
}

const dayName = ({ date, kind, name, announced }: SpecialDay): string =>
  `${Number(date.slice(5, 7))}月${Number(date.slice(8))}日 ${kind === 'makeUp' ? '调休上班' : kind === 'holiday' ? (name || '法定节假日') : ''}${announced ? '' : '（预计）'}`;

/** Places that are not open say nothing about the day. */
function worstOfDay(rows: number, landline: CoverageGrid, mobile: CoverageGrid): { readonly landline: string; readonly mobile: string } {
  const worst = ({ states }: CoverageGrid): string => Array.from({ length: 24 }, (_, hour) =>
    Math.max(...Array.from({ length: rows }, (__, row) => states[row * 24 + hour] ?? 0).filter((state) => state !== NOT_OPEN))).join('');
  return { landline: worst(landline), mobile: worst(mobile) };
}
const NOT_OPEN = coverageStates.indexOf('notOpen');
