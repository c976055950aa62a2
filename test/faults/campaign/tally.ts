/** What a campaign has seen so far; `violations` are in words, each once. */
export type Tally = {
  acknowledged: number; killedInStep: number; completed: number; cases: number; sequence: number; leased: number;
  readonly violations: Set<string>; readonly killedAt: Map<string, number>; readonly lasts: Map<string, number>;
};

export const emptyTally = (): Tally => ({
  acknowledged: 0, killedInStep: 0, completed: 0, cases: 0, sequence: 0, leased: 0, violations: new Set(), killedAt: new Map(), lasts: new Map(),
});

export const complain = (tally: Tally, problems: readonly string[]): void => problems.forEach((problem) => tally.violations.add(problem));
