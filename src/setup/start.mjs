// @ts-check
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { isBundled } from './built.mjs';
import { projectRoot } from './project.mjs';
import { requireNode } from './require-node.mjs';
import { runBundled } from './run-bundled.mjs';

// `npm start`: production, after `npm ci` (contract §1).
requireNode();
if (!isBundled()) build();
await runBundled('src/main.ts', process.argv.slice(2));

/** In a process of its own, so that nothing it loads stays with the service. */
function build() {
  const { status } = spawnSync(process.execPath, [join(projectRoot, 'src/setup/build.mjs')], {
    stdio: 'inherit',
  });
  if (status !== 0) process.exit(1);
}
