import { createStore, type StoreApi } from 'zustand';
import type { CaseView } from '#contract/cases.ts';
import type { Failure } from '#contract/failures.ts';
import type { PreparedPaper } from '#contract/papers.ts';
import type { Bridge } from '../../../bridge/bridge.ts';
import type { SignedKind } from '../../../text/papers.ts';
import type { Stroke } from '../../strokes.ts';

export type SigningDeskState = {
  readonly prepared: PreparedPaper | null;
  readonly failure: Failure | null;
  /** The content changed under what was already ticked or written: it was prepared anew and starts from the top. */
  readonly changed: boolean;
  readonly read: readonly string[];
  /** Place of the item to read out next; -1 when all are read. */
  readonly readAt: number;
  readonly strokes: readonly Stroke[];
  readonly signingSince: number | null;
  /** The case as it stood when this was last asked for. */
  readonly preparedFor: string | null;
  readonly prepare: () => Promise<void>;
  /** Prepares when the case stands differently from the last time. */
  readonly follow: (stand: string) => Promise<void>;
  readonly tick: (id: string) => void;
  readonly tickNext: () => void;
  readonly stand: (index: number) => void;
  readonly write: (strokes: readonly Stroke[]) => void;
  readonly sign: () => Promise<void>;
  readonly byHand: (allow: boolean) => Promise<void>;
};

type Set = (patch: Partial<SigningDeskState>) => void;
type Get = () => SigningDeskState;
type Asked = { readonly bridge: Bridge; readonly caseId: string; readonly kind: SignedKind; readonly apply: (view: CaseView) => void };

const fresh = { read: [], readAt: 0, strokes: [] } as const;

/** One paper on its way to the signature: prepared, read out item by item, written, sealed. Everything is bound to what was shown. */
export const makeSigningDesk = (asked: Asked): StoreApi<SigningDeskState> => createStore((set, get) => ({
  prepared: null, failure: null, changed: false, ...fresh, signingSince: null, preparedFor: null,
  prepare: () => prepare(asked, set, get),
  follow: async (stand) => {
    if (get().preparedFor === stand) return;
    set({ preparedFor: stand });
    await prepare(asked, set, get);
  },
  tick: (id) => {
    const { read, prepared } = get();
    const items = prepared?.readOut ?? [];
    if (read.includes(id)) return set({ read: read.filter((one) => one !== id), readAt: items.findIndex((item) => item.id === id), strokes: [] });
    const now = [...read, id];
    return set({ read: now, readAt: nextUnread(items, now, items.findIndex((item) => item.id === id)), changed: false });
  },
  tickNext: () => {
    const { prepared, read, readAt } = get();
    const item = prepared?.readOut[readAt];
    if (item && !read.includes(item.id)) get().tick(item.id);
  },
  stand: (index) => set({ readAt: index }),
  write: (strokes) => set({ strokes }),
  sign: () => sign(asked, set, get),
  byHand: async (allow) => {
    const answer = await asked.bridge.invoke('papers/by-hand', { caseId: asked.caseId, kind: asked.kind, allow });
    if (answer.ok) asked.apply(answer.value);
    else set({ failure: answer.error });
  },
}));

async function prepare({ bridge, caseId, kind }: Asked, set: Set, get: Get): Promise<void> {
  const answer = await bridge.invoke('papers/prepare', { caseId, kind });
  const { prepared, read, strokes } = get();
  if (!answer.ok) return set({ prepared: null, failure: answer.error, ...fresh });
  // The same words under the same digest: what was ticked and written still stands for them.
  if (prepared && sameContent(prepared, answer.value)) return set({ failure: null });
  return set({ prepared: answer.value, failure: null, changed: read.length > 0 || strokes.length > 0, ...fresh });
}

async function sign(asked: Asked, set: Set, get: Get): Promise<void> {
  const { prepared, read, strokes, signingSince } = get();
  if (!prepared || signingSince !== null) return;
  set({ signingSince: Date.now(), failure: null });
  const answer = await asked.bridge.invoke('papers/sign', {
    caseId: asked.caseId, kind: asked.kind, contentDigest: prepared.contentDigest, readItemIds: [...read], strokes: strokes.map((stroke) => stroke.map((point) => ({ ...point }))),
  });
  set({ signingSince: null });
  if (answer.ok) return asked.apply(answer.value);
  if (answer.error.code !== 'content-changed' && answer.error.code !== 'not-read-out') return set({ failure: answer.error });
  set({ prepared: null });
  await prepare(asked, set, get);
  return set({ changed: true });
}

const sameContent = (one: PreparedPaper, other: PreparedPaper): boolean =>
  one.contentDigest === other.contentDigest && JSON.stringify([one.answers, one.readOut]) === JSON.stringify([other.answers, other.readOut]);

/** The first unread item after `from`, else from the top; -1 when none is left. */
function nextUnread(items: PreparedPaper['readOut'], read: readonly string[], from: number): number {
  const later = items.findIndex((item, index) => index > from && !read.includes(item.id));
  return later >= 0 ? later : items.findIndex((item) => !read.includes(item.id));
}
