import type { World } from './world.ts';

/** The code of a meeting that its chair reads out now. */
export async function spokenCode({ person }: World, number = 1, chair = '陈志刚'): Promise<string> {
  const said = await person(chair).says(`签到码 ${number}`);
  const code = /^签到码 (\d{4})\n/u.exec(said)?.[1];
  if (code === undefined) throw new Error(`no code in ${said}`);
  return code;
}
