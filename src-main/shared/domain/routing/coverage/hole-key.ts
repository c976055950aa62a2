import type { Hole } from './coverage.ts';

/** Says which hole it is: state, day, line of the form, kind of line, and a digest of its regions and hours, which are many. */
export function holeKey({ state, place, hours, date, lineKind, regions }: Omit<Hole, 'key'>): string {
  return `${state} ${date ?? 'week'} ${place.part}${place.id === undefined ? '' : ` ${place.id}`} ${lineKind} ${regions.length} ${digest(JSON.stringify([regions, hours]))}`;
}

/** FNV-1a twice over, with two starts: 64 bits keep the few holes of a form apart. */
function digest(text: string): string {
  let [low, high] = [0x811c9dc5, 0xcbf29ce4];
  for (let at = 0; at < text.length; at += 1) {
    low = Math.imul(low ^ text.charCodeAt(at), 0x01000193);
    high = Math.imul(high ^ text.charCodeAt(at), 0x01000193) ^ (low >>> 7);
  }
  return (high >>> 0).toString(16).padStart(8, '0') + (low >>> 0).toString(16).padStart(8, '0');
}
