// @ts-check
import { createServer } from 'node:http';
import Koa from 'koa';
import { announce } from './announce.mjs';

// The yardstick: Koa that answers every request with the same text and looks at nothing.
const app = new Koa();
app.use((context) => {
  context.body = 'ok';
});
announce(createServer(app.callback()));
