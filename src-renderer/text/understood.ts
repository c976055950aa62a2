import type { TermMeaning } from '#domain/number/query/understood-terms.ts';
import { gradeChip } from './number.ts';

type Place = 'begins' | 'ends' | 'contains' | 'whole';

const where: Readonly<Record<Place, string>> = { begins: '400 后', ends: '结尾', contains: '任意处', whole: '整个号' };
const list = (digits: string): string => Array.from(digits).join('、');

/** How one word of the box was understood, said back to the clerk. */
export function understoodText(meaning: TermMeaning): string {
  switch (meaning.code) {
    case 'number': return `就是 400${meaning.body}`;
    case 'pattern': return `400${meaning.body}，${meaning.body.includes('*') ? '? 和 * 任意' : '? 任意'}`;
    case 'begins': return `400 后是 ${meaning.body}`;
    case 'ends': return `${meaning.body} 结尾`;
    case 'contains': return `含 ${meaning.body}`;
    case 'shape': return `${meaning.at === 'whole' ? '400' : `${where[meaning.at]} `}${meaning.body}，字母相同数字相同`;
    case 'straight': return `${where[meaning.at]} ${meaning.length} 位顺子`;
    case 'rising': return `${where[meaning.at]} ${meaning.length} 位升序`;
    case 'falling': return `${where[meaning.at]} ${meaning.length} 位降序`;
    case 'year': return `${where[meaning.at]}有年份`;
    case 'date': return `${where[meaning.at]}有月日`;
    case 'rhyme': return `${where[meaning.at]}有乘法口诀`;
    case 'without': return `没有 ${list(meaning.digits)}`;
    case 'only': return `只有 ${list(meaning.digits)}`;
    case 'count': return `${meaning.digit} ${countText(meaning.atLeast, meaning.atMost)}`;
    case 'grades': return meaning.grades.map(gradeChip).join('、');
  }
}

function countText(atLeast: number, atMost: number): string {
  if (atLeast === atMost) return `正好 ${atLeast} 个`;
  if (atMost >= 7) return `至少 ${atLeast} 个`;
  return atLeast === 0 ? `最多 ${atMost} 个` : `${atLeast} 到 ${atMost} 个`;
}
