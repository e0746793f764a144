// @ts-check
import { spawnSync } from 'node:child_process';
import { installDependencies } from './install-dependencies.mjs';
import { chromium, installSystemPackage, redisServer } from './install-system-package.mjs';
import { npm } from './npm.mjs';
import { projectRoot } from './project.mjs';
import { requireNode } from './require-node.mjs';

// `npm test`: the set-up, then every check (contract §1).
requireNode();
installDependencies();
installSystemPackage(redisServer);
installSystemPackage(chromium);

// Silent, so that npm's own lines do not follow the summary of the tests.
const [command, words] = npm(['run', '--silent', 'check']);
const { status } = spawnSync(command, words, { cwd: projectRoot, stdio: 'inherit' });
process.exitCode = status ?? 1;
