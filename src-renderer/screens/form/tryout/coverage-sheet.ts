import { coverageStates, HOURS } from '#domain/routing/coverage/coverage.ts';
import type { CoverageReport } from '#domain/routing/coverage/coverage-report.ts';
import { type Reach, reachWays } from '#domain/routing/coverage/reach-of.ts';
import { regionName } from '#domain/routing/region-names.ts';
import type { RegionTable } from '#domain/routing/region-table.ts';
import { minuteWords, weekdayWord } from '#domain/routing/words/time-words.ts';
import { coverageStateText, reachText, tryText } from '../../../text/routing-tryout.ts';
import type { Sheet } from './sheet-option.ts';

export type Cursor = { readonly row: number; readonly hour: number };
type Line = 'landline' | 'mobile';

/** Only where nobody answers the colour is full. */
const tokens = { rings: 'cover-rings', single: 'cover-single', voicemail: 'cover-voicemail', refused: 'cover-refused', announcement: 'cover-announcement', nobody: 'cover-nobody', notOpen: null } as const;
const ways = { first: 'reach-first', 'in-turn': 'reach-turn', 'after-others': 'reach-after', 'by-forward': 'reach-forward', 'by-key': 'reach-key', never: null } as const;

export const stateColours: readonly { readonly token: string | null; readonly word: string }[] = coverageStates.map((state) => ({ token: tokens[state], word: coverageStateText[state] }));
export const reachColours: readonly { readonly token: string | null; readonly word: string }[] = reachWays.map((way) => ({ token: ways[way], word: reachText[way] }));

const colour = (token: string | null): string | null => (token === null ? null : getComputedStyle(document.documentElement).getPropertyValue(`--${token}`).trim());

/** The colours of a table of tokens as the style sheet has them now. */
export const coloursIn = (table: typeof stateColours): readonly (string | null)[] => table.map(({ token }) => colour(token));

type Shown = { readonly report: CoverageReport; readonly reach: Reach | null; readonly line: Line; readonly cursor: Cursor; readonly regions: RegionTable };

/** The week as the chart shows it: states of the form, or the ways to one phone. */
export function weekSheet({ report, reach, line, cursor, regions, marks }: Shown & { readonly marks: Sheet['marks'] }): Sheet {
  return {
    rows: report.map.regions.map((region) => shortName(regionName(region, regions))), columns: HOURS, cells: reach === null ? report.map[line].states : reach[line], colours: coloursIn(reach === null ? stateColours : reachColours),
    cursor: { row: cursor.row, column: cursor.hour }, marks,
  };
}

const shortName = (name: string): string => name.replace('未知归属', '未知');

/** Each hole's number where it begins; two at one place stand one behind the other. */
export function holeMarks({ holes, map }: CoverageReport): Sheet['marks'] {
  const taken = new Map<string, number>();
  return holes.flatMap(({ regions, hours, date }, index) => {
    const [region] = regions;
    const row = map.regions.findIndex((key) => key === region);
    const column = Math.floor((hours[0]?.from ?? 0) / 60);
    if (date !== null || row < 0) return [];
    const before = taken.get(`${row} ${column}`) ?? 0;
    taken.set(`${row} ${column}`, before + 1);
    return [{ row, column: column + before * 4, number: index + 1 }];
  });
}

/** ← → an hour, ↑ ↓ a region, Home and End the edges of the week; null for other keys. */
export function cursorMoved({ row, hour }: Cursor, key: string, rows: number): Cursor | null {
  switch (key) {
    case 'ArrowLeft': return { row, hour: (hour + HOURS - 1) % HOURS };
    case 'ArrowRight': return { row, hour: (hour + 1) % HOURS };
    case 'ArrowUp': return { row: (row + rows - 1) % rows, hour };
    case 'ArrowDown': return { row: (row + 1) % rows, hour };
    case 'Home': return { row, hour: 0 };
    case 'End': return { row, hour: HOURS - 1 };
    default: return null;
  }
}

/** 天津 固话, 周二 10:00—11:00：有人接. */
export function cursorText({ report, reach, line, cursor: { row, hour }, regions }: Shown): string {
  const region = report.map.regions[row] ?? 'unknown';
  const at = row * HOURS + hour;
  const minute = (hour % 24) * 60;
  const state = reach === null ? coverageStateText[coverageStates[report.map[line].states[at] ?? 0] ?? 'nobody'] : reachText[reachWays[reach[line][at] ?? 0] ?? 'never'];
  const mixed = reach === null && report.map[line].mixed[at] === 1 ? tryText.cursorMixed : '';
  return `${regionName(region, regions)} ${tryText.lines[line]}　${weekdayWord(Math.floor(hour / 24) + 1)} ${minuteWords(minute)}—${minuteWords(minute + 60)}：${state}${mixed}`;
}
