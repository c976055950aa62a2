import { unreachable } from '../assert.ts';
import type { Group, Strategy } from './routing-form.ts';

/** What a strategy does, for the one line of behaviour that always stands beside its name. */
export type StrategyBehaviour = 'shared-evenly-in-turn' | 'first-free-in-order-rings' | 'picked-at-random' | 'all-ring-together' | 'shared-by-percent';

/** What can be expected of one phone of a group. */
export type ExpectedShare = {
  readonly destinationId: string;
  /** 1 is asked first. */
  readonly rank: number;
  /** Per mille of the group's calls; the shares of a group add up to 1000. Absent where only the order is known. */
  readonly share?: number;
};

/** The behaviour behind 顺序 (shared evenly), 队列 (the first ones busiest), 随机, 同振 and 按比例: platforms use the words the other way round. */
export function strategyBehaviour(strategy: Strategy): StrategyBehaviour {
  switch (strategy) {
    case 'roundRobin': return 'shared-evenly-in-turn';
    case 'priority': return 'first-free-in-order-rings';
    case 'random': return 'picked-at-random';
    case 'ringAll': return 'all-ring-together';
    case 'percentage': return 'shared-by-percent';
    default: return unreachable(strategy);
  }
}

/** Per mille when nobody is busy and everybody answers (routing-rules.md 6); what rounding leaves goes to the first ones that share at all. */
export function expectedShares(group: Pick<Group, 'strategy' | 'destinationIds' | 'shares'>): readonly ExpectedShare[] {
  const ids = group.destinationIds;
  const dependsOnTraffic = group.strategy === 'priority' || group.strategy === 'ringAll';
  if (dependsOnTraffic && ids.length > 1) return ids.map((destinationId, index) => ({ destinationId, rank: index + 1 }));
  const weights = ids.map((_, index) => (group.strategy === 'percentage' ? Math.max(0, group.shares[index] ?? 0) : 1));
  const sum = weights.reduce((total, weight) => total + weight, 0);
  if (sum === 0) return ids.map((destinationId, index) => ({ destinationId, rank: index + 1, share: 0 }));
  const shares = weights.map((weight) => Math.floor((weight * 1000) / sum));
  let over = 1000 - shares.reduce((total, share) => total + share, 0);
  return ids.map((destinationId, index) => {
    const extra = over > 0 && (weights[index] ?? 0) > 0 ? 1 : 0;
    over -= extra;
    return { destinationId, rank: index + 1, share: (shares[index] ?? 0) + extra };
  });
}
