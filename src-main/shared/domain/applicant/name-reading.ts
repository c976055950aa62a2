import { pinyin } from 'pinyin-pro';

/** Pinyin of a company name for the search box: initials and the full reading, `bjjssy beijingjishengshengyuan`. */
export function nameReading(name: string): string {
  if (name.trim() === '') return '';
  const syllables = (pattern: 'first' | 'pinyin'): string => pinyin(name, { pattern, toneType: 'none', type: 'array' }).join('');
  return `${syllables('first')} ${syllables('pinyin')}`.toLowerCase();
}
