import type { RedisClient } from '../../redis/connect.ts';
import type { Finding } from '../finding.ts';

/** A person's yearly records have up to 300 entries (performance §3). */
const denseEntries = 512;

/** Reachable, and keeping what it was told through a restart (architecture "State"). */
export async function checkRedis(redis: RedisClient): Promise<Finding> {
  const subject = 'Redis';
  try {
    await redis.ping();
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    return { subject, state: 'ill', text: `连不上（${reason}）。请检查 REDIS_URL，并确认 Redis 已经启动。` };
  }
  const persistence = await redis.info('persistence').catch(() => '');
  if (!persistence.includes('aof_enabled:1')) {
    return {
      subject,
      state: 'ill',
      text: '连得上，但没有开 AOF，断电会丢数据。请在 redis.conf 写 appendonly yes 后重启。',
    };
  }
  if (/aof_last_write_status:(?!ok)/u.test(persistence)) {
    return { subject, state: 'ill', text: '最近一次写 AOF 失败，多半是磁盘满了。请清理磁盘后再看。' };
  }
  const dense = await redis.config('GET', 'hash-max-listpack-entries').catch(() => []);
  const [, entries] = Array.isArray(dense) ? dense : [];
  if (entries !== undefined && Number(entries) < denseEntries) {
    return {
      subject,
      state: 'attention',
      text: `连得上，已开 AOF。建议在 redis.conf 写 hash-max-listpack-entries ${denseEntries}，一万人一年能省几百 MB 内存。`,
    };
  }
  return { subject, state: 'well', text: '连得上，已开 AOF。' };
}
