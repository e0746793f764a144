// @ts-check
import { bundle } from './bundle.mjs';
import { installDependencies } from './install-dependencies.mjs';
import { giveUp } from './project.mjs';

// `npm run build`: what `npm start` runs; it also builds by itself when needed.
installDependencies();
if (!(await bundle())) giveUp('构建工具没有装好。请运行 npm ci 后再试。');
