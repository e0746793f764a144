import { describe, expect, it } from 'vitest';
import { stories } from '../support/stories.ts';

const begin = stories();

describe('the committee names an audience', () => {
  it('of several terms, and everybody gets it once', async () => {
    const { person, settle } = await begin();
    const qian = person('钱文静');
    const preview = await qian.says('通知 @机关一支部、#青年、书记 除 林晓棠 周六志愿服务');
    expect(preview).toContain('发给：机关一支部、#青年、书记（除林晓棠）');
    expect(preview).toMatch(/重复的 \d+ 人只算一次。/u);
    await qian.says('确认');
    await settle();
    expect(person('陈志刚').messages()).toHaveLength(1);
    expect(person('徐乐乐').messages()).toHaveLength(1);
    expect(person('林晓棠').messages()).toHaveLength(0);
  });

  it('under a name of its own, and uses it for notices and tests', async () => {
    const { person } = await begin();
    const qian = person('钱文静');
    expect(await qian.says('名单')).toBe('还没有存过名单。例如：名单 青年骨干 = #青年,@机关一支部 除 书记');
    expect(await qian.says('名单 骨干队 = @机关一支部 除 书记')).toBe(
      '已存名单“骨干队”：机关一支部（除书记）8 人\n发通知时写它就行，例如：通知 骨干队 内容',
    );
    expect(await qian.says('通知 骨干队 周六志愿服务')).toContain('发给：骨干队 8 人');
    expect(await qian.says('发布测试 小测 骨干队、书记 今天 12-10 5题')).toContain('发给：骨干队、书记 ');
    expect(await qian.says('名单 骨干队 = 林晓棠、周琪')).toContain('已改名单“骨干队”：林晓棠、周琪 2 人');
    expect(await qian.says('名单')).toBe(
      [
        '存好的名单：',
        '骨干队：林晓棠、周琪 2 人',
        '改它，发“名单 骨干队 = 新的对象”；不要了，发“名单 骨干队 删除”。',
      ].join('\n'),
    );
    expect(await qian.says('名单 骨干队 删除')).toBe('已删除名单“骨干队”。已经发出和定好时间的不受影响。');
    expect(await qian.says('通知 骨干队 周六志愿服务')).toContain('没有看懂发给谁：“骨干队”');
  });

  it.each([
    ['通知 @机关一支部 除 全体 内容', '“机关一支部”去掉“全体”以后，没有人了。例如：通知 全体 内容'],
    ['通知 全体，请周五前交 谢谢', '没有看懂发给谁：“请周五前交”'],
    ['名单 全体 = #青年', '“全体”已经有固定的意思，请换一个名字。'],
    ['名单 林晓棠 = #青年', '名册里有人叫“林晓棠”，请给名单换一个名字。'],
    ['名单 @骨干 = #青年', '名单的名字里不要有空格、标点、@、#、除，也不要全是数字。'],
    ['名单 骨干 =', '还缺名单里是谁。例如：名单 骨干 = #青年,@机关一支部 除 书记'],
    ['名单 骨干 = #没有的标签', '没有“#没有的标签”这个标签'],
    ['名单 骨干', '还没有存过名单。'],
    ['名单 骨干 青年', '没有看懂“骨干 青年”。例如：名单 骨干 = #青年,@机关一支部 除 书记'],
  ])('%s is refused in words that help', async (line, words) => {
    const { person } = await begin();
    expect(await person('钱文静').says(line)).toContain(words);
  });

  it('nobody else', async () => {
    const { person } = await begin();
    expect(await person('陈志刚').says('名单')).toContain('“名单”由机关工委使用。');
  });
});
