import { unreachable } from '#domain/assert.ts';
import type { QueryTerm } from '#domain/number/query/number-query.ts';
import { masksOfPattern, masksOfRun, type Mask } from '#domain/number/query/query-mask.ts';
import type { Operand } from '../index/bitmaps.ts';
import { digitSlot, EMPTY_SLOT, fourSlot, hasSlot, pairSlot, stepSlot, type SlotMap } from '../index/index-slots.ts';

/** All of these bits. */
export type Alternative = readonly Operand[];

/**
 * What one term asks of the suffixes of one segment: one of the alternatives (`shared` are the same for every segment, `own` come from
 * the segment's digit), or a number of set bits among six slots.
 */
export type TermPlan =
  | { readonly kind: 'any'; readonly shared: readonly Alternative[]; readonly own: readonly Alternative[] }
  | { readonly kind: 'count'; readonly six: readonly number[]; readonly least: number; readonly most: number };

/** A segment while it is planned for: its place, its own digit, and the places (0–6) whose digit may be any other. */
export type PlanFor = { readonly segment: number; readonly own: number; readonly open: readonly number[]; readonly slots: SlotMap };

const EVERY: TermPlan = { kind: 'any', shared: [[]], own: [] };
const NONE: TermPlan = { kind: 'any', shared: [], own: [] };
const SUFFIX_PLACES = [1, 2, 3, 4, 5, 6];

export function planTerm(term: QueryTerm, to: PlanFor): TermPlan {
  switch (term.kind) {
    case 'pattern':
      return term.at === 'contains' && /^\d$/.test(term.body) ? planCount(term.body, 1, 7, to) : planMasks(masksOfPattern(term.at, term.body), to);
    case 'run':
      return planMasks(masksOfRun(term.direction, term.length, term.at), to);
    case 'masks':
      return planMasks(term.masks, to);
    case 'four':
      return planFour(term, to);
    case 'without':
      return planWithout(term.digits, to);
    case 'only':
      return planWithout([...'0123456789'].filter((digit) => !term.digits.includes(digit)).join(''), to);
    case 'count':
      return planCount(term.digit, term.atLeast, term.atMost, to);
    default:
      return unreachable(term);
  }
}

function planMasks(masks: readonly Mask[], to: PlanFor): TermPlan {
  const shared: Alternative[] = [];
  const own: Alternative[] = [];
  for (const mask of to.open.length === 0 ? masks : masks.flatMap((each) => opened(each, to.open))) {
    const operands = operandsOf(mask, to.own);
    if (operands?.length === 0) return EVERY;
    if (operands) (mask[0] === '?' && mask[1] !== '+' && mask[1] !== '-' ? shared : own).push(operands);
  }
  return { kind: 'any', shared, own };
}

/** The mask with the open places free; a straight that would fall apart is written out in digits first. */
function opened(mask: Mask, open: readonly number[]): readonly Mask[] {
  const free = (each: Mask): Mask => [...each].map((asked, place) => (open.includes(place) ? '?' : asked)).join('');
  const start = mask.search(/[+-]/) - 1;
  if (start < 0) return [free(mask)];
  const steps = /[+-]+/.exec(mask)?.[0] ?? '';
  const up = steps.startsWith('+');
  return Array.from({ length: 10 - steps.length }, (_, first) => {
    const digits = Array.from({ length: steps.length + 1 }, (_each, at) => (up ? first + at : 9 - first - at)).join('');
    return free(mask.slice(0, start) + digits + mask.slice(start + digits.length));
  });
}

/** The operands of one mask; place 0 is the segment's digit, places 1–6 the suffix. */
function operandsOf(mask: Mask, own: number): Alternative | null {
  const operands: Operand[] = [];
  const letters = new Map<string, number[]>();
  for (const [place, asked] of [...mask].entries()) {
    if (asked === '?') continue;
    if (asked >= 'A') letters.set(asked, [...(letters.get(asked) ?? []), place]);
    else if (asked === '+' || asked === '-') {
      const next = own + (asked === '+' ? 1 : -1);
      if (place > 1) operands.push({ slot: stepSlot(place - 2, asked === '+'), not: false });
      else if (next < 0 || next > 9) return null;
      else operands.push({ slot: digitSlot(0, next), not: false });
    } else if (place > 0) operands.push({ slot: digitSlot(place - 1, Number(asked)), not: false });
    else if (Number(asked) !== own) return null;
  }
  return [...operands, ...letterOperands([...letters.values()], own)];
}

function letterOperands(letters: readonly (readonly number[])[], own: number): Operand[] {
  const same = letters.flatMap((places) => places.slice(1).map((place, index) => compare(places[index] as number, place, false, own)));
  const differ = letters.flatMap((places, index) => letters.slice(index + 1).map((others) => compare(places[0] as number, others[0] as number, true, own)));
  return [...same, ...differ];
}

function compare(a: number, b: number, not: boolean, own: number): Operand {
  const [left, right] = a < b ? [a, b] : [b, a];
  return left === 0 ? { slot: digitSlot(right - 1, own), not } : { slot: pairSlot(left - 1, right - 1), not };
}

/** With an open place among the four, any four may become what is asked. */
function planFour({ what, at }: Extract<QueryTerm, { kind: 'four' }>, { segment, open, slots }: PlanFor): TermPlan {
  const starts = at === 'begins' ? [0] : at === 'ends' ? [3] : [0, 1, 2, 3];
  if (starts.some((start) => open.some((place) => place >= start && place < start + 4))) return EVERY;
  const operand = (start: number): Operand => ({ slot: start === 0 ? slots.fourAtHead(segment, what) : fourSlot(what, start - 1), not: false });
  return { kind: 'any', shared: starts.filter((start) => start > 0).map((start) => [operand(start)]), own: starts.includes(0) ? [[operand(0)]] : [] };
}

function planWithout(digits: string, { own, open }: PlanFor): TermPlan {
  const unwanted = [...digits].map(Number);
  if (!open.includes(0) && unwanted.includes(own)) return NONE;
  const closed = SUFFIX_PLACES.filter((place) => !open.includes(place));
  const slots = closed.length === 6 ? unwanted.map(hasSlot) : closed.flatMap((place) => unwanted.map((digit) => digitSlot(place - 1, digit)));
  return { kind: 'any', shared: [slots.map((slot) => ({ slot, not: true }))], own: [] };
}

function planCount(text: string, atLeast: number, atMost: number, { own, open }: PlanFor): TermPlan {
  const digit = Number(text);
  const already = !open.includes(0) && own === digit ? 1 : 0;
  const least = Math.max(0, atLeast - already - open.length);
  const most = atMost - already;
  if (most < 0 || least > 6) return NONE;
  if (least === 0 && most >= 6) return EVERY;
  const anywhere = { slot: hasSlot(digit), not: most === 0 };
  if (open.every((place) => place === 0) && (most === 0 || (least === 1 && most >= 6))) return { kind: 'any', shared: [[anywhere]], own: [] };
  const six = SUFFIX_PLACES.map((place) => (open.includes(place) ? EMPTY_SLOT : digitSlot(place - 1, digit)));
  return { kind: 'count', six, least, most };
}
