import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { CaseView } from '#contract/cases.ts';
import { auditFolder } from './audit-folder.ts';
import { compareCase } from './compare-case.ts';
import type { Desk, OpenDesk } from './desk.ts';
import { createStep, remainingSteps } from './work-on-case.ts';

export type CampaignOptions = {
  readonly runs: number;
  readonly random: () => number;
  /** A folder has a carrier of its own: two PCs of one hall would number their cases and receipts alike. */
  readonly openHall: () => Promise<Hall>;
  readonly stopAtFirst?: boolean;
  readonly onRun?: (line: string) => void;
};

/** The carrier of a folder, and the way to open the console on that folder. */
export type Hall = { readonly open: OpenDesk; readonly dispose: () => Promise<void> };

/** What a campaign found; `violations` are in words, each once. */
export type CampaignResult = {
  readonly runs: number; readonly violations: readonly string[]; readonly acknowledged: number; readonly killedInStep: number; readonly cases: number; readonly completed: number;
  readonly killedAt: Readonly<Record<string, number>>;
};

/** So many kills on one folder before a fresh one: long enough for left-overs to show, short enough to stay quick. */
const killsPerFolder = 15;

type Known = { view: CaseView; readonly sequence: number };
type Tally = { acknowledged: number; killedInStep: number; completed: number; cases: number; sequence: number; readonly violations: Set<string>; readonly killedAt: Map<string, number>; readonly lasts: Map<string, number> };

/** Kills the console again and again at a random moment of a scripted case, and reads back what it left. */
export async function runCampaign(options: CampaignOptions): Promise<CampaignResult> {
  const tally: Tally = { acknowledged: 0, killedInStep: 0, completed: 0, cases: 0, sequence: 0, violations: new Set(), killedAt: new Map(), lasts: new Map() };
  let runs = 0;
  while (runs < options.runs && !(options.stopAtFirst && tally.violations.size > 0)) {
    const folder = mkdtempSync(join(tmpdir(), 'kill-'));
    const hall = await options.openHall();
    try {
      runs += await runFolder(options, hall.open, tally, folder, Math.min(killsPerFolder, options.runs - runs));
    } finally {
      await hall.dispose();
      rmSync(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
    }
  }
  const { acknowledged, killedInStep, completed, cases } = tally;
  return { runs, violations: Array.from(tally.violations), acknowledged, killedInStep, cases, completed, killedAt: Object.fromEntries(tally.killedAt) };
}

async function runFolder({ random, stopAtFirst, onRun }: CampaignOptions, open: OpenDesk, tally: Tally, folder: string, kills: number): Promise<number> {
  const known = new Map<string, Known>();
  let desk = await open(folder);
  for (let run = 1; run <= kills; run += 1) {
    const unfinished = Array.from(known.values()).find(({ view }) => view.state === 'draft');
    if (unfinished === undefined) tally.sequence += 1;
    const sequence = unfinished?.sequence ?? tally.sequence;
    const strike = await workUntilKilled(desk, tally, random, unfinished?.view ?? null, sequence, known);
    desk = await open(folder);
    await readBack(desk, tally, known, strike, sequence);
    tally.killedAt.set(strike ?? 'between', (tally.killedAt.get(strike ?? 'between') ?? 0) + 1);
    onRun?.(`run ${run}: killed in ${strike ?? 'no step'}; ${tally.acknowledged} acknowledged, ${tally.violations.size} violations`);
    if (stopAtFirst && tally.violations.size > 0) {
      await desk.kill();
      return run;
    }
  }
  await finish(desk, tally, known);
  tally.cases += known.size;
  return kills;
}

/** Lets the desk work and strikes at a random moment of a random step; answers the step under way, if one was. */
async function workUntilKilled(desk: Desk, tally: Tally, random: () => number, view: CaseView | null, sequence: number, known: Map<string, Known>): Promise<string | null> {
  const steps = remainingSteps(view, sequence);
  const target = steps[Math.floor(random() * steps.length)] ?? '';
  const share = random();
  let underWay: string | null = null;
  let begunAt = 0;
  let struck: Promise<void> | null = null;
  const strike = (): void => { struck ??= desk.kill(); };
  const end = await desk.work(view?.caseId ?? null, sequence, {
    begun: (step) => {
      underWay = step;
      begunAt = performance.now();
      if (step === target) setTimeout(strike, share * 1.6 * (tally.lasts.get(step) ?? 25));
    },
    acknowledged: (step, now) => {
      underWay = null;
      tally.acknowledged += 1;
      tally.lasts.set(step, 0.5 * (tally.lasts.get(step) ?? 0) + 0.5 * (performance.now() - begunAt));
      known.set(now.caseId, { view: now, sequence });
    },
  });
  if (end.kind === 'broke' && struck === null) tally.violations.add(`«${end.step}» could not go on: ${end.problem}`);
  strike();
  await struck;
  if (underWay !== null) tally.killedInStep += 1;
  return underWay;
}

async function readBack(desk: Desk, tally: Tally, known: Map<string, Known>, underWay: string | null, sequence: number): Promise<void> {
  const complain = (problems: readonly string[]): void => problems.forEach((problem) => tally.violations.add(problem));
  complain(await auditFolder(desk.dataDir, desk.key, { swept: true }));
  const views = new Map((await desk.views()).map((view) => [view.caseId, view]));
  for (const [caseId, { view, sequence: own }] of known) {
    const now = views.get(caseId);
    if (now === undefined) complain([`${view.caseNo}: an acknowledged case is gone`]);
    // What is under way belongs to the case that was being worked on; at the others nothing may change.
    else complain(compareCase(view, own === sequence ? underWay : null, now, own));
  }
  for (const [caseId, view] of views) {
    const own = known.get(caseId)?.sequence ?? sequence;
    if (!known.has(caseId) && underWay !== createStep) complain([`${view.caseNo}: a case that nobody made`]);
    known.set(caseId, { view, sequence: own });
  }
}

/** After the last kill the open case is brought to its end, and every case that was handed over is completed by the carrier. */
async function finish(desk: Desk, tally: Tally, known: Map<string, Known>): Promise<void> {
  const open = Array.from(known.values()).find(({ view }) => view.state === 'draft');
  if (open !== undefined) {
    const end = await desk.work(open.view.caseId, open.sequence, { begun: () => undefined, acknowledged: () => { tally.acknowledged += 1; } });
    if (end.kind === 'broke') tally.violations.add(`«${end.step}» could not go on: ${end.problem}`);
  }
  const until = Date.now() + 30_000;
  const waiting = async (): Promise<readonly CaseView[]> => (await desk.views()).filter((view) => view.state !== 'completed');
  let left = await waiting();
  while (left.length > 0 && Date.now() < until) {
    await sleep(100);
    left = await waiting();
  }
  for (const view of left) tally.violations.add(`${view.caseNo}: never completed, it is ${view.state}`);
  tally.completed += known.size - left.length;
  for (const problem of await auditFolder(desk.dataDir, desk.key, { swept: false })) tally.violations.add(problem);
  await desk.close();
}
