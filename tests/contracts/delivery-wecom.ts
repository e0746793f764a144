import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** WeCom's sending side over real HTTP, as far as delivery can tell (protocol §4.2, §7). */
export interface StandInWecom {
  readonly url: string;
  /** Every request body that arrived, in order, with the instant. */
  readonly requests: readonly ArrivedRequest[];
  /** Lower-case userid → the texts delivered to this person. */
  readonly delivered: ReadonlyMap<string, readonly string[]>;
  /** How many sends WeCom recognised as repeats, and did not deliver again. */
  repeats(): number;
  /** Card updates that took effect. */
  readonly updated: readonly string[];
  /** Ids of messages that were taken back; `delivered` has them no more. */
  readonly recalled: ReadonlySet<string>;
  /** How many sends have arrived. */
  sends(): number;
  /** Resolves when so many sends have arrived since the start. */
  arrived(count: number): Promise<void>;
  /** Resolves when `fact` holds; it is looked at after every request. */
  until(fact: () => boolean): Promise<void>;
  close(): Promise<void>;
}

export interface ArrivedRequest {
  readonly path: string;
  readonly body: string;
  readonly at: number;
}

/** What goes wrong with one request. A number is an errcode. */
export type Trouble =
  | 'nothing'
  | 'serverError'
  | 'resetBefore'
  /** Accepted and delivered, but the answer is lost. */
  | 'resetAfter'
  /** The same, and the connection stays open: a time-out. */
  | 'silence'
  | number;

export interface StandInBehaviour {
  /** Milliseconds until the answer. */
  readonly latency?: number;
  /** What the answer to the `count`th send waits for besides. */
  hold?(count: number): Promise<void> | undefined;
  /** Lower-case userids. */
  readonly invalid?: ReadonlySet<string>;
  readonly unlicensed?: ReadonlySet<string>;
  /** Decides about the `count`th send. */
  trouble?(count: number, body: string): Trouble;
  /** Decides about the `count`th recall. */
  troubleRecalling?(count: number): Trouble;
  /** The answer to `agent/get`. */
  agentErrcode?(): number;
  /** Told when a request arrives, and before it is answered. */
  arriving?(): void;
  answering?(): void;
}

export async function startStandInWecom(behaviour: StandInBehaviour = {}): Promise<StandInWecom> {
  const { latency = 0, invalid = new Set(), unlicensed = new Set() } = behaviour;
  const requests: ArrivedRequest[] = [];
  const delivered = new Map<string, string[]>();
  const updated: string[] = [];
  const recognised = new Map<string, { readonly until: number; readonly answer: object }>();
  const messages = new Map<string, { readonly text: string; readonly reached: readonly string[] }>();
  const recalled = new Set<string>();
  const taskIds = new Set<string>();
  const watchers = new Set<() => void>();
  let arrivals = 0;
  let sends = 0;
  let recalls = 0;
  let repeats = 0;

  const apis: ReadonlyMap<string, (body: string) => object> = new Map([
    ['/cgi-bin/message/send', accept],
    ['/cgi-bin/message/recall', recall],
    ['/cgi-bin/message/update_template_card', update],
  ]);
  const server = createServer((request, response) => {
    // A request that its sender did not live to finish is none.
    const read = bodyOf(request).catch(() => undefined);
    void read.then((body) => {
      if (body === undefined) return;
      const { pathname: path, searchParams } = new URL(request.url ?? '', 'http://wecom');
      const renewed = searchParams.get('access_token') === renewedToken;
      requests.push({ path, body, at: Date.now() });
      const isSend = path === '/cgi-bin/message/send';
      if (isSend) arrivals += 1;
      behaviour.arriving?.();
      const answer = () => {
        reply(path, body, renewed, response);
        behaviour.answering?.();
      };
      const held = isSend ? behaviour.hold?.(arrivals) : undefined;
      if (held !== undefined) void held.then(answer);
      else if (latency === 0) answer();
      else setTimeout(answer, latency);
      notice();
    });
  });
  server.keepAliveTimeout = 60_000;
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;

  const wecom: StandInWecom = {
    url: `http://127.0.0.1:${port}`,
    requests,
    delivered,
    repeats: () => repeats,
    updated,
    recalled,
    arrived: (count) => wecom.until(() => arrivals >= count),
    sends: () => arrivals,
    until: (fact) =>
      new Promise((resolve) => {
        const look = () => {
          if (!fact()) return;
          watchers.delete(look);
          resolve();
        };
        watchers.add(look);
        look();
      }),
    async close() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
  return wecom;

  function notice(): void {
    for (const look of watchers) look();
  }

  function reply(path: string, body: string, renewed: boolean, response: ServerResponse): void {
    if (path === '/cgi-bin/agent/get')
      return json(response, { errcode: behaviour.agentErrcode?.() ?? 0, agentid: 7 });
    const chosen = troubleWith(path, body);
    const trouble = tokenErrors.has(chosen) && renewed ? 'nothing' : chosen;
    if (trouble === 'resetBefore') return void response.socket?.destroy();
    if (trouble === 'serverError') return void response.writeHead(500).end('<html>busy</html>');
    if (typeof trouble === 'number') return json(response, { errcode: trouble, errmsg: 'injected' });

    const answer = apis.get(path)?.(body) ?? { errcode: 40_058, errmsg: 'there is no such API here' };
    if (trouble === 'resetAfter') response.socket?.destroy();
    else if (trouble !== 'silence') json(response, answer);
    notice();
  }

  function troubleWith(path: string, body: string): Trouble {
    if (path === '/cgi-bin/message/recall') return behaviour.troubleRecalling?.((recalls += 1)) ?? 'nothing';
    return behaviour.trouble?.((sends += 1), body) ?? 'nothing';
  }

  function accept(body: string): object {
    const sent = JSON.parse(body) as SentBody;
    const now = Date.now();
    const addressed = sent.touser.split('|').map((userid) => userid.toLowerCase());
    const answer = {
      errcode: 0,
      invaliduser: addressed.filter((userid) => invalid.has(userid)).join('|'),
      unlicenseduser: addressed.filter((userid) => unlicensed.has(userid)).join('|'),
      msgid: `m${messages.size}`,
    };
    const reachable = addressed.filter((userid) => !invalid.has(userid) && !unlicensed.has(userid));
    if (addressed.every((userid) => invalid.has(userid))) return { errcode: 81013, errmsg: 'all invalid' };

    const before = sent.enable_duplicate_check === 1 ? recognised.get(body) : undefined;
    if (before !== undefined && before.until > now) {
      repeats += 1;
      return before.answer;
    }
    const taskId = sent.template_card?.task_id;
    if (taskId !== undefined && taskIds.has(taskId)) return { errcode: 42_014, errmsg: 'task_id was used' };
    if (taskId !== undefined) taskIds.add(taskId);
    recognised.set(body, { until: now + sent.duplicate_check_interval * 1000, answer });
    const text = sent.text?.content ?? sent.msgtype;
    messages.set(answer.msgid, { text, reached: reachable });
    for (const userid of reachable) delivered.set(userid, [...(delivered.get(userid) ?? []), text]);
    return answer;
  }

  /** As the simulator does, it does not know a message any more that was taken back. */
  function recall(body: string): object {
    const { msgid } = JSON.parse(body) as { readonly msgid: string };
    const message = messages.get(msgid);
    if (message === undefined || recalled.has(msgid)) return { errcode: 40_058, errmsg: 'invalid msgid' };
    recalled.add(msgid);
    for (const userid of message.reached) {
      const texts = delivered.get(userid) ?? [];
      const at = texts.indexOf(message.text);
      delivered.set(userid, texts.toSpliced(at, 1));
    }
    return { errcode: 0 };
  }

  function update(body: string): object {
    const { response_code: code } = JSON.parse(body) as { readonly response_code: string };
    if (updated.includes(code)) return { errcode: 42022, errmsg: 'code already used' };
    updated.push(code);
    return { errcode: 0, invaliduser: [] };
  }
}

/** The token `openSender` gets when its first one is refused; WeCom takes it. */
export const renewedToken = 'renewed';
/** An expired token is told as either (protocol §4.1). */
const tokenErrors: ReadonlySet<Trouble> = new Set([42_001, 40_014]);

interface SentBody {
  readonly touser: string;
  readonly msgtype: string;
  readonly text?: { readonly content: string };
  readonly template_card?: { readonly task_id: string };
  readonly enable_duplicate_check: number;
  readonly duplicate_check_interval: number;
}

async function bodyOf(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks).toString('utf8');
}

function json(response: ServerResponse, answer: object): void {
  response
    .writeHead(200, { 'content-type': 'application/json' })
    .end(JSON.stringify({ errmsg: 'ok', ...answer }));
}
