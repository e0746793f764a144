import { randomUUID } from 'node:crypto';
export async function testRedis() {
  return { url: 'unix:///tmp/r/redis.sock', prefix: randomUUID().slice(0, 8), close: async () => {} };
}
