import { expect, test } from 'vitest';
import { factWords } from '../../../src-main/services/papers/wording/fact-words.ts';

test.each([
  [{ value: '无', notes: [] }, '无'],
  [{ value: '360.00元／月', notes: ['只计通话费；', '当月不足的，补足到此数'] }, '360.00元／月；只计通话费；当月不足的，补足到此数'],
  [{ value: '0.15～0.40元／分钟', notes: ['同区号0.15，外地固话0.30，', '外地手机0.40；', '不足1分钟按1分钟计'] }, '0.15～0.40元／分钟；同区号0.15，外地固话0.30，外地手机0.40；不足1分钟按1分钟计'],
])('lines of a fact become one sentence, a comma at a line’s end goes on: %#', (fact, words) => { expect(factWords(fact)).toBe(words); });
