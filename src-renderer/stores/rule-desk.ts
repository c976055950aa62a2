import { createContext, useContext } from 'react';
import { createStore, type StoreApi } from 'zustand';
import type { Failure } from '#contract/failures.ts';
import type { RuleDraft, RulePreview, RuleTableView, RuleTrial } from '#contract/rules.ts';
import { assert } from '#domain/assert.ts';
import { type RuleProblem, ruleProblems } from '#domain/number/grade/rule-problems.ts';
import type { Bridge } from '../bridge/bridge.ts';

export type DraftRule = RuleDraft['rules'][number];

/** Why a draft is published, as typed so far. */
export type PublishForm = { readonly note: string; readonly confirmed: boolean };

const emptyForm: PublishForm = { note: '', confirmed: false };

/** The hall's rule table being edited: nothing counts before it is published. It lives above the screen, so that looking elsewhere loses nothing. */
export type RuleDesk = {
  readonly table: RuleTableView | null;
  readonly draft: RuleDraft | null;
  readonly changed: boolean;
  /** What the draft's own words show, at every stroke; what only counting shows comes with the preview. */
  readonly problems: readonly RuleProblem[];
  readonly failure: Failure | null;
  readonly digits: string;
  readonly trial: RuleTrial | null;
  readonly preview: RulePreview | null;
  readonly busy: boolean;
  readonly form: PublishForm;
  readonly write: (form: PublishForm) => void;
  /** Reads the table in force; a draft that was begun stays as it is. */
  readonly start: () => Promise<void>;
  readonly edit: (patch: Partial<RuleDraft>) => void;
  readonly editRule: (index: number, rule: DraftRule) => void;
  readonly moveRule: (index: number, step: -1 | 1) => void;
  readonly removeRule: (index: number) => void;
  readonly addRule: () => void;
  /** Gives the draft up for the table that is in force now. */
  readonly reset: () => Promise<void>;
  readonly tryNumber: (digits: string) => Promise<void>;
  readonly look: () => Promise<void>;
  readonly publish: () => Promise<boolean>;
};

export const isSound = ({ problems }: Pick<RuleDesk, 'problems'>): boolean => !problems.some(({ severity }) => severity === 'error');

/** The draft as it is checked and sent: without the blanks that typing leaves. */
function trimmed(draft: RuleDraft): RuleDraft {
  return { ...draft, rules: draft.rules.map((rule) => ({ ...rule, name: rule.name.trim(), ...(rule.kind === 'list' ? { entries: rule.entries.filter((entry) => entry !== '') } : {}) })) };
}

const draftOf = ({ rules, grades }: RuleTableView): RuleDraft => ({ rules: rules.rules, downgrades: rules.downgrades, heads: rules.heads, grades: grades.grades });

export function makeRuleDesk(bridge: Bridge): StoreApi<RuleDesk> {
  return createStore((set, get) => {
    const take = (table: RuleTableView): void => set({ table, draft: draftOf(table), changed: false, problems: ruleProblems(draftOf(table), table.segments), preview: null, failure: null, form: emptyForm });
    const read = async (): Promise<void> => {
      const answer = await bridge.invoke('rules/read', undefined);
      if (answer.ok) take(answer.value); else set({ failure: answer.error });
    };
    const put = (draft: RuleDraft): void => {
      const { table, digits } = get();
      set({
        draft, preview: null, failure: null, problems: ruleProblems(trimmed(draft), table?.segments ?? []),
        changed: table !== null && JSON.stringify(trimmed(draft)) !== JSON.stringify(draftOf(table)),
      });
      if (digits !== '') void get().tryNumber(digits);
    };
    const rules = (): readonly DraftRule[] => get().draft?.rules ?? [];
    const edit = (patch: Partial<RuleDraft>): void => { const { draft } = get(); if (draft) put({ ...draft, ...patch }); };
    return {
      table: null, draft: null, changed: false, problems: [], failure: null, digits: '', trial: null, preview: null, busy: false, form: emptyForm,
      start: async () => { if (!get().changed) await read(); },
      write: (form) => set({ form }),
      edit,
      editRule: (index, rule) => edit({ rules: rules().map((one, at) => (at === index ? rule : one)) }),
      moveRule: (index, step) => edit({ rules: swapped(rules(), index, index + step) }),
      removeRule: (index) => edit({ rules: rules().filter((_, at) => at !== index) }),
      addRule: () => edit({ rules: [...rules(), { id: freeId(rules()), name: '新规则', grade: 6, enabled: false, anchor: 'tail', kind: 'shape', shape: 'AABA', digits: '0123456789' }] }),
      reset: read,
      tryNumber: async (digits) => {
        set({ digits, ...(digits.length === 10 ? {} : { trial: null }) });
        const { draft } = get();
        if (draft === null || !/^400\d{7}$/.test(digits)) return;
        if (!isSound(get())) { set({ trial: null }); return; }
        const answer = await bridge.invoke('rules/try', { draft: trimmed(draft), digits });
        if (get().draft !== draft || get().digits !== digits) return;
        set(answer.ok ? { trial: answer.value, failure: null } : { trial: null, failure: answer.error });
      },
      look: async () => {
        const { draft } = get();
        if (draft === null || !isSound(get())) return;
        set({ busy: true });
        const answer = await bridge.invoke('rules/preview', { draft: trimmed(draft) });
        set({ busy: false });
        if (get().draft === draft) set(answer.ok ? { preview: answer.value, failure: null } : { failure: answer.error });
      },
      publish: async () => {
        const { draft, table, form } = get();
        if (draft === null || table === null || !isSound(get())) return false;
        set({ busy: true });
        const answer = await bridge.invoke('rules/publish', { draft: trimmed(draft), basedOn: table.version, note: form.note.trim(), confirmed: form.confirmed });
        set({ busy: false });
        if (answer.ok) take(answer.value); else set({ failure: answer.error });
        return answer.ok;
      },
    };
  });
}

function swapped<T>(list: readonly T[], from: number, to: number): readonly T[] {
  const [a, b] = [list[from], list[to]];
  return a === undefined || b === undefined ? list : list.map((one, at) => (at === from ? b : at === to ? a : one));
}

function freeId(rules: readonly DraftRule[]): string {
  let number = 1;
  while (rules.some(({ id }) => id === `OWN-${number}`)) number += 1;
  return `OWN-${number}`;
}

export const RuleDeskContext = createContext<StoreApi<RuleDesk> | null>(null);

export function useRuleDeskStore(): StoreApi<RuleDesk> {
  const store = useContext(RuleDeskContext);
  assert(store, 'useRuleDesk: no rule desk above this screen');
  return store;
}
