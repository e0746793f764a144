import { closeRedis, connectRedis } from '../../src/redis/connect.ts';
import { startPrivateRedis, type PrivateRedis } from '../../src/redis/private-server.ts';

/**
 * A Redis that keeps whatever it acknowledged when it is killed. With `everysec` it puts off writing for up
 * to two seconds while the disk is busy with what was written before, and forgets that when it is killed
 * then; with `no` everything is with the kernel before it is answered, and no test waits for a disk.
 */
export async function startTestRedis(directory: string): Promise<PrivateRedis> {
  const server = await startPrivateRedis(directory);
  const control = await connectRedis(server.url);
  await control.config('SET', 'appendfsync', 'no');
  await closeRedis(control);
  return server;
}
