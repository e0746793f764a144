import Router from 'koa-router';
import * as z from 'zod';

import type { CallbackDelivery } from '../callbacks/delivery.ts';
import type { Corp } from '../state/corp.ts';
import type { SimulatedUser } from '../user/simulated-user.ts';
import { readJson } from './json-body.ts';
import type { ControlState, TranscriptPage } from './page-messages.ts';
import { refuseRequest } from './refuse-request.ts';

const MINUTE = 60_000;
/** How many entries the page gets at once. */
const MOST_ENTRIES = 300;
const MOST_VIOLATIONS = 50;

const clockSchema = z.union([
  z.strictObject({ to: z.int() }),
  z.strictObject({ addMinutes: z.int() }),
  z.strictObject({ to: z.literal('nextWorkingMorning') }),
]);

const count = z.int().min(1).max(1000);
const faultSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('errcode'), errcode: z.int(), errmsg: z.string().optional() }),
  z.strictObject({ kind: z.literal('http500') }),
  z.strictObject({ kind: z.literal('reset') }),
  z.strictObject({ kind: z.literal('lostAnswer') }),
  z.strictObject({ kind: z.literal('timeoutAfterAccept') }),
  z.strictObject({ kind: z.literal('invalidUsers'), userids: z.array(z.string()) }),
]);
const failureSchema = z.strictObject({ api: z.string(), fault: faultSchema, times: count });
const tokenSchema = z.strictObject({ code: z.literal([42001, 40014]) });
const reachSchema = z.strictObject({ reach: z.enum(['visible', 'invisible', 'disabled', 'unlicensed']) });
const repeatSchema = z.strictObject({ times: count, parallel: z.boolean(), delivery: z.string().optional() });
const nothing = z.strictObject({});

/** What the control door may do. */
export interface ControlParts {
  readonly corp: Corp;
  readonly delivery: CallbackDelivery;
  readonly person: (userid: string) => SimulatedUser;
  readonly moveClock: (toEpochMs: number) => Promise<void>;
  readonly nextWorkingMorning: (now: number) => number;
}

/** The door of the test bench: moves the clock, breaks things, shows what went over the wire. */
export function createControlDoor(parts: ControlParts): Router {
  const { corp, delivery, person, moveClock, nextWorkingMorning } = parts;
  const router = new Router({ prefix: '/control' });

  router.get('/state', (context) => {
    const now = corp.clock.now();
    const state: ControlState = {
      now,
      nextWorkingMorning: nextWorkingMorning(now),
      planned: corp.faults.pending(),
      violationCount: corp.transcript.violations.length,
      newestViolations: corp.transcript.violations.slice(-MOST_VIOLATIONS),
    };
    context.body = state;
  });

  router.get('/transcript', (context) => {
    const page: TranscriptPage = corp.transcript.entries.slice(-MOST_ENTRIES);
    context.body = page;
  });

  router.post('/clock', async (context) => {
    const move = await readJson(context, clockSchema);
    const now = corp.clock.now();
    if ('addMinutes' in move) await moveClock(now + move.addMinutes * MINUTE);
    else await moveClock(move.to === 'nextWorkingMorning' ? nextWorkingMorning(now) : move.to);
    context.body = { now: corp.clock.now() };
  });

  router.post('/failures', async (context) => {
    corp.faults.plan(await readJson(context, failureSchema));
    corp.changes.announce({ kind: 'control' });
    context.body = corp.faults.pending();
  });

  router.post('/failures/forget', async (context) => {
    await readJson(context, nothing);
    corp.faults.forget();
    corp.changes.announce({ kind: 'control' });
    context.body = corp.faults.pending();
  });

  router.post('/token/expire', async (context) => {
    const { code } = await readJson(context, tokenSchema);
    corp.tokens.expire(code);
    context.body = {};
  });

  router.post('/people/:userid/reach', async (context) => {
    const { reach } = await readJson(context, reachSchema);
    await person(context.params['userid'] ?? '').becomes(reach);
    context.body = {};
  });

  router.post('/redeliver', async (context) => {
    const { delivery: id, ...repeat } = await readJson(context, repeatSchema);
    const xml = id === undefined ? delivery.newest() : deliveredXml(corp, id);
    if (xml === undefined) refuseRequest(context, 409, '还没有投递过');

    const exchanges = await delivery.repeat(xml, repeat);
    context.body = exchanges.map(({ status, answer }) => ({ status, answer }));
  });

  router.post('/violations/forget', async (context) => {
    await readJson(context, nothing);
    corp.transcript.forgetViolations();
    context.body = {};
  });

  return router;
}

function deliveredXml({ transcript }: Corp, id: string): string | undefined {
  const entry = transcript.entries.findLast(
    (candidate) => candidate.kind === 'callback' && candidate.delivery === id,
  );
  return entry?.kind === 'callback' ? entry.xml : undefined;
}
