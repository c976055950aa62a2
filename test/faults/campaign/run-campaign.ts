import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { CaseKind } from './campaign-step.ts';
import type { Hall } from './hall.ts';
import { runFolder } from './run-folder.ts';
import { emptyTally } from './tally.ts';

export type CampaignOptions = {
  readonly runs: number;
  readonly random: () => number;
  /** A folder has a carrier of its own: two PCs of one hall would number their cases and receipts alike. */
  readonly openHall: (random: () => number) => Promise<Hall>;
  /** Kinds of cases, in turn. */
  readonly kinds: readonly CaseKind[];
  readonly stopAtFirst?: boolean;
  readonly onRun?: (line: string) => void;
};

/** What a campaign found. `leased`: picks made from a block. */
export type CampaignResult = {
  readonly runs: number; readonly violations: readonly string[]; readonly acknowledged: number; readonly killedInStep: number; readonly cases: number; readonly completed: number; readonly leased: number;
  readonly killedAt: Readonly<Record<string, number>>;
};

/** So many kills on one folder before a fresh one: long enough for left-overs to show, short enough to stay quick. */
const killsPerFolder = 15;

/** Kills the console again and again at a random moment of a scripted case, and reads back what it left. */
export async function runCampaign(options: CampaignOptions): Promise<CampaignResult> {
  const tally = emptyTally();
  tally.sequence = Math.floor(options.random() * options.kinds.length);
  let runs = 0;
  while (runs < options.runs && !(options.stopAtFirst && tally.violations.size > 0)) {
    const folder = mkdtempSync(join(tmpdir(), 'kill-'));
    const hall = await options.openHall(options.random);
    try {
      runs += await runFolder(options, hall, tally, folder, Math.min(killsPerFolder, options.runs - runs));
    } finally {
      await hall.dispose();
      rmSync(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
    }
  }
  const { acknowledged, killedInStep, completed, cases, leased } = tally;
  return { runs, violations: Array.from(tally.violations), acknowledged, killedInStep, cases, completed, leased, killedAt: Object.fromEntries(tally.killedAt) };
}
