/**
 * A second reading of resources/reference/number-rules.md, written without sight of the engine.
 * Everything is brute force over text: places are masks, fits are regexes and string comparisons.
 */
type Anchor = 'tail' | 'head' | 'middle' | 'anywhere';
type Named = { readonly id: string; readonly name: string; readonly grade: number; readonly enabled: boolean; readonly anchor: Anchor };
export type OracleRule =
  | Named & { readonly kind: 'run'; readonly length: number; readonly digits: string }
  | Named & { readonly kind: 'sequence'; readonly length: number; readonly wrap: boolean }
  | Named & { readonly kind: 'shape'; readonly shape: string; readonly digits: string }
  | Named & { readonly kind: 'list'; readonly entries: readonly string[] }
  | Named & { readonly kind: 'product' };
export type OracleTable = {
  readonly version: unknown; readonly confirmed: unknown; readonly source: unknown;
  readonly rules: readonly OracleRule[];
  readonly downgrades: readonly { readonly id: string; readonly digit: string | number; readonly steps: number; readonly enabled: boolean }[];
  readonly heads: readonly unknown[];
  readonly memorable: readonly unknown[];
};
export type OracleMatch = { readonly ruleId: string; readonly grade: number; readonly seen: string };
export type OracleVerdict = { readonly grade: number; readonly ruleId: string; readonly matches: readonly OracleMatch[] };

/** What the rule sees in the seven digits, or nothing. */
type Eye = (seven: string) => string | undefined;
/** A place is drawn over the seven digits: `..####.` is four digits with two before and one after. */
type Place = { readonly before: number; readonly length: number; readonly after: number };
type Fit = (window: string, before: string, after: string) => boolean;

const GRADES = '1234569';

const MASKS: Readonly<Record<Anchor, RegExp>> = { tail: /#$/, head: /^#/, middle: /^\.+#+\.+$/, anywhere: /#/ };

const placesOf = (anchor: Anchor, length: number): readonly Place[] =>
  ['', '.', '..', '...', '....', '.....', '......'] // digits after the window, so the rightmost place comes first
    .map((after) => ('#'.repeat(length) + after).padStart(7, '.'))
    .filter((mask) => mask.length === 7 && MASKS[anchor].test(mask))
    .map((mask) => ({ before: mask.indexOf('#'), length, after: 6 - mask.lastIndexOf('#') }));

const firstFit = (places: readonly Place[], fits: Fit): Eye => (seven) => {
  const place = places.find(({ before, length, after }) =>
    fits(seven.slice(0, 7 - after).slice(-length), seven.slice(0, before), seven.slice(before + length)));
  return place && seven.slice(place.before, place.before + place.length);
};

const firstPattern = (places: readonly Place[], source: (place: Place) => string): Eye => {
  const patterns = places.map((place) => new RegExp(`^${source(place)}$`));
  return (seven) => {
    for (const pattern of patterns) {
      const found = pattern.exec(seven);
      if (found) return found.groups?.['seen'];
    }
    return undefined;
  };
};

const runEye = (anchor: Anchor, length: number, digits: string): Eye => firstPattern(placesOf(anchor, length), ({ before, after }) => {
  const left = before > 0 ? `.{${before - 1}}(?<left>.)(?!\\k<left>)` : '';
  const right = after > 0 ? `(?!\\k<same>).{${after}}` : '';
  return `${left}(?<seen>(?<same>[${digits}])\\k<same>{${length - 1}})${right}`;
});

const sequenceEye = (anchor: Anchor, length: number, wrap: boolean): Eye => {
  const up = wrap ? '01234567890123456789' : '0123456789';
  const down = wrap ? '98765432109876543210' : '9876543210';
  return firstFit(placesOf(anchor, length), (window, before, after) => [up, down].some((ladder) =>
    ladder.includes(window)
    && (before === '' || !ladder.includes(before.slice(-1) + window))
    && (after === '' || !ladder.includes(window + after.slice(0, 1)))));
};

const shapeEye = (anchor: Anchor, shape: string, digits: string): Eye => firstPattern(placesOf(anchor, shape.length), ({ before, after }) => {
  const letters = [...shape].map((letter, at) => {
    if (letter === '*') return '.';
    const earlier = [...new Set(shape.slice(0, at).replaceAll('*', ''))];
    if (earlier.includes(letter)) return `\\k<${letter}>`;
    return `${earlier.map((other) => `(?!\\k<${other}>)`).join('')}(?<${letter}>[${digits}])`;
  });
  return `.{${before}}(?<seen>${letters.join('')}).{${after}}`;
});

/** Among entries that end at the same digit the longest is seen; the rules page leaves this open. */
const listEye = (anchor: Anchor, entries: readonly string[]): Eye => {
  const places = [7, 6, 5, 4, 3, 2, 1]
    .filter((length) => entries.some((entry) => entry.length === length))
    .flatMap((length) => placesOf(anchor, length))
    .sort((one, other) => one.after - other.after);
  const wanted = new Set(entries);
  return firstFit(places, (window) => wanted.has(window));
};

const RHYMES = new Set([...'123456789'].flatMap((a) => [...'123456789']
  .filter((b) => a <= b)
  .map((b) => `${a}${b}${Number(a) * Number(b)}`)
  .filter((rhyme) => rhyme.length === 4)));

const eyeOf = (rule: OracleRule): Eye => {
  switch (rule.kind) {
    case 'run': return runEye(rule.anchor, rule.length, rule.digits);
    case 'sequence': return sequenceEye(rule.anchor, rule.length, rule.wrap);
    case 'shape': return shapeEye(rule.anchor, rule.shape, rule.digits);
    case 'list': return listEye(rule.anchor, rule.entries);
    case 'product': return firstFit(placesOf(rule.anchor, 4), (window) => RHYMES.has(window));
  }
};

const worse = (grade: number, steps: number): number =>
  Number(GRADES.slice(GRADES.indexOf(String(grade))).charAt(steps) || '9');

/** Compiles once; the table must not be changed afterwards. */
export const compileOracle = (table: OracleTable): ((digits: string) => OracleVerdict) => {
  const watchers = [...GRADES].flatMap((grade) => table.rules.filter((rule) => rule.enabled && String(rule.grade) === grade))
    .map((rule) => ({ ruleId: rule.id, grade: rule.grade, eye: eyeOf(rule) }));
  const downgrades = table.downgrades.filter(({ enabled }) => enabled);
  return (digits) => {
    if (!/^[0-9]{7}$/.test(digits)) throw new Error(`not the seven digits after 400: ${digits}`);
    const matches: OracleMatch[] = [];
    for (const { ruleId, grade, eye } of watchers) {
      const seen = eye(digits);
      if (seen !== undefined) matches.push({ ruleId, grade, seen });
    }
    const [winner] = matches;
    if (!winner) return { grade: 9, ruleId: 'ORDINARY', matches };
    const steps = downgrades.reduce((sum, { digit, steps }) => winner.seen.includes(String(digit)) ? sum + steps : sum, 0);
    return { grade: worse(winner.grade, steps), ruleId: winner.ruleId, matches };
  };
};

const compiled = new WeakMap<OracleTable, (digits: string) => OracleVerdict>();

/** Grade, winning rule and every match of the seven digits; a table is compiled at its first use. */
export const oracleGrade = (digits: string, table: OracleTable): OracleVerdict => {
  const known = compiled.get(table) ?? compileOracle(table);
  compiled.set(table, known);
  return known(digits);
};
