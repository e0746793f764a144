import { describe, expect, it } from 'vitest';
import { stories } from '../support/stories.ts';
import type { World } from '../support/world.ts';

const begin = stories();

describe('a member', () => {
  it('sees the own week as a picture, and gets nothing besides', async () => {
    const { person, goTo, settle, settings } = await begin({ start: '2026-11-18 09:00' });
    const lin = person('林晓棠');
    await lin.says('签到');
    await lin.says('学习');
    await lin.says('已学');
    await goTo('2026-11-20 15:20');

    const before = lin.messages().length;
    expect(await lin.types('我的 图')).toMatchObject({ status: 200, answer: null });
    await settle();
    const [, shown, ...more] = lin.messages().slice(before);
    expect(more).toEqual([]);
    expect(shown?.content).toMatchObject({ kind: 'image', name: 'picture.png' });
    expect(await sizeOf(settings.apiBase, shown)).toEqual({
      width: 1500,
      height: expect.any(Number) as number,
    });
  });

  it('may write it as one word, and in full width', async () => {
    const { person } = await begin();
    expect(await person('林晓棠').says('我的图')).toBe('[图片]');
    expect(await person('周琪').says('我　图')).toBe('[图片]');
    expect(await person('张三').says('我的 图片')).toBe('[图片]');
  });

  it('of 文字版 gets it too, having asked for it', async () => {
    const { person } = await begin();
    await person('林晓棠').says('文字版');
    expect(await person('林晓棠').says('我的 图')).toBe('[图片]');
  });

  it('is told what else there is when it is something else', async () => {
    const { person } = await begin();
    expect(await person('林晓棠').says('我的 表')).toContain('应当是：图');
  });

  it('leaves no trace of it in Redis but the fingerprint of the file', async () => {
    const { person, settle, redis, settings } = await begin();
    await person('林晓棠').says('我的 图');
    await settle();
    const keys = await redis.keys(`${settings.redisPrefix}:*`);
    expect(keys.filter((key) => /:(?:outbox|outbox:body|queue:delivery:-.*)$/u.test(key))).toEqual([]);
    const [picture = '', ...others] = keys.filter((key) => key.includes(':picture:'));
    expect(others).toEqual([]);
    expect(await redis.get(picture)).toMatch(/^\d{13} [\w-]+$/u);
  });
});

describe('a secretary', () => {
  it('sees the branch as a picture, the same while the figures are the same', async () => {
    const { person, goTo, settle, simulator } = await begin({ start: '2026-11-20 15:20' });
    const chen = person('陈志刚');
    expect(await chen.says('统计 图')).toBe('[图片]');
    expect(await chen.says('统计 图')).toBe('[图片]');
    await settle();
    expect(simulator.calls('media/upload')).toHaveLength(1);
    expect(new Set(imagesOf(chen))).toHaveProperty('size', 1);
    expect(imagesOf(chen)).toHaveLength(2);

    await goTo('2026-11-20 15:21');
    await chen.says('统计 图');
    expect(new Set(imagesOf(chen))).toHaveProperty('size', 2);
  });

  it('sees it on a day off, too', async () => {
    const { person } = await begin({ start: '2026-11-21 10:00' });
    expect(await person('陈志刚').says('统计 图')).toBe('[图片]');
  });

  it('is who may, and a member is told so', async () => {
    const { person } = await begin();
    expect(await person('林晓棠').says('统计 图')).toContain(
      '“统计”由小组长、书记、副书记、委员和机关工委使用',
    );
    expect(await person('张三').says('统计 图')).toBe('[图片]');
    expect(await person('钱文静').says('统计 图')).toBe('[图片]');
  });
});

/** The media ids of the pictures on a phone. */
function imagesOf(user: ReturnType<World['person']>): readonly string[] {
  return user.messages().flatMap(({ content }) => (content.kind === 'image' ? [content.mediaId] : []));
}

/** As the phone loads it. */
async function sizeOf(
  simulator: string,
  message: ReturnType<ReturnType<World['person']>['lastMessage']>,
): Promise<{ width: number; height: number }> {
  const id = message?.content.kind === 'image' ? message.content.mediaId : '';
  const response = await fetch(`${simulator}/chat/media/${id}`);
  const png = Buffer.from(await response.arrayBuffer());
  expect(png.subarray(1, 4).toString()).toBe('PNG');
  return { width: png.readUInt32BE(16), height: png.readUInt32BE(20) };
}
