import { createCallbackDelivery } from './callbacks/delivery.ts';
import type { AddressCheck, RepeatOptions } from './callbacks/delivery.ts';
import type { Exchange } from './callbacks/exchange.ts';
import { createMessageIds } from './callbacks/message-ids.ts';
import { createEnvelope } from './crypto/envelope.ts';
import type { SealedCallback } from './crypto/envelope.ts';
import { createServer } from './doors/server.ts';
import { nextWorkingMorning as nextWeekdayMorning } from './next-working-morning.ts';
import type { SimulatorOptions } from './simulator-options.ts';
import type { ExpiryCode } from './state/access-tokens.ts';
import { createCorp } from './state/corp.ts';
import type { ApiFault } from './state/planned-faults.ts';
import { stateOf } from './state/saved-state.ts';
import { createStateFile, readStateFile } from './state/state-file.ts';
import type { CallEntry, TranscriptEntry, ViolationEntry } from './state/transcript-entry.ts';
import { createSimulatedUser } from './user/simulated-user.ts';
import type { SimulatedUser } from './user/simulated-user.ts';

/** A stand-in for WeCom's servers: what the page and the tests may do with it. */
export interface Simulator {
  /** Opens the three doors; port 0 takes a free one. */
  listen(port: number, host?: string): Promise<{ url: string }>;
  /** Stops at once, cutting open connections; writes the state file. */
  close(): Promise<void>;

  /** One of the people; the same object each time. Throws for an unknown userid. */
  person(userid: string): SimulatedUser;

  /** Everything that went over the wire, in order. */
  readonly transcript: readonly TranscriptEntry[];
  /** What a correct bot does not do; empty is good. */
  readonly violations: readonly ViolationEntry[];
  forgetViolations(): void;
  /** The calls of one API so far, for example `message/send`. */
  calls(api: string): readonly CallEntry[];

  /** Makes the next calls of an API fail; `times` is 1 when left out. */
  failNext(api: string, fault: ApiFault, options?: { times?: number }): void;
  /** Ends the access token before its time; 42001 when no number is given. */
  expireToken(code?: ExpiryCode): void;
  /** The next answers of the bot get lost on the way back, so that WeCom delivers again. */
  loseAnswers(count: number): void;
  /** Moves the clock and waits for `afterMove`. Milliseconds since the Unix epoch. */
  moveClock(toEpochMs: number): Promise<void>;

  /** Where the bot lives from now on; several addresses are replicas that take turns. */
  setCallbackUrl(urls: string | readonly string[]): void;
  /** Makes the check WeCom makes when an administrator saves the address (GET). */
  checkCallbackUrl(): Promise<AddressCheck>;
  /** Delivers this plaintext, new or again, without WeCom's own retries. */
  deliver(xml: string, options?: RepeatOptions): Promise<readonly Exchange[]>;
  /** Delivers the newest callback again. Throws when there was none. */
  redeliverLast(options?: RepeatOptions): Promise<readonly Exchange[]>;
  /** Encrypts and signs a plaintext as a delivery would, for tests that bend it before posting. */
  seal(xml: string): SealedCallback;

  /** Resolves with what `look` finds, looking again after everything that happens. */
  waitFor<Value>(look: () => Value | false | null | undefined, what?: string): Promise<Value>;
  /** Resolves when no callback and no API call is under way; knows nothing of what the bot plans. */
  idle(): Promise<void>;
}

/** Puts a simulated WeCom together. Nothing listens and nothing is sent until it is asked to. */
export function createSimulator(options: SimulatorOptions): Simulator {
  const { stateFile: statePath, clock, complain = writeToStandardError } = options;
  const { nextWorkingMorning = nextWeekdayMorning, afterMove = () => Promise.resolve() } = options;
  let addresses = [options.callbackUrl].flat();

  const corp = createCorp({
    credentials: { corpId: options.corpId, agentId: options.agentId, secret: options.secret },
    clock,
    people: options.people,
    mediaFolder: statePath === undefined ? undefined : `${statePath}.media`,
    saved: statePath === undefined ? undefined : readStateFile(statePath, complain),
    hasCallback: () => addresses.length > 0,
  });
  const envelope = createEnvelope(options);
  const delivery = createCallbackDelivery(corp, envelope, {
    addresses,
    limitMs: options.callbackLimitMs ?? 5000,
    retryAfterMs: options.retryAfterMs ?? 0,
  });
  const surroundings = { corp, delivery, nextMsgId: createMessageIds() };
  const users = new Map<string, SimulatedUser>();

  const stateFile = statePath === undefined ? undefined : createStateFile(statePath, () => stateOf(corp));
  if (stateFile !== undefined) corp.changes.listen(() => stateFile.touch());

  async function moveClock(toEpochMs: number): Promise<void> {
    clock.move(toEpochMs);
    corp.changes.announce({ kind: 'control' });
    await afterMove();
  }

  async function redeliverLast(repeat: RepeatOptions = {}): Promise<readonly Exchange[]> {
    const xml = delivery.newest();
    if (xml === undefined) throw new Error('nothing was delivered yet');
    return delivery.repeat(xml, repeat);
  }

  function person(userid: string): SimulatedUser {
    const someone = corp.people.find(userid);
    if (someone === undefined) throw new Error(`there is nobody with the userid ${userid}`);

    const user = users.get(someone.userid) ?? createSimulatedUser(someone, surroundings);
    users.set(someone.userid, user);
    return user;
  }

  const server = createServer({
    corp,
    delivery,
    person,
    moveClock,
    nextWorkingMorning,
    latencyMs: options.latencyMs ?? 0,
    complain,
  });

  return {
    listen: (port, host) => server.listen(port, host),
    async close() {
      await Promise.all([server.close(), delivery.close()]);
      await stateFile?.close();
    },

    person,
    transcript: corp.transcript.entries,
    get violations() {
      return corp.transcript.violations;
    },
    forgetViolations: () => corp.transcript.forgetViolations(),
    calls: (api) =>
      corp.transcript.entries.filter(
        (entry): entry is CallEntry => entry.kind === 'call' && entry.api === api,
      ),

    failNext(api, fault, { times = 1 } = {}) {
      corp.faults.plan({ api, fault, times });
      corp.changes.announce({ kind: 'control' });
    },
    expireToken: (code = 42001) => corp.tokens.expire(code),
    loseAnswers: (count) => delivery.loseAnswers(count),
    moveClock,

    setCallbackUrl(urls) {
      addresses = [urls].flat();
      delivery.setAddresses(addresses);
    },
    checkCallbackUrl: () => delivery.checkAddress(),
    deliver: (xml, repeat = {}) => delivery.repeat(xml, repeat),
    redeliverLast,
    seal: (xml) => envelope.seal(xml, clock.now()),

    waitFor: (look, what = 'a fact') => corp.changes.waitFor(look, () => what),
    async idle() {
      await corp.changes.waitFor(
        () => delivery.underWay() === 0 && server.underWay() === 0,
        () => 'everything under way to end',
      );
    },
  };
}

function writeToStandardError(line: string): void {
  process.stderr.write(`${line}\n`);
}
