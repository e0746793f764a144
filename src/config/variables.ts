import { resolve } from 'node:path';
import * as z from 'zod';
import { logLevels } from '../log.ts';
import { parseRedisAddress } from '../redis/address.ts';
import { isFolder, isWritableFolder } from './folders.ts';
import { isListenAddress } from './listen-address.ts';

/*
 * The environment, one variable each (contract §2). The sentences are for the operator: what is wrong
 * and what to do; a secret is never shown in them.
 */

/** What everything needs. */
export const localVariables = {
  /** The port of the bot's HTTP server; 0 takes any free one. */
  PORT: wholeNumber(0, 65_535).prefault('8080'),

  /** The address the bot's HTTP server listens on. */
  HOST: z
    .string()
    .refine(isListenAddress, { error: says('请写监听地址，例如 0.0.0.0') })
    .prefault('0.0.0.0'),

  /** Where people's phones reach the bot, for links inside messages; `http://localhost:$PORT` by default. */
  PUBLIC_URL: webAddress('https://zhibu.example.com').optional(),

  /** Seconds a callback's timestamp may be away from our clock; 0 switches the check off. */
  CALLBACK_MAX_SKEW_SECONDS: wholeNumber(0, 86_400).prefault('0'),

  /** Where Redis is; grammar: `RedisAddress`. Not shown, since it may hold a password. */
  REDIS_URL: z
    .string()
    .refine((url) => parseRedisAddress(url) !== undefined, {
      error:
        '看不懂。写法：redis://主机:6379，加密用 rediss://用户:密码@主机:6379/0，' +
        '哨兵用 redis+sentinel://主机:26379,主机:26379/主节点名，集群用 redis+cluster://主机:6379,主机:6379',
    })
    .prefault('redis://127.0.0.1:6379'),

  /** The first part of every key, so that several services can share one Redis. */
  REDIS_PREFIX: matching(/^[\w.-]{1,32}$/, '请用 1 到 32 个字母、数字、点或横线，例如 zb').prefault('zb'),

  /** The folder of the content files (contract §6). */
  CONTENT_DIR: z
    .string()
    .refine(isFolder, {
      error: ({ input }) => `找不到文件夹 ${resolve(String(input))}。请写内容所在的文件夹，例如 content`,
    })
    .prefault('content'),

  /** The folder for what the service itself stores on disk; made when it is missing. */
  DATA_DIR: z
    .string()
    .refine(isWritableFolder, {
      error: ({ input }) =>
        `不能在文件夹 ${resolve(String(input))} 里写文件。请让运行服务的用户可以写它，或者换一个，例如 data`,
    })
    .prefault('data'),

  /** The IANA time zone of all days and schedules. */
  TIMEZONE: z
    .string()
    .refine(isTimezone, { error: says('请写时区的标准名称，例如 Asia/Shanghai') })
    .prefault('Asia/Shanghai'),

  /** Userids that are committee members before any roster exists; blanks and Chinese commas part them as well. */
  COMMITTEE_USERIDS: z
    .string()
    .transform((text) => text.split(/[,，、;；\s]+/).filter((userid) => userid !== ''))
    .pipe(
      z.array(
        z.string().regex(/^[A-Za-z0-9][\w.@-]{0,63}$/, {
          error: says('请写企业微信账号，多个用逗号隔开，例如 lin.xt,zhou_q'),
        }),
      ),
    )
    .prefault(''),

  /** The least grave lines that are logged. */
  LOG_LEVEL: z.enum(logLevels, { error: says(`请从这些里选：${logLevels.join('、')}`) }).prefault('info'),
};

/** What talking to WeCom needs besides. */
export const wecomVariables = {
  /** The id of the corp: `ww` or `wx` and 16 characters (protocol §0.2); stand-ins and proxies have others. */
  WECOM_CORP_ID: required('请填企业 ID，它在管理后台“我的企业 → 企业信息”最下面').regex(
    /^[0-9A-Za-z_-]{8,64}$/,
    {
      error: says('应是一串字母和数字，通常以 ww 开头，在管理后台“我的企业 → 企业信息”最下面'),
    },
  ),

  /** The id of the self-built app. */
  WECOM_AGENT_ID: required('请填自建应用的 AgentId，在管理后台“应用管理”里打开该应用可以看到').pipe(
    wholeNumber(1, 2 ** 31 - 1),
  ),

  /** The key with which access tokens are fetched. */
  WECOM_SECRET: required('请填自建应用的 Secret，在管理后台“应用管理”里打开该应用可以看到').regex(
    /^[^\s"']{1,256}$/,
    {
      error: '不像 Secret（不该有引号和空格）。请在管理后台重新复制',
    },
  ),

  /** Signs callbacks (protocol §9). */
  WECOM_TOKEN: required('请在管理后台该应用的“接收消息 → 设置 API 接收”里随机获取，两边填一样的').regex(
    /^[A-Za-z0-9]{1,32}$/,
    { error: '应是 1 到 32 个字母或数字，和“设置 API 接收”里的 Token 一样' },
  ),

  /** Encrypts callbacks; 43 characters, whose last two bits are not used (protocol §1.2). */
  WECOM_ENCODING_AES_KEY: required(
    '请在管理后台该应用的“接收消息 → 设置 API 接收”里随机获取，两边填一样的',
  ).regex(/^[A-Za-z0-9]{43}$/, {
    error: '应正好是 43 个字母或数字，和“设置 API 接收”里的 EncodingAESKey 一样',
  }),

  /** Where WeCom's API is: a simulator or a proxy may stand there. */
  WECOM_API_BASE: webAddress('https://qyapi.weixin.qq.com').prefault('https://qyapi.weixin.qq.com'),
};

/** These may be given as a file instead: `WECOM_SECRET_FILE=/run/secrets/wecom-secret`. */
export const fileVariables = [
  'WECOM_CORP_ID',
  'WECOM_AGENT_ID',
  'WECOM_SECRET',
  'WECOM_TOKEN',
  'WECOM_ENCODING_AES_KEY',
  'REDIS_URL',
] as const;

function required(where: string) {
  return z.string({ error: `没有设置。${where}` });
}

function matching(pattern: RegExp, advice: string) {
  return z.string().regex(pattern, { error: says(advice) });
}

function wholeNumber(least: number, most: number) {
  const error = says(`应是 ${least} 到 ${most} 的整数`);
  return z
    .string()
    .regex(/^\d{1,10}$/, { error })
    .transform(Number)
    .refine((number) => number >= least && number <= most, { error });
}

/** Without a slash at its end, so that a path can be added. */
function webAddress(example: string) {
  return z
    .string()
    .refine((text) => /^https?:\/\/[^\s/?#@]+(\/[^\s?#]*)?$/.test(text) && URL.canParse(text), {
      error: says(`请写完整的网址，例如 ${example}`),
    })
    .transform((text) => text.replace(/\/+$/, ''));
}

function says(advice: string) {
  return ({ input }: { readonly input?: unknown }) => `${advice}（现在是“${String(input)}”）`;
}

/** The default is known to be one; asking Intl would cost the cold start 15 ms. */
function isTimezone(name: string): boolean {
  if (name === 'Asia/Shanghai') return true;
  try {
    Intl.DateTimeFormat('en', { timeZone: name });
    return true;
  } catch {
    return false;
  }
}
