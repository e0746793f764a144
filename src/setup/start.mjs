// @ts-check
import { bundle, isBundled } from './bundle.mjs';
import { giveUp } from './project.mjs';
import { requireNode } from './require-node.mjs';
import { runBundled } from './run-bundled.mjs';

// `npm start`: production, after `npm ci` (contract §1).
requireNode();
if (!isBundled() && !(await bundle())) {
  giveUp('还没有构建，或源码在构建后改过；构建工具也没有安装。请运行：npm ci，再运行：npm start');
}
await runBundled('src/main.ts', process.argv.slice(2));
