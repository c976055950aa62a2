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
  /** The clerk moved or asked since the last number was held. */
  readonly looking: boolean;
  readonly items: readonly ShortlistItem[];
  /** Seen taken by another hall: no wish any more. */
  readonly taken: readonly string[];
  readonly ranked: readonly string[];
  readonly offline: boolean;
};

/**
 * What the primary button would take now. The first row of an untouched list is nobody's wish: two presses in a row must not hold
 * the dearest number. Online it is the row the clerk went to, else the first of the shortlist; offline the shortlist as ranked. Beside a
 * number that the case has for sure only a row the clerk went to is one.
 */
export function wishOf({ view, current, looking, items, taken, ranked, offline }: Standing): Wish {
  const first = items.find((item) => item.state !== 'taken')?.hit;
  const row = looking && current && !taken.includes(current.digits) ? current : undefined;
  const listed = isSure(view.number) ? undefined : first;
  const hit = offline ? (listed ?? row) : (row ?? listed);
  const settled = isSettled(view, hit, offline && listed ? ranked : null);
  return { hit, settled, label: settled ? settledWords(view) : labelOf(offline, hit, hit ? picksWith(hit.digits, ranked).length - 1 : 0) };
}

/** The case has its number whatever the line does: it is never replaced without a question, and the list is no wish beside it. */
export const isSure = (number: CaseView['number']): boolean => number?.hold === 'granted' || number?.hold === 'leased';

function isSettled({ number, editable }: CaseView, hit: NumberHit | undefined, ranked: readonly string[] | null): boolean {
  if (!number || number.hold === 'lost' || number.hold === 'expired') return false;
  if (!editable) return true;
  if (number.hold === 'provisional') return ranked !== null && ranked.join() === [number.digits, ...number.fallbacks.map((one) => one.digits)].join();
  return !hit || hit.digits === number.digits;
}

function settledWords({ number }: CaseView): string {
  if (number?.hold === 'provisional') return finderText.goOnProvisional;
  return number?.hold === 'leased' ? finderText.goOnLeased : numberText.goOn;
}

function labelOf(offline: boolean, hit: NumberHit | undefined, fallbacks: number): string {
  if (!hit) return numberText.chooseFirst;
  const number = formatNumber(hit.digits);
  if (!offline) return numberText.holdThis(number);
  if (hit.leased) return finderText.pickLeased(number);
  return fallbacks > 0 ? finderText.pickRanked(fallbacks) : numberText.pickThis(number);
}

/** Before the clerk commits: a special number needs an approval and seven working days; offline only the carrier's word makes it sure. */
export function specialAdvice(view: CaseView, hit: NumberHit | undefined, offline: boolean): string | null {
  if (!hit || view.number?.digits === hit.digits) return null;
  if (hit.grade !== 9) return specialWarning(hit.grade);
  return offline && !hit.leased ? finderText.offlineAdvice : null;
}
