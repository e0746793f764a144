// @ts-check
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { isBundled } from './built.mjs';
import { giveUp, projectRoot } from './project.mjs';
import { requireNode } from './require-node.mjs';
import { runBundled } from './run-bundled.mjs';
import { runTypescript } from './run-typescript.mjs';

// `node src/setup/run.mjs src/roster/command-line.ts import 名册.xlsx`: one of the project's commands,
// from the build when it is current (it starts faster, and an image has nothing else), else from source.
const [source, ...words] = process.argv.slice(2);
requireNode();
if (source === undefined) giveUp('用法：node src/setup/run.mjs src/<…>/command-line.ts <参数>');
if (isBundled()) await runBundled(source, words);
else if (existsSync(join(projectRoot, 'node_modules', 'tsx'))) await runTypescript(source, words);
else giveUp('还没有安装依赖。请先运行：npm ci');
