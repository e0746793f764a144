import type { Config } from './config.ts';

/** What of the configuration the app itself needs. */
export type AppSettings = Pick<
  Config,
  | 'corpId'
  | 'agentId'
  | 'secret'
  | 'token'
  | 'encodingAesKey'
  | 'apiBase'
  | 'callbackMaxSkewSeconds'
  | 'redisPrefix'
  | 'timezone'
  | 'committeeUserids'
>;
