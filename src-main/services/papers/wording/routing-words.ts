import { unreachable } from '#domain/assert.ts';
import type { Group, Strategy, TimeRule } from '#domain/routing/routing-form.ts';
import { clockMinutes } from '#domain/routing/week-window.ts';

const DAYS = ['', '一', '二', '三', '四', '五', '六', '日'] as const;

/** 周一至周五9:00—18:00, 每天22:00—次日6:00. Holidays are not part of a time rule and are not mentioned. */
export function windowWords({ weekdays, from, to }: Pick<TimeRule, 'weekdays' | 'from' | 'to'>): string {
  const [start, end] = [clockMinutes(from), clockMinutes(to)];
  const overnight = start !== null && end !== null && end <= start;
  const clock = (text: string): string => text.replace(/^0(?=\d:)/, '');
  return `${weekdayWords(weekdays)}${clock(from)}—${overnight ? '次日' : ''}${clock(to)}`;
}

/** Three or more days in a row are a range. */
function weekdayWords(weekdays: readonly number[]): string {
  const days = [...new Set(weekdays)].toSorted((a, b) => a - b);
  if (days.length === 7) return '每天';
  const runs: number[][] = [];
  for (const day of days) {
    const last = runs.at(-1);
    if (last !== undefined && last.at(-1) === day - 1) last.push(day);
    else runs.push([day]);
  }
  const word = (day: number | undefined): string => `周${DAYS[day ?? 0]}`;
  return runs.flatMap((run) => (run.length >= 3 ? [`${word(run[0])}至${word(run.at(-1))}`] : run.map(word))).join('、');
}

/** What rings, in a sentence; `letters` in the group's order. */
export function whoWords(strategy: Strategy, letters: readonly string[], ringSeconds: number): string {
  if (letters.length === 1) return `打${letters[0]}。`;
  const all = letters.join('、');
  switch (strategy) {
    case 'roundRobin': return `由${all}轮着接，一人一通。`;
    case 'random': return `从${all}里随机挑一部打。`;
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
    default: return unreachable(strategy);
  }
}

/** The line inside the flow diagram's node. */
export function diagramWords(strategy: Strategy, letters: readonly string[]): string {
  if (letters.length === 1) return `打${letters[0]}`;
  const named = letters.length > 6 ? `${letters.slice(0, 5).join('、')}等${letters.length}部` : letters.join(strategy === 'priority' ? ' → ' : '、');
  return strategy === 'priority' ? named : `${named}${strategy === 'roundRobin' ? '轮着接' : '随机接'}`;
}

/** Per mille as 50% or 33.4%. */
export const shareWords = (perMille: number): string => `${perMille % 10 === 0 ? perMille / 10 : (perMille / 10).toFixed(1)}%`;
