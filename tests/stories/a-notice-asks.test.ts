import { describe, expect, it } from 'vitest';
import { stories } from '../support/stories.ts';
import type { World } from '../support/world.ts';

const begin = stories();

/** 钱文静 asks everybody of 机关一支部 two things. */
async function asked({ person, settle }: World): Promise<void> {
  await person('钱文静').says('通知 @机关一支部 周六植树\n问：能参加吗？能/不能/还不定\n问：要带什么工具');
  await person('钱文静').says('确认');
  await settle();
}

describe('a notice with questions', () => {
  it('asks them one after the other on the same card', async () => {
    const stage = await begin({ start: '2026-11-20 15:00' });
    const { person } = stage;
    await asked(stage);
    const lin = person('林晓棠');
    expect(lin.lastMessage()?.text).toBe('通知 1\n机关工委\n周六植树\n小问题：2 个，点“收到”后回答\n[收到]');
    await lin.taps('收到');
    expect((await lin.sees('1/2 能参加吗？')).text).toBe(
      '1/2 能参加吗？\n通知 1，您已确认收到\n[能] [不能] [还不定]',
    );
    await lin.taps('能');
    await lin.sees('2/2 要带什么工具');
    expect(await lin.says('答复 1 铁锹一把')).toBe(
      '已记下您对通知 1 的答复：能；铁锹一把。\n要改，发“答复 1 问1 新的答复”。',
    );
    expect(await lin.says('答复 1 问1 不能')).toContain('已记下您对通知 1 的答复：不能；铁锹一把。');
    expect(await lin.says('答复 1 能')).toContain('通知 1 的问题都答过了。');
    await person('周琪').taps('收到');
    await person('周琪').sees('1/2 能参加吗？');
    await person('周琪').taps('还不定');
    await person('周琪').sees('2/2 要带什么工具');
    await person('周琪').taps('跳过');
    await person('周琪').sees('已答复 11-20 15:00');
  });

  it('takes bare words for the answer to what it has just asked', async () => {
    const stage = await begin({ start: '2026-11-20 15:00' });
    await asked(stage);
    const lin = stage.person('林晓棠');
    await lin.taps('收到');
    await lin.sees('1/2 能参加吗？');
    expect(await lin.says('也许')).toContain('可以答：能、不能、还不定');
    expect(await lin.says('能')).toContain('请直接发您的答复，60 字以内；不想答，就写“跳过”。');
    expect(await lin.says('两个人')).toContain('已记下您对通知 1 的答复：能；两个人。');
  });

  it('never takes what is meant for an anonymous survey', async () => {
    const stage = await begin();
    await stage.person('钱文静').says('发布测评 机关作风满意度 全体 今天 12-10');
    await stage.person('钱文静').says('确认');
    await asked(stage);
    const lin = stage.person('林晓棠');
    await lin.says('答复 1 能');
    await lin.says('测评');
    await lin.says('满意');
    expect(await stage.person('钱文静').says('回执 1 答复')).toContain('2 要带什么工具　答了 0/9');
  });

  it('shows its author beforehand what is asked and what can be answered', async () => {
    const { person } = await begin({ start: '2026-11-20 15:00' });
    expect(
      await person('钱文静').says('通知 @机关一支部 周六植树 问：能参加吗（能、不能） 问：带几个人'),
    ).toContain('周六植树\n问 1：能参加吗 能/不能\n问 2：带几个人（打字回答）\n');
  });

  it('shows counts to the committee, and names to the own officers only', async () => {
    const stage = await begin({ start: '2026-11-20 15:00' });
    const { person, goTo } = stage;
    await asked(stage);
    await person('林晓棠').says('答复 1 能');
    await person('林晓棠').says('答复 1 铁锹');
    await person('徐乐乐').says('答复 1 不能');
    await goTo('2026-11-20 15:20');
    const qian = person('钱文静');
    expect(await qian.says('回执 1')).toContain(
      '已确认 2/9\n未确认 7\n未送达 0\n答复 2/9，看结果发“回执 1 答复”',
    );
    const answers = [
      '1 能参加吗？　答了 2/9',
      '能 1 · 不能 1 · 还不定 0',
      '2 要带什么工具　答了 1/9',
      '明细发“导出 回执 1”。',
    ];
    expect(await qian.says('回执 1 答复')).toBe(['通知 1 · 答复（截至 15:20）', ...answers].join('\n'));
    expect(await person('陈志刚').says('回执 1 答复')).toBe(
      ['通知 1 · 机关一支部 · 答复（截至 15:20）', ...answers].join('\n'),
    );
    expect(await person('张三').says('回执 1 答复')).toContain('机关一支部第一党小组');
  });

  it('by typing, for people who want no cards', async () => {
    const stage = await begin({ start: '2026-11-20 15:00' });
    await stage.person('林晓棠').says('文字版');
    await asked(stage);
    expect(await stage.person('林晓棠').says('收到')).toBe(
      '1/2 能参加吗？\n通知 1，您已确认收到\n直接发：能、不能、还不定。过后再答，发“答复 1 能”。',
    );
    expect(await stage.person('林晓棠').says('答复1 还不定')).toContain('2/2 要带什么工具');
  });

  it.each([
    ['答复 1 也许', '“也许”不在选项里。能参加吗？可以答：能、不能、还不定'],
    ['答复 1 问3 能', '通知 1 只有 2 个问题。'],
    [`答复 1 问2 ${'长'.repeat(61)}`, '答复太长了：61 个字，最多 60 个字。'],
    ['答复 1 问2 11010519491231002X', '像是有身份证号'],
    ['答复 9 能', '没有发给您的第 9 号通知。'],
    ['答复 1', '还缺您的答复。'],
  ])('answers %s in words that help', async (line, words) => {
    const stage = await begin({ start: '2026-11-20 15:00' });
    await asked(stage);
    expect(await stage.person('林晓棠').says(line)).toContain(words);
  });

  it('keeps the answers until the member erases them', async () => {
    const stage = await begin({ start: '2026-11-20 15:00' });
    await asked(stage);
    await stage.person('林晓棠').says('答复 1 能');
    await stage.person('林晓棠').says('删除我的可选数据');
    await stage.person('林晓棠').says('确认');
    expect(await stage.person('钱文静').says('回执 1 答复')).toContain('能参加吗？　答了 0/9');
    expect(await stage.person('钱文静').says('回执 1')).toContain('已确认 1/9');
  });

  it('takes nothing from somebody it was not for, or after it was recalled', async () => {
    const stage = await begin({ start: '2026-11-20 15:00' });
    await asked(stage);
    expect(await stage.person('曹磊').says('答复 1 能')).toContain('没有发给您的第 1 号通知。');
    await stage.person('钱文静').says('撤回 1');
    await stage.person('钱文静').says('确认');
    expect(await stage.person('林晓棠').says('答复 1 能')).toBe('通知 1 已经撤回了，不用再管它。');
  });

  it.each([
    ['问：您觉得陈书记工作怎么样，有什么意见', '像是在评人。'],
    ['问：推荐谁当先进？张三/李四', '像是在评人。'],
    ['问：能参加吗？能', '只有一个选项“能”。'],
    ['问：能参加吗？一/二/三/四/五', '选项最多 4 个，这里有 5 个。'],
    ['问：能参加吗？能/能', '选项“能”写了两次。'],
    ['问：', '“问：”后面还缺问题。'],
    ['问：一？ 问：二？ 问：三？ 问：四？', '最多带 3 个问题，这里有 4 个。'],
  ])('is refused with %s', async (questions, words) => {
    const { person } = await begin();
    expect(await person('钱文静').says(`通知 全体 周六植树 ${questions}`)).toContain(words);
  });
});
