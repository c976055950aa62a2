import { setTimeout as sleep } from 'node:timers/promises';
import { ordinarySteps } from '../../support/ordinary-case.ts';
import { auditCarrier, auditSold } from './audit-carrier.ts';
import { auditFolder } from './audit-folder.ts';
import type { CaseTask } from './campaign-step.ts';
import { compareCase } from './compare-case.ts';
import { compareHall } from './compare-hall.ts';
import type { Desk } from './desk.ts';
import type { Hall } from './hall.ts';
import type { CampaignOptions } from './run-campaign.ts';
import type { CaseStanding, HallStanding, Standing } from './standing.ts';
import { stepsOf } from './steps-of-case.ts';
import { complain, type Tally } from './tally.ts';
import { createStep, remainingSteps } from './work-on-case.ts';

/** A case with what was acknowledged of it last; `isOver` when everything was done for it. */
type Known = { standing: Standing; readonly task: CaseTask; isOver: boolean };
type Folder = { readonly options: CampaignOptions; readonly hall: Hall; readonly tally: Tally; readonly known: Map<string, Known>; state: HallStanding | null };

export async function runFolder(options: CampaignOptions, hall: Hall, tally: Tally, path: string, kills: number): Promise<number> {
  const folder: Folder = { options, hall, tally, known: new Map(), state: null };
  let desk = await hall.open(path);
  for (let run = 1; run <= kills; run += 1) {
    await bringNearlyDoneToEnd(folder, desk);
    const { task, known } = nextTask(folder);
    const strike = await workUntilKilled(folder, desk, task, known);
    await hall.isUp();
    desk = await hall.open(path);
    await readBack(folder, desk, strike, task);
    tally.killedAt.set(strike ?? 'between', (tally.killedAt.get(strike ?? 'between') ?? 0) + 1);
    options.onRun?.(`run ${run}: ${task.kind} ${task.sequence} killed in ${strike ?? 'no step'}; ${tally.acknowledged} acknowledged, ${tally.violations.size} violations`);
    if (options.stopAtFirst && tally.violations.size > 0) {
      await desk.kill();
      return run;
    }
  }
  await finish(folder, desk);
  tally.cases += folder.known.size;
  for (const { standing } of folder.known.values()) tally.leased += standing.happened['number-leased'] ?? 0;
  return kills;
}

const unfinished = ({ known }: Folder): Known | null => Array.from(known.values()).find(({ isOver }) => !isOver) ?? null;

function nextTask(folder: Folder): { readonly task: CaseTask; readonly known: Known | null } {
  const { tally, options: { kinds } } = folder;
  const known = unfinished(folder);
  if (known !== null) return { task: known.task, known };
  tally.sequence += 1;
  return { task: { sequence: tally.sequence, kind: kinds[tally.sequence % kinds.length] ?? 'ordinary' }, known };
}

/** Every kill halves what is left of a case: its last steps would take most of the kills. */
async function bringNearlyDoneToEnd(folder: Folder, desk: Desk): Promise<void> {
  const { hall, options: { random } } = folder;
  const open = unfinished(folder);
  if (open !== null && remainingSteps(open.standing, open.task, await hall.isUp()).length < 8 && random() < 0.5) await bringToEnd(folder, desk, open);
}

async function bringToEnd(folder: Folder, desk: Desk, { standing: { view, token }, task }: Known): Promise<void> {
  const { hall } = folder;
  const end = await desk.work({ caseId: view.caseId, task, isUp: await hall.isUp(), token }, { begun: () => undefined, line: hall.line, acknowledged: (_step, now) => acknowledge(folder, now, task) });
  settleEnd(folder, end, task, true);
}

const everyday = new Set(ordinarySteps.map(({ name }) => name));

/** A random step; every second time one that is not part of every case, where there is one. */
function chooseStep(steps: readonly string[], random: () => number): string {
  const rare = steps.filter((name) => !everyday.has(name) && name !== createStep);
  const among = random() < 0.5 && rare.length > 0 ? rare : steps;
  return among[Math.floor(random() * among.length)] ?? '';
}

/** Lets the desk work and strikes at a random moment of a random step; answers the step under way, if one was. */
async function workUntilKilled(folder: Folder, desk: Desk, task: CaseTask, known: Known | null): Promise<string | null> {
  const { tally, hall, options: { random } } = folder;
  const isUp = await hall.isUp();
  const target = chooseStep(remainingSteps(known?.standing ?? null, task, isUp), random);
  const share = random();
  let underWay: string | null = null;
  let begunAt = 0;
  let struck: Promise<void> | null = null;
  const strike = (): void => { struck ??= desk.kill(); };
  const end = await desk.work({ caseId: known?.standing.view.caseId ?? null, task, isUp, token: known?.standing.token ?? null }, {
    line: hall.line,
    begun: (step) => {
      underWay = step;
      begunAt = performance.now();
      if (step === target) setTimeout(strike, share * 1.6 * (tally.lasts.get(step) ?? 25));
    },
    acknowledged: (step, now) => {
      underWay = null;
      tally.lasts.set(step, 0.5 * (tally.lasts.get(step) ?? 0) + 0.5 * (performance.now() - begunAt));
      acknowledge(folder, now, task);
    },
  });
  settleEnd(folder, end, task, struck === null);
  strike();
  await struck;
  if (underWay !== null) tally.killedInStep += 1;
  return underWay;
}

function acknowledge(folder: Folder, now: Standing, task: CaseTask): void {
  const { tally, known } = folder;
  tally.acknowledged += 1;
  folder.state = now.hall;
  const before = known.get(now.view.caseId)?.standing.token ?? null;
  if (before !== null && now.token !== before) tally.violations.add(`${now.view.caseNo}: one request was signed twice`);
  known.set(now.view.caseId, { standing: now, task, isOver: false });
}

function settleEnd({ tally, known }: Folder, end: Awaited<ReturnType<Desk['work']>>, task: CaseTask, isOwn: boolean): void {
  if (end.kind === 'broke' && isOwn) tally.violations.add(`«${end.step}» of a ${task.kind} case could not go on: ${end.problem}`);
  if (end.kind === 'done') for (const one of known.values()) if (one.task.sequence === task.sequence) one.isOver = true;
}

async function readBack(folder: Folder, desk: Desk, underWay: string | null, task: CaseTask): Promise<void> {
  const { tally, known, hall } = folder;
  complain(tally, await auditFolder(desk.dataDir, desk.key, { swept: true }));
  const now = await desk.read();
  const facet = underWay === null ? null : stepsOf(task).find(({ name }) => name === underWay)?.facet ?? null;
  if (folder.state !== null) complain(tally, compareHall(folder.state, facet, now.hall));
  folder.state = now.hall;
  const cases = new Map(now.cases.map((one) => [one.view.caseId, one]));
  for (const [caseId, { standing, task: own }] of known) {
    const found = cases.get(caseId);
    if (found === undefined) complain(tally, [`${standing.view.caseNo}: an acknowledged case is gone`]);
    // What is under way belongs to the case that was being worked on; at the others nothing may change.
    else complain(tally, compareCase(standing, own.sequence === task.sequence ? underWay : null, standingOf(found, now.hall, standing.token), own));
  }
  for (const [caseId, found] of cases) {
    const before = known.get(caseId);
    if (before === undefined && underWay !== createStep) complain(tally, [`${found.view.caseNo}: a case that nobody made`]);
    known.set(caseId, { standing: standingOf(found, now.hall, before?.standing.token ?? null), task: before?.task ?? task, isOver: before?.isOver ?? false });
  }
  if (await hall.isUp()) complain(tally, await auditCarrier(hall.carrier, desk.dataDir, desk.key));
}

const standingOf = (found: CaseStanding, hall: HallStanding, token: string | null): Standing => ({ ...found, hall, token });

/** After the last kill the open case is brought to its end, and every case that was handed over is completed by the carrier. */
async function finish(folder: Folder, desk: Desk): Promise<void> {
  const { tally, known, hall } = folder;
  const open = unfinished(folder);
  if (open !== null) await bringToEnd(folder, desk, open);
  await hall.line(true);
  const until = Date.now() + 60_000;
  const waiting = async (): Promise<readonly CaseStanding[]> => (await desk.read()).cases.filter(({ view }) => view.state !== 'completed');
  let left = await waiting();
  while (left.length > 0 && Date.now() < until) {
    await sleep(200);
    left = await waiting();
  }
  for (const { view } of left) tally.violations.add(`${view.caseNo}: never completed, it is ${view.state}`);
  tally.completed += known.size - left.length;
  complain(tally, await auditFolder(desk.dataDir, desk.key, { swept: false }));
  complain(tally, await auditCarrier(hall.carrier, desk.dataDir, desk.key));
  const sold = (await desk.read()).cases.flatMap(({ view }) => (view.state === 'completed' && view.number !== null ? [view.number.digits] : []));
  complain(tally, await auditSold(hall.carrier, sold));
  await desk.close();
}
