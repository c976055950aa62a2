import { type Destination, emptyForm, type Group, type RoutingForm, type Rule } from './routing-form.ts';

/** The form as cases of the first releases stored it: rules by time only, one phone that takes over on busy or no answer. */
type FirstForm = {
  readonly timeRules?: readonly { readonly id: string; readonly name: string; readonly weekdays: readonly number[]; readonly from: string; readonly to: string; readonly groupId: string }[];
  readonly defaultGroupId?: string;
  readonly busyForwardTo?: string;
};
type Stored = Partial<RoutingForm> & FirstForm;

/** The group that a first form's takeover phone becomes; no first form had a group of this id. */
const TAKE_OVER = 'busyForward';

/** A stored form in today's shape; what an older release did not ask stands as on an untouched form. */
export function readForm(stored: unknown): RoutingForm {
  const { timeRules, defaultGroupId, busyForwardTo, ...form } = stored as Stored;
  const groups = (form.groups ?? []).map((group): Group => ({ ...group, shares: group.shares ?? [], onBusy: group.onBusy ?? takeOver(busyForwardTo), onNoAnswer: group.onNoAnswer ?? takeOver(busyForwardTo) }));
  return {
    ...emptyForm, ...form,
    destinations: (form.destinations ?? []).map((destination): Destination => ({ ...destination, terminal: destination.terminal ?? 'phone', capacity: destination.capacity ?? 1 })),
    groups: busyForwardTo === undefined ? groups : [...groups, { id: TAKE_OVER, name: '遇忙转移', strategy: 'priority', destinationIds: [busyForwardTo], shares: [], onBusy: '', onNoAnswer: '' }],
    rules: form.rules ?? (timeRules ?? []).map(({ groupId, ...rule }): Rule => ({ ...rule, days: 'weekdays', dates: [], regions: [], lineKind: 'any', goal: groupId })),
    otherwise: form.otherwise ?? defaultGroupId ?? '',
  };
}

const takeOver = (phone: string | undefined): string => (phone === undefined ? '' : TAKE_OVER);
