import { unreachable } from '#domain/assert.ts';
import type { Group, Strategy } from '#domain/routing/routing-form.ts';

/** What rings, in a sentence; `letters` in the group's order. */
export function whoWords(strategy: Strategy, letters: readonly string[], ringSeconds: number): string {
  if (letters.length === 1) return `打${letters[0]}。`;
  const all = letters.join('、');
  switch (strategy) {
    case 'roundRobin': return `由${all}轮着接，一人一通。`;
    case 'random': return `从${all}里随机挑一部打。`;
    case 'ringAll': return `${all}一起响，谁先接算谁的。`;
    case 'percentage': return `按比例分给${all}。`;
    case 'priority': return priorityWords(letters, ringSeconds);
    default: return unreachable(strategy);
  }
}

function priorityWords(letters: readonly string[], ringSeconds: number): string {
  const [first = '', second = '', ...rest] = letters;
  return `先打${first}；${first}占线或${ringSeconds}秒没人接，打${second}${rest.map((letter, i) => `；${letters[i + 1]}也不通，打${letter}`).join('')}。`;
}

/** The strategy's name never stands without what it does; empty where one phone rings. */
export function behaviourWords({ strategy, destinationIds }: Pick<Group, 'strategy' | 'destinationIds'>): string {
  if (destinationIds.length < 2) return '';
  switch (strategy) {
    case 'roundRobin': return '顺序呼叫：按次序循环，每部电话接到的一样多';
    case 'priority': return '队列呼叫：总从第一部开始，排在前面的更忙';
    case 'random': return '随机呼叫：每次随机挑一部，机会均等';
    case 'ringAll': return '同振：所有空闲的电话一起响，谁先接算谁的';
    case 'percentage': return '按比例呼叫：每次按比例挑一部';
    default: return unreachable(strategy);
  }
}

/** Per mille as 50% or 33.4%. */
export const shareWords = (perMille: number): string => `${perMille % 10 === 0 ? perMille / 10 : (perMille / 10).toFixed(1)}%`;
