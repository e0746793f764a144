import * as z from 'zod';
import type { AccessTokens } from './access-token.ts';
import { readAnswer } from './answer.ts';
import type { CardUpdate } from './card-update.ts';
import { tokenRefused } from './error-decision.ts';
import { WecomError } from './errors.ts';
import type { Menu } from './menu.ts';
import type { ApiAnswer, ApiCall, Transport } from './transport.ts';
import { encodeUpload, type MediaFile } from './upload-media.ts';

/**
 * What the app asks of WeCom (protocol §4). Every call rejects with a WecomError, whose `decision` says
 * what to do; system failures have been tried again and a refused token renewed before.
 */
export interface Client {
  /** Sends a message. `encoded` comes from `encodeSend` and `addressed`; the very same text may be sent again. */
  send(encoded: string): Promise<SendResult>;
  /** Changes a card that was tapped, for the recipients named, within 72 hours. */
  updateCard(request: CardUpdateRequest): Promise<CardUpdateResult>;
  /** Takes a message back, within 24 hours. */
  recall(messageId: string): Promise<void>;
  createMenu(menu: Menu): Promise<void>;
  /** Uploads a file and returns its media id, which messages may use for three days. */
  uploadMedia(file: MediaFile): Promise<string>;
  /** Proves token, address and state of the app at once. */
  getAgent(): Promise<Agent>;
  /** Addresses callbacks come from; may end in `.*`. */
  callbackIps(): Promise<readonly string[]>;
}

/** An accepted message. Nobody else was left out, as far as WeCom tells. */
export interface SendResult {
  /** Userids outside the visible range or unknown, in lower case as WeCom returns them. */
  readonly invalid: readonly string[];
  /** Userids without a licence for the API, in lower case. */
  readonly unlicensed: readonly string[];
  readonly messageId: string | undefined;
  /** Allows one update of an interactive card before anybody taps it. */
  readonly responseCode: string | undefined;
}

export interface CardUpdateRequest {
  readonly responseCode: string;
  /** At most 1,000 userids, or everybody the card was sent to. */
  readonly recipients: readonly string[] | 'everybody';
  readonly update: CardUpdate;
}

export interface CardUpdateResult {
  /** Userids the card was not sent to, in lower case. */
  readonly invalid: readonly string[];
}

export interface Agent {
  readonly agentId: number;
  readonly name: string;
  readonly closed: boolean;
  readonly visible: {
    readonly userids: readonly string[];
    readonly departments: readonly number[];
    readonly tags: readonly number[];
  };
}

export interface ClientParts {
  readonly transport: Transport;
  readonly tokens: AccessTokens;
  readonly agentId: number;
}

export function createClient({ transport, tokens, agentId }: ClientParts): Client {
  return {
    async send(encoded) {
      const answer = await call('message/send', { body: encoded });
      const { invaliduser, unlicenseduser, msgid, response_code } = sendAnswer.parse(answer);
      return {
        invalid: invaliduser,
        unlicensed: unlicenseduser,
        messageId: msgid,
        responseCode: response_code,
      };
    },
    async updateCard({ responseCode, recipients, update }) {
      const target = recipients === 'everybody' ? { atall: 1 } : { userids: recipients };
      const body = JSON.stringify({ ...target, agentid: agentId, response_code: responseCode, ...update });
      const { invaliduser } = updateAnswer.parse(await call('message/update_template_card', { body }));
      return { invalid: invaliduser };
    },
    async recall(messageId) {
      await call('message/recall', { body: JSON.stringify({ msgid: messageId }) });
    },
    async createMenu(menu) {
      await call('menu/create', { query: { agentid: String(agentId) }, body: JSON.stringify(menu) });
    },
    async uploadMedia(file) {
      const answer = await call('media/upload', { query: { type: file.type }, body: encodeUpload(file) });
      return readAnswer('media/upload', uploadAnswer, answer).media_id;
    },
    async getAgent() {
      const answer = await call('agent/get', { query: { agentid: String(agentId) } });
      const { agentid, name, close, allow_userinfos, allow_partys, allow_tags } = readAnswer(
        'agent/get',
        agentAnswer,
        answer,
      );
      return {
        agentId: agentid,
        name,
        closed: close !== 0,
        visible: {
          userids: allow_userinfos.user.map(({ userid }) => userid),
          departments: allow_partys.partyid,
          tags: allow_tags.tagid,
        },
      };
    },
    async callbackIps() {
      return readAnswer('getcallbackip', ipAnswer, await call('getcallbackip', {})).ip_list;
    },
  };

  /** Renews a refused token once, never twice: a wrong secret tried in a loop bans our address. */
  async function call(api: string, request: Pick<ApiCall, 'body'> & Partial<Pick<ApiCall, 'query'>>) {
    const callWith = (token: string): Promise<ApiAnswer> =>
      transport.call({ ...request, api, query: { ...request.query, access_token: token } });

    const token = await tokens.current();
    let refusal: WecomError;
    try {
      return await callWith(token);
    } catch (error) {
      if (!isTokenRefusal(error)) throw error;
      refusal = error;
    }
    try {
      return await callWith(await tokens.refresh(token));
    } catch (error) {
      throw error instanceof WecomError ? afterRefusal(refusal, error) : error;
    }
  }
}

function isTokenRefusal(error: unknown): error is WecomError {
  return error instanceof WecomError && error.decision.action === 'refreshToken';
}

/** What the second failure comes to: it does not undo what may have arrived before the first. */
function afterRefusal(first: WecomError, second: WecomError): WecomError {
  return second.with({
    decision: second.decision.action === 'refreshToken' ? tokenRefused : second.decision,
    mayHaveArrived: first.mayHaveArrived || second.mayHaveArrived,
  });
}

/** `bob|carol`. A list in any other form is taken as empty: the message itself has been accepted. */
const joinedUserids = z
  .string()
  .catch('')
  .transform((list) =>
    list
      .toLowerCase()
      .split('|')
      .filter((userid) => userid !== ''),
  );

const sendAnswer = z.object({
  invaliduser: joinedUserids,
  unlicenseduser: joinedUserids,
  msgid: z.string().optional().catch(undefined),
  response_code: z.string().optional().catch(undefined),
});

/** Here WeCom answers with an array. */
const updateAnswer = z.object({ invaliduser: z.array(z.string().toLowerCase()).catch([]) });

const uploadAnswer = z.object({ media_id: z.string().min(1) });

const agentAnswer = z.object({
  agentid: z.int(),
  name: z.string().default(''),
  close: z.int().default(0),
  allow_userinfos: z
    .object({ user: z.array(z.object({ userid: z.string() })).default([]) })
    .default({ user: [] }),
  allow_partys: z.object({ partyid: z.array(z.int()).default([]) }).default({ partyid: [] }),
  allow_tags: z.object({ tagid: z.array(z.int()).default([]) }).default({ tagid: [] }),
});

const ipAnswer = z.object({ ip_list: z.array(z.string()) });
