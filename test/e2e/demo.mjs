// `npm run demo`: installs and builds what is missing, then drives the screens (demo.ts) on the pinned Node.
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { ensureDependencies, ensurePackages, pinnedNode, root } from '../support/prepare.mjs';
import { buildWhenStale } from '../support/build-when-stale.mjs';

ensureDependencies();
ensurePackages({ forTests: true });
buildWhenStale();
const quiet = ['--disable-warning=MODULE_TYPELESS_PACKAGE_JSON', '--disable-warning=ExperimentalWarning'];
const done = spawnSync(pinnedNode(), [...quiet, join(root, 'test/e2e/demo.ts'), ...process.argv.slice(2)], { cwd: root, stdio: 'inherit' });
process.exit(done.status ?? 1);
