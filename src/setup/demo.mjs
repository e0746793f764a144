// @ts-check
import { installDependencies } from './install-dependencies.mjs';
import { installSystemPackage, redisServer } from './install-system-package.mjs';
import { requireNode } from './require-node.mjs';
import { runTypescript } from './run-typescript.mjs';

// `npm run demo`: everything on one machine (contract §1).
requireNode();
installDependencies();
installSystemPackage(redisServer);
await runTypescript('src/simulator/main.ts', process.argv.slice(2));
