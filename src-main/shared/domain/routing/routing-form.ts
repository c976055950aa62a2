/** A phone that answers (目的码): whose it is and what proves that. */
export type Destination = {
  readonly id: string;
  readonly number: string;
  readonly ownerName: string;
  readonly ownerKind: 'unit' | 'legal-person' | 'employee' | 'related-unit';
  readonly proof: 'bill' | 'contract' | 'letter' | 'none';
  /** `yyyy-mm` of the bill, or empty. */
  readonly proofMonth: string;
  readonly ownerIdNumber?: string;
};

/** How a group shares its calls: 顺序, 队列, 随机; the behaviour decides, see `strategyBehaviour`. */
export type Strategy = 'roundRobin' | 'priority' | 'random';

/** Phones that ring for the same calls, in their order. */
export type Group = {
  readonly id: string;
  readonly name: string;
  readonly strategy: Strategy;
  readonly destinationIds: readonly string[];
};

/** Calls inside a weekly window go to a group. */
export type TimeRule = {
  readonly id: string;
  readonly name: string;
  /** ISO weekdays on which the window starts, Monday 1 … Sunday 7. */
  readonly weekdays: readonly number[];
  readonly from: string;
  readonly to: string;
  readonly groupId: string;
};

/** A caller's number, the beginning of one, or an area code. */
export type ListEntry = { readonly kind: 'number' | 'prefix' | 'area-code'; readonly pattern: string };

/** The acceptance form's routing (受理单), as typed: its parts cite each other by id. */
export type RoutingForm = {
  readonly destinations: readonly Destination[];
  readonly groups: readonly Group[];
  readonly timeRules: readonly TimeRule[];
  /** A group's id, or `announcement` or `voicemail`; empty until chosen. */
  readonly defaultGroupId: string;
  readonly blackList: readonly ListEntry[];
  readonly whiteList: readonly ListEntry[];
  /** only: nobody else gets through; priority: the others wait behind. An empty list is not in force. */
  readonly whiteListKind: 'only' | 'priority';
  /** Destination that takes over on busy or no answer. */
  readonly busyForwardTo?: string;
  readonly recording: boolean;
};

/** Where calls end that reach no phone. */
export const callEnds = ['announcement', 'voicemail'] as const;

/** A form that nobody touched. */
export const emptyForm: RoutingForm = {
  destinations: [], groups: [], timeRules: [], defaultGroupId: '', blackList: [], whiteList: [], whiteListKind: 'only', recording: false,
};

/** True once anything was put into the form. */
export function hasStarted(form: RoutingForm): boolean {
  const lists = [form.destinations, form.groups, form.timeRules, form.blackList, form.whiteList];
  return lists.some((list) => list.length > 0) || form.defaultGroupId !== '' || form.recording;
}
