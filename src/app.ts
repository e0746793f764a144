import Koa from 'koa';
import { jobs } from '../jobs/index.ts';
import { createConversation } from './chat/conversation.ts';
import { createDesks } from './chat/desk-store.ts';
import { createInbox } from './chat/inbox.ts';
import { createInboxStore } from './chat/inbox-store.ts';
import { createListener } from './chat/listener.ts';
import { confidentialSayings } from './chat/saying-form.ts';
import { createResponder } from './chat/responder.ts';
import { createShownButtons } from './chat/shown-buttons-store.ts';
import { createAppHealth } from './app-health.ts';
import type { AppSettings } from './app-settings.ts';
import { createRoomWatch } from './contests/room-watch.ts';
import { accountsOf } from './delivery/daily-quota.ts';
import { createDelivery } from './delivery/delivery.ts';
import { createDomains } from './domains.ts';
import { noticeReport } from './notices/notice-report.ts';
import { createReceiptStore } from './notices/receipt-store.ts';
import { addHealthRoutes } from './http/health-routes.ts';
import type { Library } from './library/library.ts';
import type { Log } from './log.ts';
import { createMetrics } from './metrics/metrics.ts';
import { commit } from './redis/commit.ts';
import type { RedisClient } from './redis/connect.ts';
import { createKeys } from './redis/keys.ts';
import { createSeal } from './redis/seal.ts';
import { createCurrentRoster } from './roster/current-roster.ts';
import { createAddressing } from './post/addressing.ts';
import { createReaddressing } from './post/readdressing.ts';
import { createRosterStore } from './roster/roster-store.ts';
import { createScheduler } from './schedule/scheduler.ts';
import { createSlotMarks } from './schedule/slot-marks.ts';
import type { JobServices } from './services.ts';
import type { Clock } from './time/clock.ts';
import { createWorkCalendar } from './time/work-calendar.ts';
import { createZone } from './time/zone.ts';
import { createCallback } from './wecom/callback.ts';
import { createCallbackRoutes } from './wecom/callback-routes.ts';
import { createEnvelope } from './wecom/envelope.ts';
import { text } from './wecom/message.ts';

/** The service, put together. It reads no environment and starts nothing before it is told to. */
export interface App {
  /** Answers WeCom and the operator (contract §3). */
  readonly http: Koa;
  /** What jobs may use, for `npm run job`. */
  readonly services: JobServices;
  /** Begins sending, and the heartbeat of the jobs. */
  start(): Promise<void>;
  /** Begins sending without the heartbeat, for a single job. */
  startSending(): Promise<void>;
  /** One heartbeat now: for whoever moves the clock. Resolves when the jobs that were due have run. */
  tick(): Promise<void>;
  /** Resolves when everything that is due has been sent or given up. */
  settle(): Promise<void>;
  /** How many accepted calls to WeCom are not settled yet. */
  waiting(): Promise<number>;
  /** Finishes open turns and sends, within `grace` milliseconds. Redis is the caller's to close. */
  stop(grace: number): Promise<void>;
}

export interface AppParts {
  readonly settings: AppSettings;
  readonly redis: RedisClient;
  /** A connection of its own for the queue, which waits on it. */
  connectQueue(): RedisClient | Promise<RedisClient>;
  readonly library: Library;
  readonly clock: Clock;
  readonly log: Log;
}

export function createApp({ settings, redis, connectQueue, library, clock, log }: AppParts): App {
  const keys = createKeys(settings.redisPrefix);
  const zone = createZone(settings.timezone);
  const metrics = createMetrics();
  const rosterStore = createRosterStore(redis, keys);
  const currentRoster = createCurrentRoster(rosterStore, settings.committeeUserids);
  const receiptStore = createReceiptStore(redis, keys);
  const address = createAddressing({
    desks: createDesks(redis, keys),
    zone,
    calendar: createWorkCalendar(library.calendars),
  });
  const delivery = createDelivery({
    redis,
    connectQueue,
    keys,
    clock,
    log,
    openSender: async () => {
      // Only loaded when there is something to send: a fifth of the cold start.
      const { openSender } = await import('./open-sender.ts');
      return openSender({ settings, redis, keys, clock, log });
    },
    report: noticeReport(receiptStore),
    readdress: createReaddressing(address),
    accounts: async () => accountsOf(library.sending.accounts, (await currentRoster.latest()).people.length),
    observe: metrics.delivery,
  });
  const services = createDomains({
    redis,
    keys,
    zone,
    library,
    log,
    currentRoster,
    rosterStore,
    receiptStore,
    unreachable: delivery.unreachable,
    withdrawals: delivery.withdrawals,
    quota: delivery.quota,
    sealingSecret: settings.encodingAesKey,
    address,
    accept: delivery.state,
  });

  const inboxStore = createInboxStore(
    redis,
    keys,
    leaseMilliseconds,
    confidentialSayings(services.commands, createSeal(settings.encodingAesKey, 'sayings')),
  );
  const inbox = createInbox({
    store: inboxStore,
    clock,
    take: createConversation({
      respond: createResponder({
        commands: services.commands,
        services,
        shownButtons: createShownButtons(redis, keys),
        deskKey: createDesks(redis, keys).key,
      }),
      roster: currentRoster.ofVersion,
      clock,
      zone,
      log,
      accept: delivery.state,
      countPassive: delivery.countPassive,
    }),
    sendLate(saying, answer, work) {
      const entry = {
        kind: 'send',
        id: `${saying.identity}-late`,
        message: text(answer),
        recipients: [saying.from],
        urgency: 'answer',
      } as const;
      delivery.state(work, entry, clock.now());
    },
    commit: (work) => commit(redis, work),
    written: delivery.wakeFor,
  });
  const scheduler = createScheduler({
    jobs,
    marks: createSlotMarks(redis, keys),
    clock,
    zone,
    services,
    log,
  });
  const rooms = createRoomWatch({ steps: services.contestSteps, clock, log, written: delivery.wake });
  const callback = createCallback({
    envelope: createEnvelope({
      token: settings.token,
      encodingAesKey: settings.encodingAesKey,
      receiveId: settings.corpId,
    }),
    corpId: settings.corpId,
    agentId: settings.agentId,
    clock,
    maxSkewSeconds: settings.callbackMaxSkewSeconds,
    handle: createListener({ inbox, roster: currentRoster, log }),
  });

  let resuming: NodeJS.Timeout | undefined;
  let starting = Promise.resolve();

  return {
    http: createHttp(),
    services,
    start() {
      starting = startParts();
      return starting;
    },
    startSending: delivery.start,
    async tick() {
      await resume();
      await scheduler.tick();
      await rooms.look();
      delivery.wake();
    },
    settle: delivery.drain,
    waiting: delivery.waiting,
    async stop(grace) {
      // What is only half started could not be stopped.
      await starting.catch(() => undefined);
      clearInterval(resuming);
      await scheduler.stop();
      await rooms.stop();
      await inbox.idle();
      await delivery.close(grace);
    },
  };

  async function startParts(): Promise<void> {
    await delivery.start();
    await scheduler.start();
    rooms.start();
    resuming = setInterval(() => void resume(), resumeEvery);
  }

  /** Acknowledged turns of processes that are no more. */
  async function resume(): Promise<void> {
    try {
      await inbox.resume();
    } catch (error) {
      log.warn({ err: error }, 'acknowledged messages have to wait; check that Redis answers');
    }
  }

  function createHttp(): Koa {
    const http = new Koa();
    http.on('error', (error: unknown) => log.error({ err: error }, 'a request failed'));
    http.use(createCallbackRoutes(callback, metrics.callback));
    addHealthRoutes(http, createAppHealth({ redis, keys, library, delivery, metrics, clock }));
    return http;
  }
}

/** How long the turn of a process that died stays taken. Turns take milliseconds; WeCom repeats within seconds. */
const leaseMilliseconds = 2000;

/** How often somebody looks for acknowledged turns that nobody does any more, in milliseconds. */
const resumeEvery = 10_000;
