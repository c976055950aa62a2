import type { RoutingPlace } from '#domain/routing/routing-problem.ts';

/** The two pages of the form. */
export type FormTab = 'phones' | 'times';

/** The id of the control that mends a place; the part's own control where no single field is meant. */
export function fieldIdOf({ part, id, field }: RoutingPlace): string {
  switch (part) {
    case 'destinations': return id ? `destinations-${id}-${field ?? 'number'}` : 'destinations';
    case 'groups': return id ? `groups-${id}-${field ?? 'members'}` : 'groups';
    case 'timeRules': return id ? `timeRules-${id}-${field ?? 'from'}` : 'timeRules';
    case 'default': return 'defaultGroupId';
    case 'blackList': return 'blackList';
    case 'whiteList': return 'whiteList';
    case 'busyForward': return 'busyForwardTo';
    case 'form': return 'groups';
  }
}

/** The page on which a control stands. */
export const tabOf = (fieldId: string | null): FormTab =>
  (fieldId !== null && /^(?:timeRules|defaultGroupId|blackList|whiteList|busyForwardTo|recording)/.test(fieldId) ? 'times' : 'phones');
