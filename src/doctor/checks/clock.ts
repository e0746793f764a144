import { request } from 'undici';
import type { RedisClient } from '../../redis/connect.ts';
import type { Finding } from '../finding.ts';

/** Half a minute matters to nobody; more makes jobs run at the wrong time. In milliseconds. */
const tolerated = 30_000;

/** Compares this machine's clock with WeCom's, and with Redis's when WeCom does not say. */
export async function checkClock(apiBase: string, redis: RedisClient, now: () => number): Promise<Finding> {
  const subject = '时钟';
  const reference = (await wecomTime(apiBase)) ?? (await redisTime(redis));
  if (reference === undefined)
    return { subject, state: 'attention', text: '没有可以对照的时间。请确认服务器开了自动对时（NTP）。' };
  const difference = now() - reference.at;
  if (Math.abs(difference) <= tolerated) return { subject, state: 'well', text: `与${reference.of}一致。` };
  const direction = difference > 0 ? '快' : '慢';
  return {
    subject,
    state: 'ill',
    text: `比${reference.of}${direction} ${Math.round(Math.abs(difference) / 1000)} 秒。请打开自动对时，例如 timedatectl set-ntp true。`,
  };
}

interface Reference {
  readonly of: string;
  readonly at: number;
}

async function wecomTime(apiBase: string): Promise<Reference | undefined> {
  try {
    const { headers, body } = await request(apiBase, { method: 'HEAD', headersTimeout: 5000 });
    await body.dump();
    const at = Date.parse(String(headers['date'] ?? ''));
    return Number.isNaN(at) ? undefined : { of: '企业微信', at };
  } catch {
    return undefined;
  }
}

async function redisTime(redis: RedisClient): Promise<Reference | undefined> {
  try {
    const [seconds] = await redis.time();
    return { of: 'Redis ', at: Number(seconds) * 1000 };
  } catch {
    return undefined;
  }
}
