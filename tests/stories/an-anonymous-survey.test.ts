import { describe, expect, it } from 'vitest';
import type { SimulatedUser } from '../../src/simulator/user/simulated-user.ts';
import { watchCommands } from '../support/replica-watch.ts';
import type { World } from '../support/world.ts';
import { stories } from '../support/stories.ts';

const begin = stories();

/** 钱文静 of the committee publishes the shipped survey about the work of the departments. */
async function publish({ person, settle }: World, order = '机关作风满意度 全体 今天 12-01'): Promise<string> {
  await person('钱文静').says(`发布测评 ${order}`);
  const said = await person('钱文静').says('确认');
  await settle();
  return said;
}

async function handIn(who: SimulatedUser, letters: string): Promise<string> {
  await who.says(`测评 1 ${letters}`);
  return who.says('测评 1 交');
}

/** Redis shows what is not ASCII as `\\xe6`. */
function unescaped(line: string): string {
  const bytes = line.replaceAll(/\\x([0-9a-f]{2})/gu, (_, hex: string) =>
    String.fromCodePoint(parseInt(hex, 16)),
  );
  return Buffer.from(bytes, 'latin1').toString('utf8');
}

/** Everybody of the demo city whom 全体 means. */
function allMembers({ lists, person }: World): readonly SimulatedUser[] {
  return lists.people
    .filter(({ kind }) => kind === '正式党员' || kind === '预备党员')
    .map(({ name }) => person(name));
}

describe('an anonymous survey', () => {
  it('is previewed, announced, answered by tapping, and handed in once', async () => {
    const { person, ...world } = await begin();
    const qian = person('钱文静');
    expect(await qian.says('发布测评 机关作风满意度 全体 今天 12-01')).toBe(
      [
        '预览（还没有发布）',
        '发给：全体 24 人（8 个单位）',
        '机关作风满意度，5 个问题：',
        '1 来机关办事，一次说清楚要什么材料',
        '2 说好的时间里办完',
        '3 会议和通知的多少',
        '4 给基层减轻的负担',
        '5 提的意见有没有回音',
        '时间：今天到12月1日（周二）',
        '匿名：只留合计，不留谁怎么答的；满 10 份才公布',
        '通知：确认后就发',
        '[确认] [取消]',
      ].join('\n'),
    );
    expect(await qian.says('确认')).toBe(
      '测评 1（机关作风满意度）已发布，已通知 24 人。\n截止后发“测评 1”看结果。',
    );
    await world.settle();

    const lin = person('林晓棠');
    expect(lin.lastMessage()?.text).toContain('匿名，自愿');
    await lin.taps('开始');
    await lin.sees('测评 1 · 1/5');
    for (const [choice, next] of [
      ['满意', '测评 1 · 2/5'],
      ['基本满意', '测评 1 · 3/5'],
      ['合适', '测评 1 · 4/5'],
      ['有一些', '测评 1 · 5/5'],
      ['没提过', '5 个问题都答了'],
    ] as const) {
      await lin.taps(choice);
      await lin.sees(next);
    }
    await lin.taps('交上去');
    await lin.sees('已经收下，没有记下是谁答的');
    expect(await lin.says('测评 1')).toContain('您已经交过了');
    expect(await handIn(lin, 'AAAAA')).toContain('您已经交过了');
    expect(await lin.says('测评')).toContain('1 机关作风满意度 · 您已交');
  });

  it('shows its result to everybody who was asked, from ten answers on', async () => {
    const world = await begin();
    await publish(world);
    const members = allMembers(world);
    for (const [index, who] of members.slice(0, 12).entries()) {
      expect(await handIn(who, index < 9 ? 'AAAAA' : 'BCDAB')).toContain('已经收下');
    }
    expect(await members[0]?.says('测评 1')).not.toContain('满意 9');

    await world.goTo('2026-12-02 08:30');
    const last = members.at(-1);
    await world.goTo('2026-12-02 09:30');
    await last?.sees('测评 1 有结果了');
    expect(await last?.says('测评 1')).toBe(
      [
        '测评 1 · 机关作风满意度',
        '参加 12/24 人（截至 12月1日）',
        '1 来机关办事，一次说清楚要什么材料：满意 9、基本满意 3、不满意 0、不了解 0',
        '2 说好的时间里办完：满意 9、基本满意 0、不满意 3、不了解 0',
        '3 会议和通知的多少：合适 9、偏多 0、偏少 0、不了解 3',
        '4 给基层减轻的负担：明显 12、有一些 0、没有 0、不了解 0',
        '5 提的意见有没有回音：有 9、有时有 3、没有 0、没提过 0',
        '每题共 12 份。答卷合计后已经删除。',
      ].join('\n'),
    );
  });

  it('of fewer than ten answers is never shown, not even to the committee', async () => {
    const world = await begin();
    await publish(world);
    for (const who of allMembers(world).slice(0, 9)) await handIn(who, 'ABABA');
    await world.goTo('2026-12-02 08:30');
    const said = await world.person('钱文静').says('测评 1');
    expect(said).toContain('参加 9/24 人');
    expect(said).toContain('不到 10 份，为了匿名不公布结果，答卷已经删除。');
    expect(said).not.toContain('满意 ');
  });

  it('leaves nothing in the store from which an answer could be told, not even in its log', async () => {
    const world = await begin();
    await publish(world);
    const watch = await watchCommands(world.redisUrl);
    const lin = world.person('林晓棠');
    await lin.says('测评 1');
    await lin.taps('不满意');
    await lin.sees('测评 1 · 2/5');
    await lin.says('不了解');
    await lin.says('d');
    await lin.says('测评 1 CCCCC');
    await lin.says('测评 1 交');
    await lin.says('搜索 支部委员会任期届满的换届选举');
    const log = (await watch.end()).map(unescaped);

    // What is not confidential can be seen there, so the same look would find the answers.
    expect(log.some((line) => line.includes('搜索 支部委员会'))).toBe(true);
    expect(log.some((line) => line.includes('lin.xiaotang') && line.includes('survey:1:taken'))).toBe(true);
    expect(log.filter((line) => line.includes('CCCCC'))).toEqual([]);
    expect(log.filter((line) => /"typed\\*",\\*"text\\*":\\*"(?:d|不了解)\\*"/u.test(line))).toEqual([]);
    expect(log.filter((line) => line.includes('不了解') && !/满意|偏多|有一些/u.test(line))).toEqual([]);
    // A tapped choice would stand in the log as the line of its button; the cards hold those of all choices.
    expect(log.filter((line) => line.includes('第1题 C') && !line.includes('第1题 D'))).toEqual([]);
  });

  it('is answered by a bare letter or the words of a choice, while its question is what was shown last', async () => {
    const world = await begin();
    const lin = world.person('林晓棠');
    await lin.says('答题');
    await publish(world);
    expect(await lin.says('测评 1')).toContain('测评 1 · 1/5');
    expect(await lin.says('Ａ')).toContain('测评 1 · 2/5');
    expect(await lin.says('基本满意')).toContain('测评 1 · 3/5');
    expect(await lin.says('E')).toBe('测评 1 没有这个选项。发“测评 1”接着答。');
    expect(await lin.says('满意')).not.toContain('测评 1 ·');
    // The question of the day was asked before, and is not answered by any of this.
    expect(await lin.says('我的')).toContain('答题：今天的还没有答');
    expect(await lin.says('答题')).toContain('每日一题');
    expect(await lin.says('b')).toMatch(/^对。/u);
    expect(await lin.says('测评 1')).toContain('测评 1 · 3/5');
    expect(await lin.says('偏多。')).toContain('测评 1 · 4/5');
    expect(await lin.says('ABCDA')).toContain('5 个问题都答了');
    expect(await lin.says('A')).toContain('5 个问题都答了');
    expect(await lin.says('交上去')).toContain('已经收下，没有记下是谁答的');
    expect(await lin.says('A')).toBe('现在没有等您回答的题。发“答题”看题。');
  });

  it('leaves a bare letter to the morning’s question when that came later, even the same as the day before', async () => {
    const world = await begin({ start: '2026-11-19 09:00' });
    const lin = world.person('林晓棠');
    await lin.says('答题');
    await publish(world);
    await world.goTo('2026-11-20 08:10');
    await lin.says('测评 1');
    await world.goTo('2026-11-20 08:30');
    await lin.sees('【每日一题】党支部党员大会一般多久开一次？');
    expect(await lin.says('b')).toMatch(/^对。/u);
    expect(await lin.says('b')).not.toContain('测评 1 ·');
  });

  it('is counted once by two replicas, and its ballots are gone', async () => {
    const world = await begin({ replicas: 2 });
    await publish(world);
    for (const who of allMembers(world).slice(0, 11)) await handIn(who, 'AAAAA');
    await world.goTo('2026-12-02 08:30');
    expect(await world.person('周琪').says('测评 1')).toContain('满意 11、');
    const keys = await world.redis.keys(`${world.settings.redisPrefix}:*survey:1*`);
    expect(new Set(keys.map((key) => key.split('survey:')[1]))).toEqual(new Set(['1', '1:result']));
  });

  it('says kindly what was wrong', async () => {
    const world = await begin();
    const { person } = world;
    const qian = person('钱文静');
    const lin = person('林晓棠');
    expect(await qian.says('发布测评 食堂 全体 今天 12-01')).toContain('没有叫“食堂”的测评。现在有：');
    expect(await qian.says('发布测评 机关作风满意度 @机关一支部 今天 12-01')).toContain('不到 10 份答卷');
    expect(await qian.says('发布测评 机关作风满意度 全体 12-01 11-25')).toContain('请对调');
    expect(await lin.says('发布测评 机关作风满意度 全体 今天 12-01')).toContain('由机关工委使用');
    expect(await lin.says('测评')).toBe('现在没有给您的测评。有了会通知您。');
    expect(await lin.says('测评 1')).toContain('没有给您的第 1 号测评');

    await publish(world, '机关作风满意度 全体 11-23 12-01');
    expect(await lin.says('测评 1 AAAAA')).toContain('11月23日（周一）开始');
    await world.goTo('2026-11-23 08:30');
    await lin.sees('测评 1 · 机关作风满意度');
    for (const wrong of ['E', 'AAAA', 'AAAAE', '第9题 A', '😀', '都很好'.repeat(1000)]) {
      expect(await lin.says(`测评 1 ${wrong}`)).toMatch(/测评 1/u);
    }
    expect(await lin.says('测评 1 交')).toContain('1/5');
    expect(await lin.says('测评 1 ａ、b；ＡＢＡ')).toContain('5 个问题都答了');
    await lin.taps('重答');
    await lin.sees('测评 1 · 1/5');
    expect(await lin.says('测评 1 交')).toContain('测评 1 · 1/5');
  });

  it('for whoever reads text: all questions at once, answered in one line', async () => {
    const world = await begin();
    await publish(world);
    const lin = world.person('林晓棠');
    await lin.says('文字版');
    expect(await lin.says('测评 1')).toContain('每个问题一个字母，连起来发，例如：测评 1 AAAAA');
    expect(await handIn(lin, 'ABCDA')).toContain('已经收下');
  });
});
