import type { CustomerDraft } from '#domain/applicant/customer.ts';

type Patch = Partial<CustomerDraft>;

/** Fields typed here: not sent yet, or sent and still shown as typed until the field is left. */
export type Edits = {
  readonly put: <F extends keyof CustomerDraft>(field: F, value: CustomerDraft[F]) => void;
  /** What must be sent now; it counts as sent from here on. */
  readonly take: () => Patch;
  readonly acknowledge: (patch: Patch) => void;
  /** The save failed: the fields are unsent again, unless typed anew meanwhile. */
  readonly giveBack: (patch: Patch) => void;
  /** The field was left: from now on main's value is shown (it may be masked), if main has it. */
  readonly release: (field: keyof CustomerDraft) => void;
  readonly shown: () => Patch;
};

export function makeEdits(): Edits {
  let unsent: Patch = {};
  let shown: Patch = {};
  const left = new Set<string>();
  const drop = (field: keyof CustomerDraft): void => {
    const { [field]: _gone, ...rest } = shown;
    shown = rest;
  };
  return {
    put: (field, value) => {
      left.delete(field);
      unsent = { ...unsent, [field]: value };
      shown = { ...shown, [field]: value };
    },
    take: () => {
      const patch = unsent;
      unsent = {};
      return patch;
    },
    acknowledge: (patch) => {
      for (const field of Object.keys(patch) as (keyof CustomerDraft)[]) if (left.has(field) && !(field in unsent)) drop(field);
    },
    giveBack: (patch) => { unsent = { ...patch, ...unsent }; },
    release: (field) => {
      left.add(field);
      if (!(field in unsent)) drop(field);
    },
    shown: () => shown,
  };
}
