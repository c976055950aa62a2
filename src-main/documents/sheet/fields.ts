import type { Ink } from './ink.ts';

export type Field = { readonly label: string; readonly value: string; readonly lines?: number };

/** Labels of 8 pt with values of 9.5 pt at a fixed offset, one below the other; a long value takes a second line. Returns the next baseline. */
export function fieldList(ink: Ink, x: number, y: number, fields: readonly Field[], look: { readonly offset: number; readonly step: number; readonly width: number }): number {
  let at = y;
  for (const { label, value } of fields) {
    ink.text(x, at, label, { face: 'sans', size: 8 });
    const last = ink.paragraph(x + look.offset, at, value === '' ? '－' : value, {
      face: 'sans', size: 9.5, leading: 12.5, width: look.width - look.offset, tight: true,
    });
    at = last + look.step;
  }
  return at;
}
