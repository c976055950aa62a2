import Database from 'better-sqlite3';
import { assert, unreachable } from '#domain/assert.ts';
import type { FourDigits } from '#domain/number/query/four-digits.ts';
import type { NumberQuery, PatternPlace, QueryTerm } from '#domain/number/query/number-query.ts';
import { GRADES, type Grade } from '#domain/number/grade/number-rules.ts';
import { masksOfPattern, masksOfRun } from '#domain/number/query/query-mask.ts';
import type { Row } from '../main/pool/naive-search.ts';
import type { SearchPage } from '../../src-main/pool/search/search-index.ts';

/** The same pool in a database, asked by GLOB where GLOB can say it and by digit columns where it cannot. */
export type GlobSearch = (query: NumberQuery, page: SearchPage) => { readonly total: number; readonly perGrade: readonly (readonly [Grade, number])[]; readonly page: readonly string[] };

/**
 * All in memory, clustered by rank so that a ranked page stops as soon as it is full, with covering indexes on the digits and on the
 * digits backwards; the digits also as columns. That is the best that plain SQL was found to do.
 */
export function sqliteGlob(rows: readonly (Row & { readonly free: boolean })[]): GlobSearch {
  const db = new Database(':memory:');
  db.exec(`PRAGMA cache_size = -1000000;
    CREATE TABLE n(rank INTEGER PRIMARY KEY, seven TEXT NOT NULL, back TEXT NOT NULL, grade INT NOT NULL, free INT NOT NULL, looks INT NOT NULL, minimum INT NOT NULL,
      d0 INT NOT NULL, d1 INT NOT NULL, d2 INT NOT NULL, d3 INT NOT NULL, d4 INT NOT NULL, d5 INT NOT NULL, d6 INT NOT NULL) STRICT`);
  const insert = db.prepare(`INSERT INTO n VALUES (${Array.from({ length: 14 }, () => '?').join()})`);
  db.transaction(() => rows.forEach(({ digits, grade, free, looks, minimumLi }, rank) => {
    const seven = digits.slice(3);
    insert.run(rank, seven, [...seven].reverse().join(''), grade, free ? 1 : 0, looks === null ? 0 : 1, minimumLi, ...[...seven].map(Number));
  }))();
  db.exec('CREATE INDEX by_seven ON n(free, seven, grade); CREATE INDEX by_back ON n(free, back, grade); CREATE INDEX by_minimum ON n(free, minimum, rank, seven); ANALYZE');
  const prepared = new Map<string, { readonly counts: Database.Statement; readonly page: Database.Statement }>();
  return (query, { offset, limit, sort = 'memorable', filter }) => {
    const key = JSON.stringify([query, sort, filter, limit]);
    const where = ['free = 1', ...query.terms.map(predicate), ...(filter?.looksSpecial ? ['looks = 1'] : []), ...(filter?.minimumAtMostLi == null ? [] : [`minimum <= ${filter.minimumAtMostLi}`])].join(' AND ');
    const asked = query.grades.length === 0 ? '' : ` AND grade IN (${query.grades.join()})`;
    // Left alone, the planner walks an index and fetches two million rows one by one where a scan in rank order is ten times faster.
    const narrow = query.terms.some((term) => /^(?:seven|back) GLOB '\d/.test(predicate(term)));
    const onDigits = query.terms.every((term) => predicate(term).startsWith('seven ')) && filter === undefined;
    const [counted, paged] = narrow ? ['n', 'n'] : [onDigits ? 'n INDEXED BY by_seven' : 'n NOT INDEXED', sort === 'memorable' ? 'n NOT INDEXED' : 'n'];
    const order = { memorable: 'rank', price: 'minimum, rank', number: 'seven' }[sort];
    const statements = prepared.get(key) ?? {
      counts: db.prepare(`SELECT grade, count(*) AS n FROM ${counted} WHERE ${where} GROUP BY grade`), page: db.prepare(`SELECT seven FROM ${paged} WHERE ${where}${asked} ORDER BY ${order} LIMIT ${limit} OFFSET ${offset}`),
    };
    prepared.set(key, statements);
    const counts = new Map((statements.counts.all() as { grade: Grade; n: number }[]).map(({ grade, n }) => [grade, n]));
    const total = [...counts].reduce((sum, [grade, n]) => sum + (query.grades.length === 0 || query.grades.includes(grade) ? n : 0), 0);
    return { total, perGrade: GRADES.map((grade) => [grade, counts.get(grade) ?? 0] as const), page: (statements.page.all() as { seven: string }[]).map(({ seven }) => `400${seven}`) };
  };
}

function predicate(term: QueryTerm): string {
  switch (term.kind) {
    case 'pattern':
      return /[A-G]/.test(term.body) ? anyOf(masksOfPattern(term.at, term.body).map(onColumns)) : glob(globOf(term.at, term.body));
    case 'run':
      return anyOf(masksOfRun(term.direction, term.length, term.at).map(onColumns));
    case 'four':
      return anyOf(fourPredicates(term.what, term.at));
    case 'without':
      return `seven NOT GLOB '*[${term.digits}]*'`;
    case 'only':
      return `seven NOT GLOB '*[^${term.digits}]*'`;
    case 'count':
      return `(${[0, 1, 2, 3, 4, 5, 6].map((place) => `(d${place} = ${term.digit})`).join(' + ')}) BETWEEN ${term.atLeast} AND ${term.atMost}`;
    case 'masks':
      return anyOf(term.masks.map(onColumns));
    default:
      return unreachable(term);
  }
}

const anyOf = (parts: readonly string[]): string => `(${parts.join(' OR ')})`;
const globOf = (at: PatternPlace, body: string): string => (at === 'whole' ? body : `${at === 'begins' ? '' : '*'}${body}${at === 'ends' ? '' : '*'}`);

/** The index whose fixed side is longer narrows the scan. */
function glob(text: string): string {
  const back = [...text].reverse().join('');
  const fixed = (each: string): number => /^\d*/.exec(each)?.[0].length ?? 0;
  return fixed(back) > fixed(text) ? `back GLOB '${back}'` : `seven GLOB '${text}'`;
}

function onColumns(mask: string): string {
  const letters = new Map<string, number>();
  const tests: string[] = [];
  for (const [place, asked] of [...mask].entries()) {
    if (asked === '?') continue;
    if (asked === '+' || asked === '-') tests.push(`d${place} = d${place - 1} ${asked} 1`);
    else if (asked < 'A') tests.push(`d${place} = ${asked}`);
    else if (letters.has(asked)) tests.push(`d${place} = d${letters.get(asked)}`);
    else {
      for (const other of letters.values()) tests.push(`d${place} <> d${other}`);
      letters.set(asked, place);
    }
  }
  return `(${tests.join(' AND ')})`;
}

const DATES = ['0[13578]0[1-9]', '0[13578][12][0-9]', '0[13578]3[01]', '1[02]0[1-9]', '1[02][12][0-9]', '1[02]3[01]', '0[469]0[1-9]', '0[469][12][0-9]', '0[469]30', '110[1-9]', '11[12][0-9]', '1130', '020[1-9]', '02[12][0-9]'];

function fourPredicates(what: FourDigits, at: PatternPlace): readonly string[] {
  assert(at === 'contains' || at === 'ends', 'fourPredicates: the bench asks no other place');
  if (what === 'rhyme') return (at === 'ends' ? [3] : [0, 1, 2, 3]).map((from) => `(d${from} * d${from + 1} = d${from + 2} * 10 + d${from + 3} AND d${from + 2} > 0)`);
  return (what === 'year' ? ['19[0-9][0-9]', '20[0-3][0-9]'] : DATES).map((four) => `seven GLOB '*${four}${at === 'ends' ? '' : '*'}'`);
}
