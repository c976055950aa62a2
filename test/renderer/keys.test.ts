import { beforeAll, describe, expect, it, vi } from 'vitest';
import { belongsToField, type KeyPress, pressedKey } from '../../src-renderer/ui/keys/key-match.ts';
import { makeKeyTable } from '../../src-renderer/ui/keys/key-table.ts';

const press = (key: string, code: string, held: Partial<KeyPress> = {}): KeyPress => ({ key, code, ctrlKey: false, altKey: false, shiftKey: false, metaKey: false, isComposing: false, ...held });

describe('pressedKey', () => {
  it.each([
    ['Ctrl+K', press('k', 'KeyK', { ctrlKey: true }), 'K'],
    ['Ctrl+K', press('k', 'KeyK'), null],
    ['Ctrl+Enter', press('Enter', 'Enter', { ctrlKey: true }), 'Enter'],
    ['Enter', press('Enter', 'Enter', { ctrlKey: true }), null],
    ['Alt+1…8', press('3', 'Digit3', { altKey: true }), '3'],
    ['Alt+1…8', press('9', 'Digit9', { altKey: true }), null],
    ['Alt+1…8', press('¡', 'Digit1', { altKey: true }), '1'],
    ['↑ ↓', press('ArrowDown', 'ArrowDown'), '↓'],
    ['?', press('?', 'Slash', { shiftKey: true }), '?'],
    ['=', press('=', 'Equal'), '='],
    ['Esc', press('Escape', 'Escape'), 'Esc'],
    ['Space', press(' ', 'Space'), 'Space'],
    ['Y', press('y', 'KeyY'), 'Y'],
    ['F8', press('F8', 'F8'), 'F8'],
    ['F8', press('F8', 'F8', { altKey: true }), null],
  ] as const)('%s against %o is %s', (keys, event, wanted) => expect(pressedKey(keys, event)).toBe(wanted));

  it('lets an input method compose: no command fires', () => {
    expect(pressedKey('Enter', press('Enter', 'Enter', { isComposing: true }))).toBeNull();
  });
});

it('knows which keys a text field needs for itself', () => {
  expect(['Y', '?', '↑ ↓', 'Enter', '1…6', 'Space'].filter(belongsToField)).toEqual(['Y', '?', '↑ ↓', 'Enter', '1…6', 'Space']);
  expect(['Ctrl+K', 'Alt+1…8', 'F4', 'Esc', 'Ctrl+Enter'].filter(belongsToField)).toEqual([]);
});

describe('key table', () => {
  class Element { readonly tabIndex = 0; }
  class Input extends Element { type = 'text'; }
  beforeAll(() => {
    vi.stubGlobal('HTMLElement', Element);
    vi.stubGlobal('HTMLInputElement', Input);
    vi.stubGlobal('HTMLTextAreaElement', class extends Element {});
    vi.stubGlobal('HTMLSelectElement', class extends Element {});
  });

  const event = (key: string, code: string, target: unknown = null, held: Partial<KeyPress> = {}): KeyboardEvent =>
    ({ ...press(key, code, held), target, defaultPrevented: false, preventDefault: vi.fn() }) as unknown as KeyboardEvent;

  it('a key held down moves on and on, but decides once', () => {
    const table = makeKeyTable();
    const decide = vi.fn();
    const move = vi.fn();
    table.add(1, [{ keys: 'Y', label: 'approve', run: decide }, { keys: '↑ ↓', label: 'move', run: move }]);
    for (const repeat of [false, true, true]) {
      table.press({ ...event('y', 'KeyY'), repeat });
      table.press({ ...event('ArrowDown', 'ArrowDown'), repeat });
    }
    expect([decide.mock.calls.length, move.mock.calls.length]).toEqual([1, 3]);
  });

  it('gives the key to the innermost layer, and back to the outer one when that is gone', () => {
    const table = makeKeyTable();
    const outer = vi.fn();
    const inner = vi.fn();
    table.add(1, [{ keys: 'Ctrl+Enter', label: 'next', run: outer }]);
    const remove = table.add(2, [{ keys: 'Ctrl+Enter', label: 'primary', run: inner }]);
    table.press(event('Enter', 'Enter', null, { ctrlKey: true }));
    remove();
    table.press(event('Enter', 'Enter', null, { ctrlKey: true }));
    expect([inner.mock.calls.length, outer.mock.calls.length]).toEqual([1, 1]);
  });

  it('hides every key below a modal layer while it is there', () => {
    const table = makeKeyTable();
    const below = vi.fn();
    table.add(1, [{ keys: 'F8', label: 'lock', run: below }]);
    const lift = table.shield(100);
    table.press(event('F8', 'F8'));
    expect([below.mock.calls.length, table.list().length]).toEqual([0, 0]);
    lift();
    table.press(event('F8', 'F8'));
    expect(below).toHaveBeenCalledTimes(1);
  });

  it('leaves letters, arrows and Enter to a text field, but not chords and function keys', () => {
    const table = makeKeyTable();
    const run = vi.fn();
    table.add(0, [{ keys: 'Y', label: '', run: () => run('Y') }, { keys: '↑ ↓', label: '', run: () => run('arrow') }, { keys: 'F4', label: '', run: () => run('F4') }]);
    const field = new Input();
    table.press(event('y', 'KeyY', field));
    table.press(event('ArrowUp', 'ArrowUp', field));
    table.press(event('F4', 'F4', field));
    expect(run.mock.calls).toEqual([['F4']]);
  });

  it('takes a key inside a field when the binding says always', () => {
    const table = makeKeyTable();
    const run = vi.fn();
    table.add(0, [{ keys: '↑ ↓', label: '', when: 'always', run }]);
    table.press(event('ArrowUp', 'ArrowUp', new Input()));
    expect(run).toHaveBeenCalledWith('↑');
  });
});
