import { describe, expect, it, onTestFinished } from 'vitest';
import { world, type World } from '../support/world.ts';

async function begin(): Promise<World> {
  const opened = await world({ start: '2026-11-20 15:20' });
  onTestFinished(() => opened.close());
  return opened;
}

/** What 林晓棠 has got, and with which calls, after asking for a picture. */
async function ask({ person, settle, simulator }: World) {
  const lin = person('林晓棠');
  await lin.types('我的 图');
  await settle();
  const sends = simulator.calls('message/send').map(({ body }) => body as SentBody);
  return {
    got: lin.messages().flatMap(({ from, text }) => (from === 'bot' ? [text] : [])),
    sends,
    files: sends.flatMap(({ image }) => (image === undefined ? [] : [image.media_id])),
    uploads: simulator.calls('media/upload').length,
  };
}

interface SentBody {
  readonly image?: { readonly media_id: string };
}

const words = '这次没能画成图。发“我的”看文字版。';

describe('a picture', () => {
  it('is sent again with the same bytes when WeCom’s answer is lost, and arrives once', async () => {
    const stage = await begin();
    stage.simulator.failNext('message/send', { kind: 'lostAnswer' });
    const { got, sends, uploads } = await ask(stage);
    expect(got).toEqual(['[图片]']);
    expect(sends).toHaveLength(2);
    expect(sends[1]).toEqual(sends[0]);
    expect(uploads).toBe(1);
  });

  it('is uploaded again when WeCom was away', async () => {
    const stage = await begin();
    stage.simulator.failNext('media/upload', { kind: 'reset' });
    stage.simulator.failNext('media/upload', { kind: 'http500' });
    expect(await ask(stage)).toMatchObject({ got: ['[图片]'], uploads: 3 });
  });

  it('is uploaded with a new token when the old one has expired', async () => {
    const stage = await begin();
    await stage.person('林晓棠').says('学习');
    stage.simulator.expireToken();
    expect((await ask(stage)).got.at(-1)).toBe('[图片]');
  });

  it('is drawn and uploaded once more when WeCom does not know the file', async () => {
    const stage = await begin();
    stage.simulator.failNext('message/send', { kind: 'errcode', errcode: 40007 });
    const { got, files, uploads } = await ask(stage);
    expect(got).toEqual(['[图片]']);
    expect(uploads).toBe(2);
    expect(new Set(files).size).toBe(2);
    expect(stage.logged.filter((line) => line.includes('"level":"error"'))).toEqual([]);
  });

  it.each([
    ['a second time', 'message/send', 40007, 2],
    ['for what it is', 'message/send', 40009, 1],
    ['as a file', 'media/upload', 40005, 1],
  ])('that WeCom does not take %s is replaced by words', async (_, api, errcode, times) => {
    const stage = await begin();
    stage.simulator.failNext(api, { kind: 'errcode', errcode }, { times });
    const { got } = await ask(stage);
    expect(got).toEqual([words]);
    expect(stage.logged.join('')).toContain(`"errcode":${errcode}`);
    expect(stage.logged.join('')).not.toContain('林晓棠');
  });

  it('of each of many who ask at once arrives, and others get their answers meanwhile', async () => {
    const stage = await begin();
    const { lists, person, settle } = stage;
    const everybody = lists.people.map(({ name }) => person(name));
    await Promise.all(everybody.map((one) => one.types('我的 图')));
    expect(await person('林晓棠').says('签到')).toContain('今天的学习签到已记下');
    await settle();
    for (const one of everybody) {
      expect(one.messages().filter(({ content }) => content.kind === 'image')).toHaveLength(1);
    }
  });
});
