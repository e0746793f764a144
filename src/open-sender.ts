import type { AppSettings } from './app-settings.ts';
import type { Sender } from './delivery/sender.ts';
import type { Log } from './log.ts';
import { createPainter } from './pictures/painter.ts';
import { createPictureStore } from './pictures/picture-store.ts';
import { createUploadedPictures } from './pictures/uploaded-pictures.ts';
import type { RedisClient } from './redis/connect.ts';
import type { Keys } from './redis/keys.ts';
import type { Clock } from './time/clock.ts';
import { createAccessTokenCache } from './wecom/access-token-cache.ts';
import { createAccessTokens } from './wecom/access-token.ts';
import { createClient, type Client } from './wecom/client.ts';
import { addressed, encodeSend } from './wecom/encode-send.ts';
import { createTokenFetcher } from './wecom/fetch-access-token.ts';
import { file, image } from './wecom/message.ts';
import { createTransport } from './wecom/transport.ts';

export interface WecomParts {
  readonly settings: Pick<AppSettings, 'corpId' | 'agentId' | 'secret' | 'apiBase'>;
  readonly redis: RedisClient;
  readonly keys: Keys;
  readonly clock: Clock;
}

/** The client of WeCom's API, with the access token that all replicas share. */
export function openClient({ settings, redis, keys, clock }: WecomParts): {
  client: Client;
  close(): Promise<void>;
} {
  const { corpId, agentId, secret, apiBase } = settings;
  const transport = createTransport({ apiBase });
  const tokens = createAccessTokens({
    cache: createAccessTokenCache({ redis, keys, corpId, agentId, secret }),
    fetchToken: createTokenFetcher({ transport, corpId, secret }),
    clock,
  });
  return { client: createClient({ transport, tokens, agentId }), close: () => transport.close() };
}

export interface SenderParts extends WecomParts {
  readonly log: Log;
}

/** The same as delivery uses it. */
export function openSender({ log, ...parts }: SenderParts): Sender {
  const { client, close } = openClient(parts);
  const { settings, redis, keys, clock } = parts;
  const { agentId } = settings;
  const pictures = createUploadedPictures({
    painter: createPainter(),
    store: createPictureStore(redis, keys),
    upload: (bytes) => client.uploadMedia({ type: 'image', name: 'picture.png', bytes }),
    clock,
    log,
  });
  return {
    encodeSend: (call) => encodeSend({ ...call, agentId }),
    send: (encoded, touser) => client.send(addressed(encoded, touser)),
    updateCard: (call) => client.updateCard(call),
    async picture(picture, age) {
      const mediaId = await pictures.mediaId(picture, age);
      return mediaId === undefined ? undefined : image(mediaId);
    },
    file: async (name, bytes) => file(await client.uploadMedia({ type: 'file', name, bytes })),
    recall: (messageId) => client.recall(messageId),
    probe: () => client.getAgent(),
    close,
  };
}
