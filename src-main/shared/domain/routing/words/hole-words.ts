import type { Hole } from '../coverage/coverage.ts';
import type { RegionTable } from '../region-table.ts';
import type { RoutingForm } from '../routing-form.ts';
import { lineKindWords, regionsWords } from './caller-words.ts';
import { goalWords, lineWords } from './part-words.ts';
import { minuteWords, weekSpansWords } from './time-words.ts';

/** Who, when and why of a hole. */
export type HoleWords = { readonly who: string; readonly when: string; readonly why: string };

export function holeWords(form: RoutingForm, hole: Hole, regions: RegionTable): HoleWords {
  const day = hole.date === null ? '' : `${Number(hole.date.slice(5, 7))}月${Number(hole.date.slice(8))}日 `;
  const when = hole.date === null ? weekSpansWords(hole.hours) : day + (hole.hours[0]?.to === 1440 && hole.hours[0].from === 0 ? '全天' : hole.hours.map(({ from, to }) => `${minuteWords(from)}—${minuteWords(to)}`).join('、'));
  const goal = hole.place.part === 'rules' ? (form.rules.find(({ id }) => id === hole.place.id)?.goal ?? '') : form.otherwise;
  return {
    who: `${regionsWords(hole.regions, regions)}${hole.lineKind === 'any' ? '' : lineKindWords[hole.lineKind]}`, when,
    why: `${lineWords(form, hole.place)}：${hole.state === 'announcement' ? goalWords(form, goal) : goal === '' ? '没有选去处' : `${goalWords(form, goal)}接不通`}`,
  };
}
