import { spawnSync } from 'node:child_process';
import { readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { basename, join, resolve } from 'node:path';
import { describe, expect, test } from 'vitest';
import { importsOf, layerOf, violationsOf } from './check-layers.ts';
import { layers } from './layer-table.ts';

const root = resolve(import.meta.dirname, '../..');
const files = ['src-main', 'src-renderer'].flatMap((folder) => readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' }).map((name) => `${folder}/${name.replaceAll('\\', '/')}`))
  .filter((file) => /\.tsx?$/.test(file) && !file.endsWith('.d.ts'));

describe('the table', () => {
  test.each(layers.map((layer) => layer.from))('%s imports only what its row allows', (from) => {
    const own = files.filter((file) => layerOf(file, layers)?.from === from);
    expect(own.flatMap((file) => violationsOf(file, readFileSync(join(root, file), 'utf8'), layers))).toEqual([]);
  });

  test('every source file belongs to a row', () => {
    expect(files.filter((file) => !layerOf(file, layers))).toEqual([]);
    expect(files.length).toBeGreaterThan(100);
  });

  test('names say what a file is', () => {
    const banned = /^(utils?|helpers?|common|misc|manager|data|types|interfaces)\.tsx?$/;
    expect(files.filter((file) => banned.test(basename(file)) || !/^[a-z0-9]+(-[a-z0-9]+)*(\.d)?\.tsx?$/.test(basename(file)))).toEqual([]);
  });
});

describe('the checker', () => {
  const forbidden: readonly (readonly [string, string])[] = [
    ['src-main/shared/domain/money/money.ts', "import { readFileSync } from 'node:fs';"],
    ['src-main/shared/domain/money/money.ts', "import type { Db } from '../../../store/db.ts';"],
    ['src-main/shared/domain/money/money.ts', "import { requestSchemas } from '#contract/contract.ts';"],
    ['src-main/shared/contract/cases.ts', "import { app } from 'electron';"],
    ['src-main/store/tables/case-rows.ts', "import { quote } from '../../services/plans/quote.ts';"],
    ['src-main/services/cases/open-case.ts', "import { app } from 'electron';"],
    ['src-main/services/cases/open-case.ts', "import Database from 'better-sqlite3';"],
    ['src-main/services/cases/open-case.ts', "const { net } = await import('electron');"],
    ['src-main/services/cases/open-case.ts', "import { drain } from '../../sync/drain.ts';"],
    ['src-main/documents/agreement/draw.ts', "import { openDb } from '../../store/open.ts';"],
    ['src-main/ipc/register.ts', "import { wire } from '../services/wiring.ts';"],
    ['src-main/preload/index.ts', "import { requestSchemas } from '#contract/contract.ts';"],
    ['src-main/carrier/http/server.ts', "import { intents } from '../../sync/drain.ts';"],
    ['src-main/console.ts', "import { openWindow } from './shell/open-window.ts';"],
    ['src-main/index.ts', "import { carrier } from './carrier/index.ts';"],
    ['src-renderer/screens/number/number-screen.tsx', "import { PlanScreen } from '../plan/plan-screen.tsx';"],
    ['src-renderer/screens/number/number-screen.tsx', "import { requestSchemas } from '#contract/contract.ts';"],
    ['src-renderer/screens/number/number-screen.tsx', "import { open } from '../../../src-main/store/open.ts';"],
    ['src-renderer/ui/money.tsx', "export { text } from '../text/money.ts';"],
    ['src-renderer/bridge/bridge.ts', "import { requestChannels } from '#contract/channels.ts';"],
    ['src-renderer/app/app.tsx', "import 'node:fs';"],
    ['src-main/nowhere/new.ts', ''],
  ];

  test.each(forbidden)('%s with %s is reported', (file, source) => { expect(violationsOf(file, source, layers)).toHaveLength(1); });

  const allowed: readonly (readonly [string, string])[] = [
    ['src-main/ipc/register.ts', "import type { Services } from '../services/wiring.ts';"],
    ['src-renderer/bridge/bridge.ts', "import type { CounterBridge } from '#contract/contract.ts';"],
    ['src-renderer/screens/number/number-screen.tsx', "import { type Reply, type Request } from '#contract/contract.ts';\nimport { gradeOf } from '#domain/number/grade.ts';\nimport { row } from './number-row.tsx';"],
    ['src-main/shared/domain/calendar/days.ts', "import { isWorkday } from 'chinese-days';"],
  ];
  test.each(allowed)('%s with %s is not', (file, source) => { expect(violationsOf(file, source, layers)).toEqual([]); });

  test('it sees every way to import and no comment', () => {
    const source = "import a from 'a';\nimport {\n  b,\n  type B,\n} from 'b';\nimport type { C } from 'c';\nimport * as d from 'd';\nexport { e } from 'e';\nexport type { F } from 'f';\nimport 'g';\nconst h = await import('h');\nconst i = require('i');\n// import 'x';\n/* import y from 'y'; */";
    expect(importsOf(source).map(({ specifier, typesOnly }) => `${specifier}${typesOnly ? ' types' : ''}`).sort()).toEqual(['a', 'b', 'c types', 'd', 'e', 'f types', 'g', 'h', 'i']);
  });
});

/** Puts a file into the tree for the time of one check. */
function seeded(file: string, source: string, command: readonly [string, readonly string[]]): { readonly status: number | null; readonly output: string } {
  const path = join(root, file);
  try {
    writeFileSync(path, source, { flag: 'wx' });
    const ran = spawnSync(join(root, 'node_modules/.bin', command[0]), command[1], { cwd: root, encoding: 'utf8' });
    return { status: ran.status, output: ran.stdout + ran.stderr };
  } finally { rmSync(path, { force: true }); }
}

describe('the other two nets catch a seeded import too', () => {
  test.each([
    ['src-main/services/seeded-import.ts', "import { app } from 'electron';\nexport const seeded = app;\n", 'Electron lives in index.ts'],
    ['src-main/services/seeded-import.ts', "import Database from 'better-sqlite3';\nexport const seeded = Database;\n", 'SQL lives in store/'],
    ['src-main/shared/domain/seeded-import.ts', "import { sep } from 'node:path';\nexport const seeded = sep;\n", 'The shared heart is pure'],
    ['src-renderer/app/seeded-import.ts', "import { sep } from 'node:path';\nexport const seeded = sep;\n", 'The renderer has no Node'],
  ])('oxlint: %s, %s', (file, source, message) => {
    const { status, output } = seeded(file, source, ['oxlint', ['--deny-warnings', file]]);
    expect([status, output]).toEqual([1, expect.stringContaining(message)]);
  });

  test('oxlint says nothing about a clean file', () => {
    expect(seeded('src-main/services/seeded-import.ts', 'export const seeded = 1;\n', ['oxlint', ['--deny-warnings', 'src-main/services/seeded-import.ts']]).status).toBe(0);
  });

  test.each([
    ['src-main/shared', 'src-main/shared/domain/seeded-import.ts', "import { sep } from 'node:path';\nexport const seeded = sep;\n", /TS2591|TS2307/],
    ['src-main/shared', 'src-main/shared/domain/seeded-import.ts', "import { createLog } from '../../log/log.ts';\nexport const seeded = createLog;\n", /TS6307|TS6059/],
    ['src-renderer', 'src-renderer/app/seeded-import.ts', "import { createLog } from '../../src-main/log/log.ts';\nexport const seeded = createLog;\n", /TS6307|TS6059/],
  ])('tsc in %s: %s, %s', (project, file, source, code) => {
    const { status, output } = seeded(file, source, ['tsc', ['-p', project, '--pretty', 'false']]);
    expect(status).not.toBe(0);
    expect(output.split('\n').filter((line) => line.startsWith(file) && code.test(line))).not.toEqual([]);
  });
});
