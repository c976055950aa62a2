import { seeded } from '../../faults/campaign/seeded.ts';

/** Choices that a seed repeats. */
export type Dice = {
  readonly upTo: (most: number) => number;
  readonly between: (least: number, most: number) => number;
  readonly chance: (share: number) => boolean;
  readonly oneOf: <T>(choices: readonly T[]) => T;
};

/** The dice of one case: the same for the same seed and index, whatever was played before. */
export function diceOf(seed: number, index: number): Dice {
  const random = seeded(Math.imul(seed, 0x9e3779b1) ^ Math.imul(index + 1, 0x85ebca6b));
  for (let warm = 0; warm < 3; warm += 1) random();
  const upTo = (most: number): number => Math.floor(random() * (most + 1));
  return { upTo, between: (least, most) => least + upTo(most - least), chance: (share) => random() < share, oneOf: (choices) => choices[upTo(choices.length - 1)]! };
}
