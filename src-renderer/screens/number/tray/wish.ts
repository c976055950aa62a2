import type { CaseView } from '#contract/cases.ts';
import type { NumberHit } from '#contract/numbers.ts';
import type { ShortlistItem } from '#contract/shortlist.ts';
import { formatNumber } from '#domain/number/number.ts';
import { finderText } from '../../../text/number-finder.ts';
import { numberText, specialWarning } from '../../../text/number.ts';
import { picksWith } from './shortlist.ts';

export type Wish = { readonly hit: NumberHit | undefined; readonly settled: boolean; readonly label: string };

type Standing = {
  readonly view: CaseView;
  readonly current: NumberHit | undefined;
  /** The clerk moved or asked since the last number was held: only then a row is lit. */
  readonly looking: boolean;
  readonly items: readonly ShortlistItem[];
  /** Seen taken by another hall: no wish any more. */
  readonly taken: readonly string[];
  readonly ranked: readonly string[];
  readonly offline: boolean;
  /** The words of the box were not understood: what stands in the list answers another question. */
  readonly unread?: boolean;
};

/**
 * What the primary button would take now: the lit row, whatever the line does. Offline a row of the ranked list stands for that list.
 * With no row lit it is the first of the shortlist, but never beside a number that the case has for sure. The first row of an untouched
 * list is nobody's wish: two presses in a row must not hold the dearest number.
 */
export function wishOf({ view, current, looking, items, taken, ranked, offline, unread = false }: Standing): Wish {
  const lit = looking ? current : undefined;
  const gone = lit !== undefined && taken.includes(lit.digits);
  const first = isSure(view.number) ? undefined : items.find((item) => (offline ? item.hit.digits === ranked[0] : item.state !== 'taken'))?.hit;
  const wished = lit && !(offline && first && ranked.includes(lit.digits)) ? lit : first;
  const hit = unread || gone ? undefined : wished;
  const picks = hit && offline ? picksWith(hit.digits, ranked) : [];
  const settled = isSettled(view, hit, offline, picks, ranked);
  return { hit, settled, label: settled ? settledWords(view) : unread ? numberText.readFirst : gone ? numberText.chooseOther : labelOf(view, hit, offline, picks.length - 1) };
}

/** The case has its number whatever the line does: it is never replaced without a question, and the list is no wish beside it. */
export const isSure = (number: CaseView['number']): boolean => number?.hold === 'granted' || number?.hold === 'leased';

function isSettled({ number, editable }: CaseView, hit: NumberHit | undefined, offline: boolean, picks: readonly string[], ranked: readonly string[]): boolean {
  if (!number || number.hold === 'lost' || number.hold === 'expired') return false;
  if (!editable || !hit) return true;
  if (number.hold !== 'provisional') return hit.digits === number.digits;
  if (!offline) return false;
  return ranked.includes(hit.digits) ? picks.join() === [number.digits, ...number.fallbacks.map((one) => one.digits)].join() : hit.digits === number.digits;
}

function settledWords({ number }: CaseView): string {
  if (number?.hold === 'provisional') return finderText.goOnProvisional;
  return number?.hold === 'leased' ? finderText.goOnLeased : numberText.goOn;
}

function labelOf(view: CaseView, hit: NumberHit | undefined, offline: boolean, fallbacks: number): string {
  if (!hit) return numberText.chooseFirst;
  return fallbacks > 0 && !hit.leased ? finderText.pickRanked(formatNumber(hit.digits), fallbacks) : takeWords(view, hit, offline);
}

/** What a press does with this one number, by name. */
export function takeWords({ number: own }: CaseView, hit: NumberHit, offline: boolean): string {
  const number = formatNumber(hit.digits);
  if (isSure(own)) return numberText.changeTo(number);
  if (!offline) return numberText.holdThis(number);
  return hit.leased ? finderText.pickLeased(number) : numberText.pickThis(number);
}

/** A lone ordinary pick has nothing to fall back on. */
export const lacksFallbacks = ({ number, editable }: CaseView): boolean => editable && number?.hold === 'provisional' && number.grade === 9 && number.fallbacks.length === 0;

/** Before the clerk commits: a special number needs an approval and seven working days; offline only the carrier's word makes it sure. */
export function specialAdvice(view: CaseView, hit: NumberHit | undefined, offline: boolean): string | null {
  if (!hit || view.number?.digits === hit.digits) return null;
  if (hit.grade !== 9) return specialWarning(hit.grade);
  return offline && !hit.leased ? finderText.offlineAdvice : null;
}
