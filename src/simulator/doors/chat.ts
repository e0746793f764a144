import Router from 'koa-router';
import * as z from 'zod';

import type { Exchange } from '../callbacks/exchange.ts';
import type { Corp } from '../state/corp.ts';
import type { SimulatedUser } from '../user/simulated-user.ts';
import type { ChatState, DeliveryNote } from './page-messages.ts';
import { readFileBody } from './file-body.ts';
import { readJson } from './json-body.ts';
import { refuseRequest } from './refuse-request.ts';
import { streamChanges } from './event-stream.ts';

const textSchema = z.strictObject({ text: z.string().min(1).max(4000) });
const sampleSchema = z.strictObject({
  kind: z.enum(['image', 'voice', 'video', 'file', 'location', 'link']),
});
const tapSchema = z.strictObject({
  messageId: z.string(),
  key: z.string(),
  choices: z.record(z.string(), z.array(z.string())).optional(),
});
const menuSchema = z.strictObject({ name: z.string() });

/** The door of a person in the browser: JSON over HTTP, and a stream of what happens. */
export function createChatDoor(corp: Corp, person: (userid: string) => SimulatedUser): Router {
  const router = new Router({ prefix: '/chat' });

  function user(userid: string | undefined): SimulatedUser {
    return person(userid ?? '');
  }

  router.get('/state', (context) => {
    context.body = chatState(corp);
  });

  router.get('/events', (context) => {
    streamChanges(context, corp.changes);
  });

  router.get('/people/:userid/messages', (context) => {
    context.body = user(context.params['userid']).messages();
  });

  router.post('/people/:userid/open', async (context) => {
    await readJson(context, z.strictObject({}));
    context.body = noteOf(await user(context.params['userid']).opens());
  });

  router.post('/people/:userid/text', async (context) => {
    const { text } = await readJson(context, textSchema);
    context.body = noteOf(await user(context.params['userid']).types(text));
  });

  router.post('/people/:userid/sample', async (context) => {
    const { kind } = await readJson(context, sampleSchema);
    context.body = noteOf(await user(context.params['userid']).sends(kind));
  });

  router.post('/people/:userid/file', async (context) => {
    const { name, bytes } = await readFileBody(context);
    context.body = noteOf(await user(context.params['userid']).sendsFile(name, bytes));
  });

  router.post('/people/:userid/tap', async (context) => {
    const { messageId, key, choices } = await readJson(context, tapSchema);
    const tapped = user(context.params['userid']).taps(key, { card: messageId, choices });
    context.body = noteOf(await tapped);
  });

  router.post('/people/:userid/menu', async (context) => {
    const { name } = await readJson(context, menuSchema);
    context.body = noteOf(await user(context.params['userid']).clicksMenu(name));
  });

  router.get('/media/:id', async (context) => {
    const id = context.params['id'] ?? '';
    const label = corp.media.label(id);
    const bytes = await corp.media.read(id);
    if (label === undefined || bytes === undefined) refuseRequest(context, 404, '没有这个文件');

    const name = encodeURIComponent(label.name);
    context.type = label.type === 'image' ? 'image/png' : 'application/octet-stream';
    context.set(
      'content-disposition',
      `${label.type === 'image' ? 'inline' : 'attachment'}; filename*=UTF-8''${name}`,
    );
    context.body = bytes;
  });

  return router;
}

function chatState({ people, conversations, menu, agent }: Corp): ChatState {
  return {
    appName: agent.name,
    menu,
    people: people.all.map((person) => {
      const last = conversations.of(person.userid).at(-1);
      return {
        ...person,
        reach: people.reachOf(person.userid),
        last: last === undefined ? null : { at: last.at, text: last.text.split('\n')[0] ?? '' },
      };
    }),
  };
}

function noteOf({ attempts, status }: Exchange): DeliveryNote {
  return { attempts: attempts.length, status, failure: attempts.at(-1)?.failure ?? null };
}
