import type { FormListEntry } from '#domain/agreement/form-paper.ts';
import { formatPhone, parsePhone } from '#domain/applicant/phone.ts';
import type { ListEntry, RoutingForm } from '#domain/routing/routing-form.ts';

const SORTS = { number: '号码', prefix: '字头', 'area-code': '区号' } as const;

/** Black list first, as calls are checked. */
export function formLists({ blackList, whiteList, whiteListKind }: RoutingForm): readonly FormListEntry[] {
  const allowed = whiteListKind === 'only' ? '可以打进' : '优先接入';
  return [...blackList.map((entry) => rowOf('黑名单', entry, '播“暂时无法接通”，不转接')), ...whiteList.map((entry) => rowOf('白名单', entry, allowed))];
}

function rowOf(list: string, entry: ListEntry, handling: string): FormListEntry {
  const parsed = entry.kind === 'number' ? parsePhone(entry.pattern) : null;
  return { list, sort: SORTS[entry.kind], content: parsed?.ok ? formatPhone(parsed.value) : entry.pattern.trim(), window: '全天', handling };
}

/** What the lists leave of the country, in one line. */
export function listsNote({ blackList, whiteList, whiteListKind }: RoutingForm): string {
  if (whiteList.length > 0 && whiteListKind === 'only') return '只有白名单的来电可以打进';
  if (blackList.some(({ kind }) => kind === 'area-code')) return '黑名单里区号的来电不接，其他地区都接';
  return blackList.length > 0 ? '没有地区阻截；黑名单以外，全国来电都接' : '没有地区阻截，全国来电都接';
}
