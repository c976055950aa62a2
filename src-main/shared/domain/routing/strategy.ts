import { unreachable } from '../assert.ts';
import type { Group, Strategy } from './routing-form.ts';

/** What a strategy does, for the one line of behaviour that always stands beside its name. */
export type StrategyBehaviour = 'shared-evenly-in-turn' | 'first-free-in-order-rings' | 'picked-at-random';

/** What can be expected of one phone of a group. */
export type ExpectedShare = {
  readonly destinationId: string;
  /** 1 is asked first. */
  readonly rank: number;
  /** Per mille of the group's calls; the shares of a group add up to 1000. Absent where only the order is known. */
  readonly share?: number;
};

/** The behaviour behind 顺序 (shared evenly), 队列 (the first ones busiest) and 随机: platforms use the words the other way round. */
export function strategyBehaviour(strategy: Strategy): StrategyBehaviour {
  switch (strategy) {
    case 'roundRobin': return 'shared-evenly-in-turn';
    case 'priority': return 'first-free-in-order-rings';
    case 'random': return 'picked-at-random';
    default: return unreachable(strategy);
  }
}

/** Round robin and random share equally, what is left over goes to the first ones; priority depends on traffic, so only its order is told. */
export function expectedShares(group: Pick<Group, 'strategy' | 'destinationIds'>): readonly ExpectedShare[] {
  const count = group.destinationIds.length;
  const each = Math.floor(1000 / count);
  const over = 1000 - each * count;
  return group.destinationIds.map((destinationId, index) => {
    const place = { destinationId, rank: index + 1 };
    return group.strategy === 'priority' && count > 1 ? place : { ...place, share: each + (index < over ? 1 : 0) };
  });
}
