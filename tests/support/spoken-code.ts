import { createAttendanceStore } from '../../src/attendance/attendance-store.ts';
import { commit } from '../../src/redis/commit.ts';
import { createKeys } from '../../src/redis/keys.ts';
import { createUnitOfWork } from '../../src/redis/unit-of-work.ts';
import type { World } from './world.ts';

/**
 * The code of a meeting that its chair reads out now. The meeting gets a secret of the story's, for by
 * chance two meetings, or two minutes of one, have the same code.
 */
export async function spokenCode(world: World, number = 1, chair = '陈志刚'): Promise<string> {
  await readOut(world, number, chair);
  await setSecret(world, number, `the secret of meeting ${number}`);
  return readOut(world, number, chair);
}

async function readOut({ person }: World, number: number, chair: string): Promise<string> {
  const said = await person(chair).says(`签到码 ${number}`);
  const code = /^签到码 (\d{4})\n/u.exec(said)?.[1];
  if (code === undefined) throw new Error(`no code in ${said}`);
  return code;
}

async function setSecret({ redis, settings }: World, number: number, secret: string): Promise<void> {
  const store = createAttendanceStore(redis, createKeys(settings.redisPrefix));
  const before = (await store.secrets()).get(number);
  if (before === secret) return;
  const work = createUnitOfWork();
  store.setSecret(work, number, before, secret);
  await commit(redis, work);
}
