/** How a decision comes to the clerk's PC. */
export const paths = ['desk', 'beside', 'token', 'remote'] as const;
export type Path = (typeof paths)[number];

/** Who decides, by what they have to do with the case. */
export const deciders = [
  'stranger', 'delegate', 'delegate-of-creator', 'creator', 'requester', 'last-editor', 'inactive', 'maker-clerk', 'other-clerk', 'auditor', 'admin',
] as const;
export type Decider = (typeof deciders)[number];

/** What happens between the request and the decision. */
export const editsBefore = [
  'none', 'name', 'credit-code', 'address', 'add-on', 'number', 'name-and-back', 'park-and-resume', 'decider-edits', 'decider-takes-over', 'withdraw', 'ask-again', 'name-and-ask-again', 'licence-removed', 'cancel', 'three-days',
] as const;
export type Before = (typeof editsBefore)[number];

/** What happens between the decision and its use. */
export const editsAfter = [
  'none', 'name', 'credit-code', 'address', 'add-on', 'number', 'name-and-back', 'park-and-resume', 'decider-edits', 'decider-takes-over', 'withdraw', 'ask-again', 'take-back', 'second-use', 'three-days',
] as const;
export type After = (typeof editsAfter)[number];

export type Plan = { readonly path: Path; readonly decider: Decider; readonly before: Before; readonly after: After };

/** What must come of a plan: said once, from the rules alone, without the product's code. */
export type Expected = { readonly decided: boolean; readonly signed: number };

const mayDecide: readonly Decider[] = ['stranger', 'delegate', 'delegate-of-creator'];
const harmless: readonly string[] = ['none', 'address', 'name-and-back', 'park-and-resume'];

export function expectedOf({ path, decider, before, after }: Plan): Expected {
  // While a request waits, plan and number are closed to change: the try is refused and the content stays.
  const closed = before === 'add-on' || before === 'number';
  const fresh = before !== 'three-days' || path === 'desk' || path === 'beside';
  // Another edited after them: they are not the last any more. The other PC and the carrier know only who was at the time of asking.
  const overtaken = decider === 'last-editor' && (before === 'address' || before === 'name-and-back') && path !== 'remote';
  const decided = (mayDecide.includes(decider) || overtaken) && fresh && (harmless.includes(before) || closed || before === 'three-days');
  if (!decided) return { decided, signed: 0 };
  if (after === 'second-use') return { decided, signed: 1 };
  // A decided request cannot be withdrawn: the try is refused, the approval stands.
  return { decided, signed: harmless.includes(after) || after === 'withdraw' ? 1 : 0 };
}

/** Every decider with every edit before, and whoever may decide with every edit after. Time is moved on in the last ones only. */
export function everyPlan(): readonly Plan[] {
  const all = paths.flatMap((path) => deciders.flatMap((decider): readonly Plan[] => [
    ...editsBefore.map((before): Plan => ({ path, decider, before, after: 'none' })),
    ...(mayDecide.includes(decider) ? editsAfter.filter((after) => after !== 'none').map((after): Plan => ({ path, decider, before: 'none', after })) : []),
  ]));
  const moved = (plan: Plan): boolean => plan.before === 'three-days' || plan.after === 'three-days';
  // A decision taken back is one of a desk; the carrier's clock is its own, so days pass there in the carrier's tests.
  const sensible = all.filter((plan) => (plan.after !== 'take-back' || plan.path === 'desk') && !(plan.path === 'remote' && moved(plan)));
  return [...sensible.filter((plan) => !moved(plan)), ...sensible.filter(moved)];
}
