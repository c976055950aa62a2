/** One press as the matcher sees it; a KeyboardEvent has all of it. */
export type KeyPress = Pick<KeyboardEvent, 'key' | 'code' | 'ctrlKey' | 'altKey' | 'shiftKey' | 'metaKey' | 'isComposing'>;

type Chord = { readonly ctrl: boolean; readonly alt: boolean; readonly shift: boolean; readonly base: string };

const named: Readonly<Record<string, string>> = {
  '↑': 'ArrowUp', '↓': 'ArrowDown', '←': 'ArrowLeft', '→': 'ArrowRight', Esc: 'Escape', Space: ' ', Del: 'Delete', Ins: 'Insert',
};

/**
 * Which key of a binding was pressed, or null. `Ctrl+K`, `F4`, `?`; several with a space between (`↑ ↓`); a row of digits
 * with `…` (`Alt+1…8`). The answer is the base key as written, `3` or `↓`. A press inside an IME composition is none.
 */
export function pressedKey(keys: string, press: KeyPress): string | null {
  if (press.isComposing || press.metaKey) return null;
  return expand(keys).find((text) => matches(chordOf(text), press))?.replace(/^(?:(?:Ctrl|Alt|Shift)\+)+/, '') ?? null;
}

/** Keys that type or move inside a field act only outside of it, unless a binding says otherwise. */
export function belongsToField(keys: string): boolean {
  return expand(keys).some((text) => {
    const chord = chordOf(text);
    return !chord.ctrl && !chord.alt && !/^(?:F\d+|Escape)$/.test(chord.base);
  });
}

function expand(keys: string): readonly string[] {
  return keys.split(' ').flatMap((part) => {
    const row = /^(.*?)(\d)…(\d)$/.exec(part);
    if (!row) return [part];
    const [head, from, to] = [row[1] ?? '', Number(row[2]), Number(row[3])];
    return Array.from({ length: to - from + 1 }, (_, index) => `${head}${from + index}`);
  });
}

function chordOf(text: string): Chord {
  const parts = text === '+' ? ['+'] : text.split('+');
  const last = parts.at(-1) ?? '';
  return { ctrl: parts.includes('Ctrl'), alt: parts.includes('Alt'), shift: parts.includes('Shift'), base: named[last] ?? last };
}

function matches(chord: Chord, press: KeyPress): boolean {
  if (chord.ctrl !== press.ctrlKey || chord.alt !== press.altKey) return false;
  const letterOrDigit = /^[A-Za-z0-9]$/.test(chord.base);
  const typedWithShift = chord.base.length === 1 && !letterOrDigit;
  if (!typedWithShift && chord.shift !== press.shiftKey) return false;
  // With Alt or an input method the key's own name can differ from what is printed on it: the place of the key counts.
  if (letterOrDigit) return press.code === (/\d/.test(chord.base) ? `Digit${chord.base}` : `Key${chord.base.toUpperCase()}`)
    || press.key.toUpperCase() === chord.base.toUpperCase();
  return press.key === chord.base;
}
