import type { RoutingPlace } from '#domain/routing/routing-problem.ts';

/** The pages of the form. */
export const formTabs = ['phones', 'rules', 'menus', 'lists', 'try', 'map'] as const;
export type FormTab = (typeof formTabs)[number];

/** The id of the control that mends a place; the part's own control where no single field is meant. */
export function fieldIdOf({ part, id, field, index }: RoutingPlace): string {
  switch (part) {
    case 'destinations': return id ? `destinations-${id}-${field ?? 'number'}` : 'destinations';
    case 'groups': return id ? `groups-${id}-${field === 'shares' && index !== undefined ? `share-${index}` : field === 'shares' ? 'share-0' : (field ?? 'members')}` : 'groups';
    case 'rules': return id ? `rules-${id}-${field ?? 'from'}` : 'rules';
    case 'menus': return id ? (field === 'keys' ? `menus-${id}-key-${index ?? 0}` : `menus-${id}-${field ?? 'name'}`) : 'menus';
    case 'otherwise': return 'otherwise';
    case 'blackList': return 'blackList';
    case 'whiteList': return 'whiteList';
    case 'regions': return field === 'denied' ? 'deniedRegions' : 'allowedRegions';
    case 'features': return field ?? 'recording';
    case 'testCalls': return 'testCalls';
    case 'form': return 'groups';
  }
}

const lists = /^(?:blackList|whiteList|whiteListKind|deniedRegions|allowedRegions|allowOnly|password|passwordOn|concurrentCap|monthlyCap|ringBack|recording|recordingNotice)$/;

/** The page on which a control stands. */
export function tabOf(fieldId: string | null): FormTab {
  if (fieldId === null) return 'phones';
  if (/^(?:rules|otherwise)/.test(fieldId)) return 'rules';
  if (fieldId.startsWith('menus')) return 'menus';
  if (fieldId === 'testCalls') return 'try';
  if (fieldId === 'coverage') return 'map';
  return lists.test(fieldId) ? 'lists' : 'phones';
}
