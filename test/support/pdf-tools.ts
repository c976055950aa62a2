import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** Runs one of the PDF tools that prepare installs on the bytes; `{}` in the arguments is the file. Fails on any exit but 0. */
export function pdfTool(tool: 'pdftotext' | 'pdffonts' | 'pdfsig' | 'qpdf' | 'pdfinfo', pdf: Uint8Array, ...args: readonly string[]): string {
  const folder = mkdtempSync(join(tmpdir(), 'hall400-pdf-'));
  try {
    const file = join(folder, 'paper.pdf');
    writeFileSync(file, pdf);
    return execFileSync(tool, args.map((arg) => (arg === '{}' ? file : arg)), { encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] });
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** The text as a reader's program finds it. */
export const pdfText = (pdf: Uint8Array): string => pdfTool('pdftotext', pdf, '-enc', 'UTF-8', '{}', '-');

/** The text in the order in which it was set, so that a side head does not fall into the sentence beside it. */
export const pdfTextAsSet = (pdf: Uint8Array): string => pdfTool('pdftotext', pdf, '-raw', '-enc', 'UTF-8', '{}', '-');

/** Fonts of the file: name and whether embedded and mapped to Unicode. */
export function pdfFonts(pdf: Uint8Array): { readonly name: string; readonly embedded: boolean; readonly unicode: boolean }[] {
  return pdfTool('pdffonts', pdf, '{}').trim().split('\n').slice(2).map((line) => {
    const [name = ''] = line.split(/\s+/);
    const [embedded, , unicode] = line.match(/\b(yes|no)\b/g) ?? [];
    return { name, embedded: embedded === 'yes', unicode: unicode === 'yes' };
  });
}
