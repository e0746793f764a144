import Router from 'koa-router';

import { pageFiles } from './page-files.ts';

const HTML = `<!doctype html>
<html lang="zh-CN">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1, viewport-fit=cover">
<title>支部助手 · 试用</title>
<link rel="icon" href="data:,">
<link rel="stylesheet" href="/page.css">
</head>
<body>
<div id="page"></div>
<noscript>请打开浏览器的 JavaScript。</noscript>
<script type="module" src="/page.js"></script>
</body>
</html>
`;

/** The page a visitor opens. */
export function createPageDoor(): Router {
  const router = new Router();

  router.get('/', (context) => {
    context.type = 'text/html';
    context.body = HTML;
  });

  router.get('/page.js', async (context) => {
    context.type = 'text/javascript';
    context.body = (await pageFiles()).script;
  });

  router.get('/page.css', async (context) => {
    context.type = 'text/css';
    context.body = (await pageFiles()).style;
  });

  return router;
}
