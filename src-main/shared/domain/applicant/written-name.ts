import type { Facts } from '../facts.ts';

/** A character that no paper could carry or that only looks like the right one. */
export type NameProblem = { readonly code: NameProblemCode; readonly facts: Facts };
export type NameProblemCode = 'name-private-use' | 'name-control' | 'name-replacement' | 'name-dot' | 'name-half-width-bracket' | 'name-blank';

/** Errors: characters that cannot be printed or told apart. The first one is named with its code point and position. */
export function unprintable(name: string): NameProblem | null {
  for (const [index, character] of Array.from(name).entries()) {
    const code = unprintableKind(character);
    if (code !== null) return { code, facts: { position: index + 1, codePoint: codePointOf(character), character } };
  }
  return null;
}

/** Warnings on a person's name: a middle dot other than `·` (U+00B7), blanks beside Chinese characters. */
export function oddInPersonName(name: string): NameProblem | null {
  const dot = /[.．•・‧∙●。]/.exec(name);
  if (dot !== null) return { code: 'name-dot', facts: { character: dot[0], meant: '·' } };
  return blankBesideHan(name);
}

/** Warnings on a company's name: a licence has full-width brackets and no blanks beside Chinese characters. */
export function oddInCompanyName(name: string): NameProblem | null {
  const bracket = /\p{Script=Han}[^()]*([()])|([()])[^()]*\p{Script=Han}/u.exec(name);
  if (bracket !== null) return { code: 'name-half-width-bracket', facts: { character: bracket[1] ?? bracket[2] ?? '(' } };
  return blankBesideHan(name);
}

function unprintableKind(character: string): NameProblemCode | null {
  if (/\p{Co}/u.test(character)) return 'name-private-use';
  if (/[\p{Cc}\p{Cf}\u2028\u2029]/u.test(character)) return 'name-control';
  return /[\p{Cs}\ufffd-\uffff]/u.test(character) ? 'name-replacement' : null;
}

function blankBesideHan(name: string): NameProblem | null {
  const blank = /\p{Script=Han}(\s+)|(\s+)\p{Script=Han}/u.exec(name.trim());
  return blank === null ? null : { code: 'name-blank', facts: { position: Array.from(name.trim().slice(0, blank.index)).length + (blank[1] === undefined ? 1 : 2) } };
}

function codePointOf(character: string): string {
  return `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`;
}
