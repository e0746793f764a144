import { connectRedis } from '../../src/redis/connect.ts';
import { end, openPapers } from './papers-world.ts';

/*
 * Hands in what is overdue, and dies as by kill -9 at its n-th commit: before it, with it under way, or
 * after it. Arguments: address of Redis, prefix, n, `before`, `during` or `after`.
 */
const [, , url = '', prefix = '', nth = '', moment = ''] = process.argv;
const redis = await connectRedis(url);
let commits = 0;

const { paperRounds } = openPapers(redis, prefix, (commit) => async (work) => {
  commits += 1;
  const isLast = commits === Number(nth);
  if (isLast && moment === 'before') die();
  const written = commit(work);
  if (isLast && moment === 'during') setImmediate(die);
  const failed = await written;
  if (isLast) die();
  return failed;
});
await paperRounds.handIn(end);

function die(): never {
  process.kill(process.pid, 'SIGKILL');
  // The signal is on its way; nothing else may happen until it is there.
  for (;;);
}
