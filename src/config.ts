import * as z from 'zod';
import { readVariables, type Environment } from './config/read-variables.ts';
import { localVariables, fileVariables, wecomVariables } from './config/variables.ts';
import type { LogLevel } from './log.ts';

/** What the service is told by its environment (contract §2; each variable: `config/variables.ts`). */
export interface Config extends LocalConfig {
  readonly corpId: string;
  readonly agentId: number;
  readonly secret: string;
  readonly token: string;
  readonly encodingAesKey: string;
  /** Without a slash at the end. */
  readonly apiBase: string;
}

/** The part that commands need which never speak to WeCom. */
export interface LocalConfig {
  readonly port: number;
  readonly host: string;
  /** Without a slash at the end. */
  readonly publicUrl: string;
  /** 0: off. */
  readonly callbackMaxSkewSeconds: number;
  readonly redisUrl: string;
  readonly redisPrefix: string;
  readonly contentDir: string;
  readonly dataDir: string;
  readonly timezone: string;
  readonly committeeUserids: readonly string[];
  readonly logLevel: LogLevel;
}

/** Problems are sentences for the operator, each with the variable's name and what to do. */
export type ReadConfig<Read> = { readonly config: Read } | { readonly problems: readonly string[] };

/** Reads everything, or lists all that is wrong. */
export function readConfig(environment: Environment): ReadConfig<Config> {
  const read = readVariables(environment, z.object({ ...localVariables, ...wecomVariables }), fileVariables);
  if ('problems' in read) return read;
  const { values } = read;
  return {
    config: {
      ...localConfig(values),
      corpId: values.WECOM_CORP_ID,
      agentId: values.WECOM_AGENT_ID,
      secret: values.WECOM_SECRET,
      token: values.WECOM_TOKEN,
      encodingAesKey: values.WECOM_ENCODING_AES_KEY,
      apiBase: values.WECOM_API_BASE,
    },
  };
}

/** Reads what commands need that never speak to WeCom: the roster's and the content's. */
export function readLocalConfig(environment: Environment): ReadConfig<LocalConfig> {
  const read = readVariables(environment, z.object(localVariables), fileVariables);
  return 'problems' in read ? read : { config: localConfig(read.values) };
}

function localConfig(values: z.output<z.ZodObject<typeof localVariables>>): LocalConfig {
  return {
    port: values.PORT,
    host: values.HOST,
    publicUrl: values.PUBLIC_URL ?? `http://localhost:${values.PORT}`,
    callbackMaxSkewSeconds: values.CALLBACK_MAX_SKEW_SECONDS,
    redisUrl: values.REDIS_URL,
    redisPrefix: values.REDIS_PREFIX,
    contentDir: values.CONTENT_DIR,
    dataDir: values.DATA_DIR,
    timezone: values.TIMEZONE,
    committeeUserids: values.COMMITTEE_USERIDS,
    logLevel: values.LOG_LEVEL,
  };
}
