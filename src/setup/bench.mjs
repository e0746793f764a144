// @ts-check
import { installDependencies } from './install-dependencies.mjs';
import { installSystemPackage, redisServer } from './install-system-package.mjs';
import { requireNode } from './require-node.mjs';
import { runTypescript } from './run-typescript.mjs';

// `npm run bench`: the benchmarks, with their figures as a table (contract §1).
requireNode();
installDependencies();
installSystemPackage(redisServer);
await runTypescript('tests/bench/main.ts', process.argv.slice(2));
