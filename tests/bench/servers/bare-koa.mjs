// @ts-check
import Koa from 'koa';
import { serve } from './serve.mjs';

// The yardstick: Koa that answers every request with the same text and looks at nothing.
const app = new Koa();
app.use((context) => {
  context.body = 'ok';
});
serve(app);
