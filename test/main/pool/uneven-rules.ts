import type { NumberRules } from '#domain/number/grade/number-rules.ts';

const own = { enabled: true, anchor: 'tail', name: '本厅' } as const;

/** A hall's own table in which the same six digits have another grade in each segment, and heads ask for floors of their own. */
export const unevenRules = (shipped: NumberRules): NumberRules => ({
  ...shipped,
  rules: [
    { ...own, id: 'RUN-7', grade: 1, kind: 'run', length: 7, digits: '06' }, ...shipped.rules.filter(({ id }) => id !== 'RUN-7' && id !== 'RUN-6'),
    { ...own, id: 'RUN-6', grade: 2, kind: 'run', length: 6, digits: '0123456789' }, { ...own, id: 'X-7', grade: 5, kind: 'list', entries: ['6010203', '0040506'] },
    { ...own, id: 'HEAD-60', grade: 4, kind: 'list', entries: ['60', '01'], anchor: 'head' }, { ...own, id: 'SHAPE-7', grade: 6, kind: 'shape', shape: 'ABCABCA', digits: '0123456789' },
  ],
  heads: [{ id: 'H-600', head: '400600', floorLi: 600_000, enabled: true }, { id: 'H-60', head: '40060', floorLi: 400_000, enabled: true }, { id: 'H-0', head: '4000', floorLi: 9_000_000, enabled: false }],
});
