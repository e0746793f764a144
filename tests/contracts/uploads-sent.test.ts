import { describe, expect, it, onTestFinished } from 'vitest';
import { eventually } from '../support/eventually.ts';
import { world, type World } from '../support/world.ts';
import { isOf, uploadKinds, type UploadKind } from './uploads-kinds.ts';

async function begin(): Promise<World> {
  const opened = await world({ start: '2026-11-20 15:20' });
  onTestFinished(() => opened.close());
  return opened;
}

/** What somebody has got, and with which calls, after asking for it. */
async function ask({ person, settle, simulator }: World, { asker, line }: UploadKind) {
  const user = person(asker);
  await user.types(line);
  await settle();
  const sends = simulator.calls('message/send').map(({ body }) => body as SentBody);
  return {
    got: user.messages().flatMap(({ from, text }) => (from === 'bot' ? [text] : [])),
    sends,
    files: sends.flatMap(({ image, file }) => image?.media_id ?? file?.media_id ?? []),
    uploads: simulator.calls('media/upload').length,
  };
}

interface SentBody {
  readonly image?: { readonly media_id: string };
  readonly file?: { readonly media_id: string };
}

const hour = 3_600_000;

describe.each(uploadKinds)('what is uploaded, of type $name,', (kind) => {
  const { said, shown, words } = kind;

  it('is sent again with the same bytes when WeCom’s answer is lost, and arrives once', async () => {
    const stage = await begin();
    stage.simulator.failNext('message/send', { kind: 'lostAnswer' });
    const { got, sends, uploads } = await ask(stage, kind);
    expect(got).toEqual([...said, shown]);
    expect(sends).toHaveLength(2);
    expect(sends[1]).toEqual(sends[0]);
    expect(uploads).toBe(1);
  });

  it('is uploaded again when WeCom was away', async () => {
    const stage = await begin();
    stage.simulator.failNext('media/upload', { kind: 'reset' });
    stage.simulator.failNext('media/upload', { kind: 'http500' });
    expect(await ask(stage, kind)).toMatchObject({ got: [...said, shown], uploads: 3 });
  });

  it('is uploaded with a new token when the old one has expired', async () => {
    const stage = await begin();
    await stage.person(kind.asker).says('学习');
    stage.simulator.expireToken();
    expect((await ask(stage, kind)).got.at(-1)).toBe(shown);
  });

  it('is uploaded once more when WeCom does not know the file', async () => {
    const stage = await begin();
    stage.simulator.failNext('message/send', { kind: 'errcode', errcode: 40007 });
    const { got, files, uploads } = await ask(stage, kind);
    expect(got).toEqual([...said, shown]);
    expect(uploads).toBe(2);
    expect(new Set(files).size).toBe(2);
    expect(stage.logged.filter((line) => line.includes('"level":"error"'))).toEqual([]);
  });

  it('arrives although WeCom was away for longer than it keeps files', async () => {
    const stage = await begin();
    const { person, simulator, clock, settle } = stage;
    simulator.failNext('message/send', { kind: 'errcode', errcode: 45033 });
    await person(kind.asker).types(kind.line);
    await simulator.waitFor(() => simulator.calls('message/send').length > 0, 'the first send');
    clock.move(clock.now() + 80 * hour);
    await settle();
    expect(
      person(kind.asker)
        .messages()
        .filter((message) => isOf(kind, message)),
    ).toHaveLength(1);
  });

  it.each([
    ['a second time', 'message/send', 40007, 2],
    ['for what it is', 'message/send', 40009, 1],
    ['as a file', 'media/upload', 40005, 1],
  ])('and that WeCom does not take %s is replaced by words', async (_, api, errcode, times) => {
    const stage = await begin();
    stage.simulator.failNext(api, { kind: 'errcode', errcode }, { times });
    const { got } = await ask(stage, kind);
    expect(got).toEqual([...said, words]);
    expect(stage.logged.join('')).toContain(`"errcode":${errcode}`);
    expect(stage.logged.join('')).not.toContain(kind.asker);
  });

  it.each([
    ['it has arrived', 'media/upload', 0],
    ['words have taken its place', 'media/upload', 40005],
    ['WeCom has refused it', 'message/send', 40009],
    ['it could not be delivered', 'message/send', 81013],
  ])('is forgotten when %s', async (_, api, errcode) => {
    const stage = await begin();
    const { redis, settings, simulator } = stage;
    if (errcode !== 0) simulator.failNext(api, { kind: 'errcode', errcode });
    await ask(stage, kind);
    // The queue forgets a job a moment after its message has arrived.
    await eventually(async () => {
      const keys = await redis.keys(`${settings.redisPrefix}:*`);
      expect(keys.filter((key) => /:(?:outbox|outbox:(?:file|body)|queue:delivery:-.*)$/u.test(key))).toEqual(
        [],
      );
    });
  });
});

describe('a picture', () => {
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
