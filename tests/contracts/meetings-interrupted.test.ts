import { afterEach, describe, expect, it } from 'vitest';
import { dieDuring, openDyingStage, type DyingStage } from '../support/replica-dying.ts';
import { letClaimsLapse } from '../support/replica-lapse.ts';
import type { World } from '../support/world.ts';

const open: DyingStage[] = [];

afterEach(async () => {
  for (const stage of open.splice(0)) await stage.close();
});

/** A meeting of 机关一支部 and a monthly one, both with something to send at `2026-12-08 15:00` or before. */
async function begin(): Promise<DyingStage> {
  const stage = await openDyingStage({ start: '2026-12-07 10:00' });
  open.push(stage);
  const { here, dying, living } = stage;
  await dying.settle();
  const chen = here.person('陈志刚');
  for (const line of ['开会 12-09 15:00 党员大会 308', '开会 每月15号 15:00 主题党日 党员之家']) {
    await chen.says(line);
    await chen.says('确认');
    await living.settle();
  }
  return stage;
}

function firstLines(here: World, name: string): readonly string[] {
  return here
    .person(name)
    .messages()
    .map(({ text }) => text.split('\n')[0] ?? '');
}

describe('a process that dies while reminders and invitations go out', () => {
  it(
    'after any number of round trips leaves everybody with each message exactly once',
    { timeout: 240_000 },
    async () => {
      let requests = 0;
      for (let isCut = true; isCut; requests += 1) {
        const stage = await begin();
        const { here, living } = stage;
        // 15:00 the working day before; the monthly meeting was due for its invitations since 9:00.
        const at = Date.UTC(2026, 11, 8, 7);
        here.clock.move(at);
        isCut = await dieDuring(stage, requests, async ({ services }) => {
          await services.meetingReminding.remind(at);
          await services.meetingSeries.call(at);
          await services.automatic.sendDue(at);
        });
        await letClaimsLapse(here);
        await living.settle();
        here.clock.move(Date.UTC(2026, 11, 8, 7, 10));
        await living.settle();
        await living.settle();
        for (const name of ['林晓棠', '何雨晴', '罗健', '徐乐乐']) {
          const lines = firstLines(here, name);
          expect(lines.filter((line) => line === '请您回复：会议 1 · 党员大会')).toHaveLength(1);
          expect(lines.filter((line) => line === '会议 2 · 主题党日')).toHaveLength(1);
        }
        expect(firstLines(here, '林晓棠').filter((line) => line.startsWith('会议 3'))).toEqual([]);
        await open.pop()?.close();
      }
      // A reminder and a meeting called, each with a commit of its own, at least.
      expect(requests).toBeGreaterThan(8);
    },
  );
});
