import type { Failure } from '#contract/failures.ts';
import type { CustomerScene } from '#contract/shortlist.ts';
import { ok, type Result } from '#domain/result.ts';
import type { TestCallSetup } from '#domain/routing/test-calls/run-test-call.ts';
import type { ConsoleContext } from '../console-context.ts';
import { readHall } from '../hall/policy.ts';
import { planScene } from './plan-scene.ts';
import { trialScene } from './trial-scene.ts';
import { viewShortlist } from './view-shortlist.ts';

const closed: CustomerScene = { kind: 'closed' };

/** What to show: the numbers with one lit; or the plans side by side with one lit; or a call on its way through the form. */
type Wanted = { readonly lit: string | null; readonly plan?: string | undefined; readonly trial?: TestCallSetup | undefined };

/** What the customer sees at the second window. Numbers, the way of calls and the hall's name only: no name, no document, no amount that was paid. */
export type CustomerDesk = {
  readonly show: (caseId: string, wanted: Wanted) => Promise<Result<CustomerScene, Failure>>;
  readonly close: () => CustomerScene;
  readonly scene: () => CustomerScene;
  readonly isShown: (caseId: string, kind?: CustomerScene['kind']) => boolean;
  /** The case's list may have changed: what stands on the window follows. */
  readonly refresh: (caseId: string) => Promise<void>;
};

/** One customer's window per console; a restart shows nothing until the clerk asks. */
export function makeCustomerDesk(context: ConsoleContext): CustomerDesk {
  let shown: { readonly caseId: string; readonly wanted: Wanted; readonly scene: CustomerScene } | null = null;
  // Scenes are made while the clerk goes on: only the last one asked for may be shown, and none after a close.
  let turn = 0;
  const show = async (caseId: string, wanted: Wanted): Promise<Result<CustomerScene, Failure>> => {
    const mine = (turn += 1);
    const scene = await sceneOf(context, caseId, wanted);
    if (!scene.ok) return scene;
    if (mine !== turn) return ok(shown?.scene ?? closed);
    shown = { caseId, wanted, scene: scene.value };
    context.customerWindow.show(scene.value);
    return scene;
  };
  return {
    show,
    close: () => {
      turn += 1;
      if (shown !== null) context.customerWindow.close();
      shown = null;
      return closed;
    },
    scene: () => shown?.scene ?? closed,
    isShown: (caseId, kind) => shown?.caseId === caseId && (kind === undefined || shown.scene.kind === kind),
    refresh: async (caseId) => {
      if (shown?.caseId === caseId && !context.closing()) await show(caseId, shown.wanted);
    },
  };
}

function sceneOf(context: ConsoleContext, caseId: string, { lit, plan, trial }: Wanted): Promise<Result<CustomerScene, Failure>> | Result<CustomerScene, Failure> {
  if (trial !== undefined) return trialScene(context, caseId, trial);
  return plan === undefined ? listScene(context, caseId, lit) : planScene(context, caseId, plan);
}

async function listScene(context: ConsoleContext, caseId: string, lit: string | null): Promise<Result<CustomerScene, Failure>> {
  const listed = await viewShortlist(context, caseId);
  if (!listed.ok) return listed;
  const { items } = listed.value;
  return ok({ kind: 'shortlist', hallName: readHall(context).name, items, lit: items.some(({ hit }) => hit.digits === lit) ? lit : null });
}
