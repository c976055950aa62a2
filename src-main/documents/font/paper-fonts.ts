import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { CjkFont } from './cjk-font.ts';
import { Sfnt } from './sfnt.ts';

/** The four faces of our paper: Serif for sentences and titles, Sans for labels, tables and everything with digits. */
export type PaperFonts = { readonly serif: CjkFont; readonly serifBold: CjkFont; readonly sans: CjkFont; readonly sansBold: CjkFont };

/** A face by name. */
export type Face = keyof PaperFonts;

const FILES: Readonly<Record<Face, string>> = {
  serif: 'NotoSerifSC-Regular.ttf',
  serifBold: 'NotoSerifSC-Bold.ttf',
  sans: 'NotoSansSC-Regular.ttf',
  sansBold: 'NotoSansSC-Bold.ttf',
};

/** Parses the fonts of `resources/fonts` once; the rare-name font is read when a name first needs it. */
export function openPaperFonts(fontsDir: string): PaperFonts {
  const opened = new Map<string, Sfnt>();
  const open = (file: string): Sfnt => {
    const font = opened.get(file) ?? new Sfnt(readFileSync(join(fontsDir, file)));
    opened.set(file, font);
    return font;
  };
  // The other family comes before HanaMinB: Noto Sans SC has some characters that neither Noto Serif SC nor HanaMinB has.
  const face = (own: Face, other: Face): CjkFont =>
    new CjkFont(open(FILES[own]), [() => open(FILES[other]), () => open('HanaMinB.ttf')]);
  return {
    serif: face('serif', 'sans'), serifBold: face('serifBold', 'sansBold'),
    sans: face('sans', 'serif'), sansBold: face('sansBold', 'serifBold'),
  };
}

/** The characters that our paper cannot print in any face, each once; ask at entry, not at the printer. */
export function missingCharacters(fonts: PaperFonts, text: string): string[] {
  return fonts.sans.missingCharacters(text.replaceAll('\n', ''));
}
