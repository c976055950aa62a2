import { describe, expect, test } from 'vitest';
import { oracleGrade, type OracleRule, type OracleTable } from './grade-oracle.ts';
import { productGrade } from './product-grades.ts';

type Draft = OracleRule extends infer R ? R extends OracleRule ? Omit<R, 'name' | 'enabled'> & { readonly enabled?: boolean } : never : never;
const ANY = '0123456789';
const table = (drafts: readonly Draft[], downgrades: OracleTable['downgrades'] = []): OracleTable => ({
  version: 'test', confirmed: false, source: 'test', heads: [], memorable: [], downgrades,
  rules: drafts.map((draft) => ({ name: draft.id, enabled: true, ...draft }) as OracleRule),
});
const run = (id: string, grade: number, length: number, digits = ANY, anchor: OracleRule['anchor'] = 'tail'): Draft => ({ id, grade, kind: 'run', length, digits, anchor });
const sequence = (id: string, grade: number, length: number, wrap = false, anchor: OracleRule['anchor'] = 'tail'): Draft => ({ id, grade, kind: 'sequence', length, wrap, anchor });
const shape = (id: string, grade: number, letters = id, digits = ANY, anchor: OracleRule['anchor'] = 'tail'): Draft => ({ id, grade, kind: 'shape', shape: letters, digits, anchor });
const list = (id: string, grade: number, entries: readonly string[], anchor: OracleRule['anchor'] = 'tail'): Draft => ({ id, grade, kind: 'list', entries, anchor });

/** The table of the product page, in its order. */
const SHIPPED = table([
  run('RUN-6', 1, 6), run('RUN-7', 1, 7),
  run('RUN-5', 2, 5), shape('AAABBB', 2), shape('ABCABC', 2), sequence('SEQ-6', 2, 6), sequence('SEQ-7', 2, 7),
  run('RUN-4', 3, 4), shape('ABABAB', 3), shape('AABBCC', 3),
  run('RUN-3-689', 4, 3, '689'), shape('ABCCBA', 4), sequence('SEQ-5', 4, 5),
  run('RUN-3', 5, 3, '0123457'), shape('AABBB', 5), shape('AAAB', 5), list('FIX-4', 5, ['1688', '5188', '1314', '1588']),
  shape('AABB', 6), shape('ABAB', 6), shape('ABBA', 6), sequence('SEQ-4', 6, 4), list('FIX-3', 6, ['168', '518', '520', '158', '118', '668', '998']),
]);
/** What one rule sees in a number; `null` where it does not fit. */
const sees = (draft: Draft, digits: string): string | null => oracleGrade(digits, table([draft])).matches[0]?.seen ?? null;
const ids = (digits: string): string[] => oracleGrade(digits, SHIPPED).matches.map(({ ruleId }) => ruleId);

describe('the worked examples', () => {
  test.each([
    ['4006700888', 'RUN-3-689', 4], ['4006668888', 'RUN-4', 3], ['4006666666', 'RUN-7', 1], ['4000888666', 'AAABBB', 2],
    ['4006100111', 'RUN-3', 5], ['4006121112', 'AAAB', 5], ['4006123123', 'ABCABC', 2], ['4006121212', 'ABABAB', 3],
    ['4006123321', 'ABCCBA', 4], ['4006112233', 'AABBCC', 3], ['4006601122', 'AABB', 6], ['4006011212', 'ABAB', 6],
    ['4000123456', 'SEQ-7', 2], ['4006001234', 'SEQ-5', 4], ['4006654321', 'SEQ-6', 2], ['4006189456', 'ORDINARY', 9],
    ['4006051688', 'FIX-4', 5], ['4006775444', 'RUN-3', 5], ['4006112211', 'AABB', 6], ['4000000000', 'RUN-7', 1],
    ['4009999999', 'RUN-7', 1], ['4006120987', 'ORDINARY', 9], ['4006124444', 'RUN-4', 3], ['4006128888', 'RUN-4', 3],
    ['4006123450', 'ORDINARY', 9], ['4006123456', 'SEQ-6', 2], ['4006031551', 'ABBA', 6], ['4006070168', 'FIX-3', 6],
    ['4006111111', 'RUN-6', 1], ['4006011111', 'RUN-5', 2], ['4006073456', 'SEQ-4', 6], ['4006130520', 'FIX-3', 6],
  ])('%s is %s, grade %i', (number, ruleId, grade) => {
    const digits = number.slice(3);
    expect(oracleGrade(digits, SHIPPED)).toMatchObject({ ruleId, grade });
    expect(productGrade(digits)).toBe(grade);
  });

  test('all matches are kept, best grade first, then in file order', () => {
    expect(ids('0888666')).toEqual(['AAABBB', 'RUN-3-689', 'AABBB']);
    expect(ids('6100111')).toEqual(['RUN-3', 'AABBB']);
    expect(ids('6121212')).toEqual(['ABABAB', 'ABAB']);
    expect(ids('6666666')).toEqual(['RUN-7']);
    expect(ids('6051688')).toEqual(['FIX-4']);
    expect(ids('6189456')).toEqual([]);
  });

  test('both readings of the product page agree on every 37th number, and every grade occurs', () => {
    const grades = new Set<number>();
    for (let n = 0; n < 10_000_000; n += 37) {
      const digits = String(n).padStart(7, '0');
      const { grade } = oracleGrade(digits, SHIPPED);
      if (grade !== productGrade(digits)) throw new Error(`${digits}: table ${grade}, product page ${productGrade(digits)}`);
      grades.add(grade);
    }
    expect([...grades].sort()).toEqual([1, 2, 3, 4, 5, 6, 9]);
  });
});

describe('the hand-written table', () => {
  test.each([
    ['6071688', 5], ['6075188', 5], ['6071314', 5], ['6071588', 5],
    ['6070168', 6], ['6070518', 6], ['6073520', 6], ['6070158', 6], ['6070118', 6], ['6070668', 6], ['6070998', 6],
    ['6070888', 4], ['6070999', 4], ['6070666', 4], ['6070444', 5], ['6070777', 5], ['6077000', 5], ['6075888', 4],
    ['0654321', 2], ['9876543', 2], ['6098765', 4], ['6074321', 6], ['6030123', 6], ['6040123', 6], ['6040120', 9], ['6078901', 9], ['6071111', 3],
    ['5112233', 3], ['1122113', 9], ['1231231', 2], ['1213121', 9], ['0121213', 9], ['0112211', 6], ['1688000', 5], ['1314002', 9],
  ])('%s has grade %i', (digits, grade) => { expect(productGrade(digits)).toBe(grade); });
});

describe('run', () => {
  test.each([
    ['tail', '6100888', '888'], ['tail', '6108888', null], ['tail', '8880001', null], ['tail', '8888888', null],
    ['head', '8881234', '888'], ['head', '8888123', null], ['head', '6888123', null],
    ['middle', '6888123', '888'], ['middle', '6128881', '888'], ['middle', '6123888', null], ['middle', '8881234', null], ['middle', '6888812', null],
    ['anywhere', '8881234', '888'], ['anywhere', '6128881', '888'], ['anywhere', '6123888', '888'], ['anywhere', '8888123', null],
    ['anywhere', '1112333', '333'], ['anywhere', '1113333', '111'],
  ] as const)('of three at %s in %s sees %s', (anchor, digits, seen) => { expect(sees(run('r', 1, 3, ANY, anchor), digits)).toBe(seen); });

  test('of seven needs no neighbour', () => { expect(sees(run('r', 1, 7), '4444444')).toBe('4444444'); });
  test('is of the named digits only, and looks on to the left for them', () => {
    expect(sees(run('r', 1, 3, '68'), '6100999')).toBeNull();
    expect(sees(run('r', 1, 3, '68'), '6100888')).toBe('888');
    expect(sees(run('r', 1, 3, '8', 'anywhere'), '8880999')).toBe('888');
  });
});

describe('sequence', () => {
  test.each([
    ['tail', false, '6101234', null], ['tail', false, '6201234', null], ['tail', false, '6231234', '1234'], ['tail', false, '6094321', '4321'],
    ['tail', false, '6054321', null], ['tail', false, '4321234', '1234'], ['tail', false, '6120987', null], ['tail', true, '6120987', '0987'],
    ['tail', true, '6210987', null], ['tail', false, '6218901', null], ['tail', true, '6218901', '8901'], ['tail', true, '6578901', null],
    ['tail', false, '9990123', '0123'], ['tail', true, '9990123', null], ['tail', false, '6109876', '9876'], ['tail', true, '6109876', null],
    ['head', false, '1234071', '1234'], ['head', false, '1234571', null], ['head', true, '7890071', '7890'], ['head', true, '7890171', null], ['head', false, '6123471', null],
    ['head', false, '6789071', '6789'], ['head', true, '6789071', null], ['head', false, '3210971', '3210'], ['head', true, '3210971', null],
    ['middle', false, '6123471', '1234'], ['middle', false, '6012349', null], ['middle', false, '6612349', '1234'], ['middle', false, '1234071', null], ['middle', false, '6621234', null],
    ['anywhere', false, '1234071', '1234'], ['anywhere', false, '6123471', '1234'], ['anywhere', false, '6621234', '1234'], ['anywhere', false, '0123210', '3210'],
    ['anywhere', false, '1234567', null],
  ] as const)('of four at %s, wrap %s, in %s sees %s', (anchor, wrap, digits, seen) => { expect(sees(sequence('s', 1, 4, wrap, anchor), digits)).toBe(seen); });

  test('of seven may wrap', () => {
    expect(sees(sequence('s', 1, 7, true), '5678901')).toBe('5678901');
    expect(sees(sequence('s', 1, 7, true), '3210987')).toBe('3210987');
    expect(sees(sequence('s', 1, 7), '5678901')).toBeNull();
  });
});

describe('shape', () => {
  test.each([
    ['AABB', 'tail', '6011122', '1122'], ['AABB', 'tail', '6011111', null], ['AABB', 'tail', '6112211', '2211'],
    ['AABBCC', 'tail', '6112211', null], ['ABCABC', 'tail', '6112112', null], ['ABC', 'tail', '6000121', null], ['ABC', 'tail', '6000112', null],
    ['AAA*BBB', 'tail', '1112333', '1112333'], ['AAA*BBB', 'tail', '1111333', '1111333'], ['AAA*BBB', 'tail', '1112111', null],
    ['A*A', 'tail', '6000181', '181'], ['A*A', 'tail', '6000111', '111'], ['ABBA', 'head', '1221000', '1221'], ['ABBA', 'head', '0122100', null],
    ['ABBA', 'middle', '0122107', '1221'], ['ABBA', 'middle', '1221007', null], ['ABBA', 'middle', '0071221', null],
    ['ABBA', 'anywhere', '1221007', '1221'], ['ABAB', 'anywhere', '1212121', '2121'], ['AAB', 'anywhere', '1120000', '112'], ['AAB', 'anywhere', '0001123', '112'],
    ['AAAABBBB', 'anywhere', '1111222', null],
  ] as const)('%s at %s in %s sees %s', (letters, anchor, digits, seen) => { expect(sees(shape('s', 1, letters, ANY, anchor), digits)).toBe(seen); });

  test('binds its letters to the named digits, the star to any', () => {
    expect(sees(shape('s', 1, 'AAB', '012356789'), '6000884')).toBeNull();
    expect(sees(shape('s', 1, 'AAB', '012356789'), '6000448')).toBeNull();
    expect(sees(shape('s', 1, 'AA*', '012356789'), '6000884')).toBe('884');
  });
});

describe('list', () => {
  test.each([
    ['tail', '6001688', '1688'], ['tail', '6016880', null], ['head', '1688000', '1688'], ['head', '0168800', null], ['middle', '0168800', '1688'],
    ['middle', '0016880', '1688'], ['middle', '1688000', null], ['middle', '0001688', '168'], ['middle', '0000520', null], ['anywhere', '1688000', '1688'], ['anywhere', '5200168', '168'], ['anywhere', '1680520', '520'], ['anywhere', '1688520', '520'],
  ] as const)('at %s in %s sees %s', (anchor, digits, seen) => { expect(sees(list('l', 1, ['168', '1688', '520'], anchor), digits)).toBe(seen); });

  test.each([[['688', '1688']], [['1688', '688']]])('sees the longest of %j that end at one digit', (entries) => { expect(sees(list('l', 1, entries), '6001688')).toBe('1688'); });

  test('takes entries of one to seven digits', () => {
    expect(sees(list('l', 1, ['8']), '6000008')).toBe('8');
    expect(sees(list('l', 1, ['6000008']), '6000008')).toBe('6000008');
    expect(sees(list('l', 1, []), '6000008')).toBeNull();
  });
});

describe('product', () => {
  const product = (anchor: OracleRule['anchor']): Draft => ({ id: 'p', grade: 5, kind: 'product', anchor });
  test.each([
    ['tail', '6002510', '2510'], ['tail', '6007749', '7749'], ['tail', '6002612', '2612'], ['tail', '6005630', '5630'], ['tail', '6009981', '9981'],
    ['tail', '6005210', null], ['tail', '6002306', null], ['tail', '6000900', null], ['tail', '6001909', null], ['tail', '6002511', null], ['tail', '6025100', null],
    ['head', '2510000', '2510'], ['middle', '0251000', '2510'], ['middle', '2510000', null], ['middle', '0002510', null], ['anywhere', '2510000', '2510'], ['anywhere', '2517749', '7749'],
  ] as const)('at %s in %s sees %s', (anchor, digits, seen) => { expect(sees(product(anchor), digits)).toBe(seen); });

  test('knows every product of two figures and no other tail', () => {
    const tails = Array.from({ length: 10_000 }, (_, n) => String(n).padStart(4, '0')).filter((tail) => sees(product('tail'), `600${tail}`) !== null);
    const counted = [1, 2, 3, 4, 5, 6, 7, 8, 9].flatMap((a) => [1, 2, 3, 4, 5, 6, 7, 8, 9].filter((b) => b >= a && a * b >= 10)).length;
    expect(tails).toHaveLength(counted);
  });
});

describe('winner and downgrades', () => {
  const HAS_4 = { id: 'HAS4', digit: '4', steps: 1, enabled: true };
  test('a tie goes to the rule that stands first, a better grade wins from any place', () => {
    const [first, second, better] = [shape('first', 5, 'AA'), shape('second', 5, 'BB'), list('better', 3, ['88'])];
    expect(oracleGrade('6000077', table([first, second])).ruleId).toBe('first');
    expect(oracleGrade('6000077', table([second, first])).ruleId).toBe('second');
    expect(oracleGrade('6000088', table([second, first, better])).matches.map(({ ruleId }) => ruleId)).toEqual(['better', 'second', 'first']);
  });

  test('a disabled rule neither wins nor matches', () => {
    expect(oracleGrade('6000088', table([{ ...shape('off', 1, 'AA'), enabled: false }]))).toEqual({ grade: 9, ruleId: 'ORDINARY', matches: [] });
  });

  test.each([
    [1, 1, 2], [5, 1, 6], [6, 1, 9], [5, 2, 9], [6, 7, 9], [9, 1, 9], [2, 3, 5],
  ])('grade %i is %i steps worse: %i, and the match keeps its own grade', (grade, steps, now) => {
    expect(oracleGrade('6000444', table([run('RUN-3', grade, 3)], [{ ...HAS_4, steps }])))
      .toEqual({ grade: now, ruleId: 'RUN-3', matches: [{ ruleId: 'RUN-3', grade, seen: '444' }] });
  });

  test('only what the winner saw counts, and only enabled downgrades', () => {
    const rules = [run('RUN-3', 2, 3)];
    expect(oracleGrade('4400888', table(rules, [HAS_4])).grade).toBe(2);
    expect(oracleGrade('6000444', table(rules, [{ ...HAS_4, enabled: false }])).grade).toBe(2);
    expect(oracleGrade('6000444', table([list('winner', 1, ['44']), shape('loser', 2, 'AAA')], [{ ...HAS_4, digit: '0' }])).grade).toBe(1);
  });

  test('the winner stays named even where another match is now better', () => {
    const two = table([shape('AABB', 2), list('FIX', 3, ['8'])], [{ ...HAS_4, steps: 3 }]);
    expect(oracleGrade('6004488', two)).toMatchObject({ grade: 5, ruleId: 'AABB' });
  });

  test('enabled downgrades add up, each once', () => {
    const both = [HAS_4, { id: 'HAS7', digit: '7', steps: 2, enabled: true }, { id: 'HAS1', digit: '1', steps: 1, enabled: true }];
    expect(oracleGrade('6004477', table([shape('AABB', 1)], both)).grade).toBe(4);
  });

  test.each(['', '123456', '12345678', '12345a7', '4006123456'])('%j is no seven digits', (digits) => {
    expect(() => oracleGrade(digits, SHIPPED)).toThrow('seven digits');
    expect(() => productGrade(digits)).toThrow('seven digits');
  });
});
