// @ts-check
import { bundle } from './bundle.mjs';
import { giveUp } from './project.mjs';

// `npm run build`: what `npm start` does by itself when it has to.
const outcome = await bundle();
if (outcome === 'failed') giveUp('没有构建成功，原因见上。');
if (outcome === 'not installed') {
  giveUp('还没有构建，或源码在构建后改过；构建工具也没有安装。请先运行：npm ci');
}
