import { describe, expect, it } from 'vitest';
import { cellsOf, shapeOf, toggleShape, withCell } from '../../src-renderer/screens/number/builder/query-cells.ts';
import { digitsOf, hasWord, toggleDigit, toggleWord } from '../../src-renderer/screens/number/builder/query-words.ts';
import { digitLooks } from '../../src-renderer/screens/number/list/number-row.ts';
import { hit } from './sample-reference.ts';

describe('the ten places of the box', () => {
  it.each([
    ['4006??AABB 不含4', '4006??AABB'], ['AABB', '400???AABB'], ['尾8899', '400???8899'], ['8899结尾', '400???8899'], ['4006', '4006??????'], ['6*88', '4006????88'],
    ['6008899', '4006008899'], ['400-600-8899', '4006008899'], ['４００６？？ＡＡＢＢ', '4006??AABB'], ['不含4 600开头', '400600????'],
  ])('%s asks for %s', (text, cells) => expect(cellsOf(text)?.join('')).toBe(cells));

  it.each(['', '400', '8899', '含AABB', '不含4', '8多', '口诀', '这是什么', '6*8*8'])('%s fixes no place', (text) => expect(cellsOf(text)).toBeNull());

  it('writes a place into the mask and leaves the other words alone', () => {
    expect(withCell('', 3, '6')).toBe('4006??????');
    expect(withCell('4006??AABB 不含4', 4, '8')).toBe('40068?AABB 不含4');
    expect(withCell('不含4 8899结尾', 3, '6')).toBe('不含4 4006??8899');
    expect(withCell('4006?????? 8多', 3, '?')).toBe('8多');
  });

  it('changes the shape at the end, and takes it out when it is pressed again', () => {
    expect(toggleShape('', 'AABB')).toBe('AABB');
    expect(toggleShape('AABB', 'ABAB')).toBe('ABAB');
    expect(toggleShape('400688ABAB 不含4', 'ABCABC')).toBe('4006ABCABC 不含4');
    expect(toggleShape('4006??AABB', 'AABB')).toBe('4006??????');
    expect(toggleShape('AABB', 'AABB')).toBe('');
    expect([shapeOf('4006??AABB'), shapeOf('AABB结尾 8多'), shapeOf('8899结尾')]).toEqual(['AABB', 'AABB', '']);
  });
});

describe('the words of the box', () => {
  it('gathers digits that must not occur in one word, and drops it with the last', () => {
    expect(toggleDigit('AABB', 'without', '4')).toBe('AABB 不含4');
    expect(toggleDigit('不要7 AABB', 'without', '4')).toBe('不含47 AABB');
    expect(toggleDigit('不含4 AABB', 'without', '4')).toBe('AABB');
    expect(toggleDigit('不含4', 'only', '8')).toBe('不含4 只要8');
    expect([digitsOf('不含47', 'without'), digitsOf('只含689', 'only'), digitsOf('只含689', 'without')]).toEqual([['4', '7'], ['6', '8', '9'], []]);
  });

  it('says a word once', () => {
    expect(toggleWord('8899', '日期')).toBe('8899 日期');
    expect(toggleWord('日期 8899', '日期')).toBe('8899');
    expect(hasWord('8899 日期', '日期')).toBe(true);
  });
});

describe('how the digits of a row are set', () => {
  const look = (row: Parameters<typeof digitLooks>[0], text = ''): string => digitLooks(row, text).map((one) => ({ fixed: '.', any: '?', shape: 'S', changed: '!' })[one]).join('');

  it.each([
    ['4006128899', '', '......SSSS'], ['4006128899', '4006??AABB', '....??SSSS'], ['4006123457', '400612????', '......????'], ['4006123457', '', '..........'],
  ])('%s under %s', (digits, text, looks) => expect(look(hit(digits), text)).toBe(looks));

  it('marks what is other than asked, and what means something', () => {
    expect(look({ ...hit('4006123457'), changed: [7, 9] })).toBe('.......!.!');
    expect(look({ ...hit('4006123457'), meaning: { kind: 'door-number', digits: '123', at: 4, from: '123号' } }, '4006??????')).toBe('....SSS...');
  });
});
