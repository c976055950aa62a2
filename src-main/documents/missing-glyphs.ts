import { type Fail, fail, ok, type Result } from '#domain/result.ts';
import { type PaperFonts, missingCharacters } from './font/paper-fonts.ts';

/** Characters that no font of ours has: the paper is refused, never printed with a box. */
export type MissingGlyphs = { readonly code: 'missing-glyphs'; readonly characters: readonly string[] };

/** Checks each string inside the values; refuses with the characters' own selves, each once. */
export function checkGlyphs(fonts: PaperFonts, ...values: readonly unknown[]): Result<null, MissingGlyphs> {
  const missing = new Set<string>();
  const visit = (value: unknown): void => {
    if (typeof value === 'string') for (const character of missingCharacters(fonts, value)) missing.add(character);
    else if (value !== null && typeof value === 'object') Object.values(value).forEach(visit);
  };
  values.forEach(visit);
  return missing.size === 0 ? ok(null) : refusal([...missing]);
}

const refusal = (characters: readonly string[]): Fail<MissingGlyphs> => fail({ code: 'missing-glyphs', characters });
