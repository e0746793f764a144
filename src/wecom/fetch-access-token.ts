import * as z from 'zod';
import { readAnswer } from './answer.ts';
import type { Transport } from './transport.ts';

export interface FetchedToken {
  readonly token: string;
  /** Seconds. */
  readonly expiresIn: number;
}

export interface TokenFetcherParts {
  readonly transport: Transport;
  readonly corpId: string;
  readonly secret: string;
}

const answerSchema = z.object({
  access_token: z.string().min(1),
  expires_in: z.number().positive(),
});

/** Asks WeCom for an access token (protocol §4.1). Not to be called without `createAccessTokens` around it. */
export function createTokenFetcher({
  transport,
  corpId,
  secret,
}: TokenFetcherParts): () => Promise<FetchedToken> {
  return async () => {
    const answer = await transport.call({ api: 'gettoken', query: { corpid: corpId, corpsecret: secret } });
    const { access_token, expires_in } = readAnswer('gettoken', answerSchema, answer);
    return { token: access_token, expiresIn: expires_in };
  };
}
