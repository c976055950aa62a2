import { createHash } from 'node:crypto';
import type { FormListEntry } from '#domain/agreement/form-paper.ts';
import { formatPhone, parsePhone } from '#domain/applicant/phone.ts';
import type { RegionTable } from '#domain/routing/region-table.ts';
import type { ListEntry, RoutingForm } from '#domain/routing/routing-form.ts';
import { regionsWords } from '#domain/routing/words/caller-words.ts';
import { clockWords } from '#domain/routing/words/time-words.ts';

const SORTS = { number: '号码', prefix: '字头', 'area-code': '区号' } as const;

/** Longer lists are printed by their first entries, their count and the digest of all of them. */
const PRINTED = 40;

/** Black list first, as calls are checked. */
export function formLists({ blackList, whiteList, whiteListKind }: RoutingForm): readonly FormListEntry[] {
  const allowed = whiteListKind === 'only' ? '可以打进' : '优先接入';
  return [...rowsOf('黑名单', blackList, '播“暂时无法接通”，不转接'), ...rowsOf('白名单', whiteList, allowed)];
}

function rowsOf(list: string, entries: readonly ListEntry[], handling: string): readonly FormListEntry[] {
  const rows = entries.slice(0, PRINTED).map((entry) => rowOf(list, entry, handling));
  if (entries.length <= PRINTED) return rows;
  return [...rows, { list, sort: '其余', content: `${entries.length - PRINTED}条`, window: '', handling: `全部${entries.length}条，校验码${listDigest(entries)}` }];
}

/** The first 16 digits of SHA-256 over the list as it goes to the carrier: one entry changed gives another. */
const listDigest = (entries: readonly ListEntry[]): string => createHash('sha256').update(JSON.stringify(entries)).digest('hex').slice(0, 16).toUpperCase();

function rowOf(list: string, entry: ListEntry, handling: string): FormListEntry {
  const parsed = entry.kind === 'number' ? parsePhone(entry.pattern) : null;
  const window = entry.from && entry.to ? `每天${clockWords({ from: entry.from, to: entry.to })}` : '全天';
  return { list, sort: SORTS[entry.kind], content: parsed?.ok ? formatPhone(parsed.value) : entry.pattern.trim(), window, handling };
}

/** What lists and region blocking leave of the country, in one line. */
export function listsNote({ blackList, whiteList, whiteListKind, deniedRegions, allowOnly, allowedRegions }: RoutingForm, regions: RegionTable): string {
  const notes = [
    whiteList.length > 0 && whiteListKind === 'only' ? '只有白名单的来电可以打进' : '',
    deniedRegions.length > 0 ? `不接${regionsWords(deniedRegions, regions)}` : '', allowOnly ? `只接${regionsWords(allowedRegions, regions) || '（没有填）'}` : '',
  ].filter((note) => note !== '');
  if (notes.length > 0) return notes.join('；');
  if (blackList.some(({ kind }) => kind === 'area-code')) return '黑名单里区号的来电不接，其他地区都接';
  return blackList.length > 0 ? '没有地区阻截；黑名单以外，全国来电都接' : '没有地区阻截，全国来电都接';
}
