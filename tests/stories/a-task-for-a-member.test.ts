import { describe, expect, it } from 'vitest';
import { stories } from '../support/stories.ts';

const begin = stories();

describe('a secretary gives a task to a member', () => {
  it('who hands it in, gets it back with the reason, and hands it in again', async () => {
    const { person, settle } = await begin();
    const chen = person('陈志刚');
    expect(await chen.says('交办 张三 12-01 写出支部学习小结')).toBe(
      [
        '任务 1：写出支部学习小结',
        '已交给张三办理，12月1日（周二）前。',
        '弄错了，10 分钟内发“撤销”。看进展发“任务 1”。',
      ].join('\n'),
    );
    await settle();
    expect(person('张三').lastMessage()?.text).toBe(
      [
        '任务 1 · 办理',
        '来自机关一支部',
        '写出支部学习小结',
        '办好以后点“办结”，也可以写一句说明。',
        '期限：12月1日（周二）前',
        '[办结] [看经过]',
      ].join('\n'),
    );
    expect(await person('张三').says('任务')).toBe(
      [
        '等您办的任务 1 件：',
        '1 任务 写出支部学习小结 · 12月1日前',
        '办好了发“办结 1”，后面可以写说明。',
      ].join('\n'),
    );

    await person('张三').taps('办结');
    await settle();
    expect(person('张三').messages()[0]?.text).toContain('[已办结 11-20 09:00]');
    expect(chen.lastMessage()?.text).toContain('任务 1 · 核验');

    await chen.taps('退回');
    await settle();
    expect(chen.lastMessage()?.text).toBe(
      '请写原因（最多 100 个字），直接发就行。\n也可以一次写全：任务 1 退回 原因',
    );
    expect(await chen.says('还缺第二部分')).toBe(
      '已退回：任务 1 写出支部学习小结\n接下来：办理（张三），12月1日（周二）前。',
    );
    await settle();
    expect(person('张三').lastMessage()?.text).toContain('退回：还缺第二部分');

    expect(await person('张三').says('办结 1 补上了')).toBe(
      '已办结：任务 1 写出支部学习小结\n接下来：核验（机关一支部），11月27日（周五）前。',
    );
    await settle();
    expect(await chen.says('核验 1')).toBe('已核验：任务 1 写出支部学习小结\n这件事办完了。');
    await settle();
    expect(person('张三').lastMessage()?.text).toContain('任务 1 · 已核验');
    expect(await person('张三').says('任务')).toBe('现在没有等您办的任务。');
    expect(await person('张三').says('事项 1 经过')).toBe(
      [
        '任务 1 写出支部学习小结',
        '11-20 09:00 机关一支部 · 发起',
        '11-20 09:00 您 · 办结',
        '11-20 09:00 机关一支部 · 退回：还缺第二部分',
        '11-20 09:00 您 · 办结：补上了',
        '11-20 09:00 机关一支部 · 核验',
        '这件事已结束。',
      ].join('\n'),
    );
  });

  it('and is not led to end it while the member is at it', async () => {
    const { person, settle, simulator } = await begin();
    await person('陈志刚').says('交办 张三 12-01 写出支部学习小结');
    await settle();
    await person('陈志刚').says('任务 1');
    const [toMember, toSecretary] = simulator
      .calls('message/send')
      .map(({ body }) => JSON.stringify(body))
      .filter((body) => body.includes('任务 1 · 办理'));
    expect(toMember).toContain('"text":"办结","style":1');
    expect(toSecretary).toContain('"text":"直接结束","style":2');
  });

  it('and takes it back within ten minutes, as long as nothing was done', async () => {
    const { person, settle, goTo } = await begin();
    const chen = person('陈志刚');
    await chen.says('交办 张三 12-01 写出支部学习小结');
    await settle();
    expect(await chen.says('撤销')).toBe('已撤销任务 1，发出的消息一并撤回。');
    await settle();
    expect(person('张三').messages()).toEqual([]);
    expect(await person('张三').says('任务')).toBe('现在没有等您办的任务。');
    expect(await chen.says('任务 1')).toContain('任务 1 · 已撤销');

    await chen.says('交办 张三 12-01 写出支部学习小结');
    await person('张三').says('办结 2');
    await settle();
    expect(await chen.says('撤销')).toBe('任务 2 不能撤销了：张三已经点了“办结”。\n看经过发“任务 2”。');

    await chen.says('交办 张三 12-01 另一件事');
    await goTo('2026-11-20 09:10');
    expect(await chen.says('撤销')).toContain('没有可以撤销的');
  });

  it('is asked for what is missing, word by word', async () => {
    const { person } = await begin();
    const chen = person('陈志刚');
    expect(await chen.says('交办')).toBe('还缺交给谁。例如：交办 张三 12-01 写出支部学习小结');
    expect(await chen.says('张三')).toContain('请写期限');
    expect(await chen.says('12-05')).toContain('请写内容');
    expect(await chen.says('打扫会议室')).toContain(
      '任务 1：打扫会议室\n已交给张三办理，12月5日（周六）前。',
    );
  });

  it('is asked which day is meant, and taps it', async () => {
    const { person, settle } = await begin();
    const chen = person('陈志刚');
    await chen.says('交办 张三 周五 写小结；附名单');
    await settle();
    expect(chen.lastMessage()?.text).toBe(
      [
        '期限：今天就是周五，没有说是今天还是下周五。',
        '请选一个，或直接发：交办 张三 11-20 写小结；附名单',
        '[今天] [11月27日（周五）]',
      ].join('\n'),
    );
    expect(await person('张三').says('任务')).toBe('现在没有等您办的任务。');
    await chen.taps('11月27日（周五）');
    await settle();
    expect(await person('张三').says('任务')).toContain('1 任务 写小结；附名单 · 11月27日前');
  });

  it('is asked in words where the line is too long for a button', async () => {
    const { person } = await begin();
    expect(await person('陈志刚').says(`交办 张三 周三11-26 ${'写'.repeat(400)}`)).toContain(
      '期限：11月26日是周四，不是周三。\n请直接发：交办 张三 11-26 写写写',
    );
    expect(await person('陈志刚').says('交办 张三 周三11-26 写小结')).toContain(
      '[11月26日（周四）] [11月25日（周三）]',
    );
  });

  it('understands what people leave out and turn round', async () => {
    const { person, settle } = await begin();
    const chen = person('陈志刚');
    for (const [line, said] of [
      ['交办张三12月1日前把台账补齐', '任务 1：把台账补齐\n已交给张三办理，12月1日（周二）前。'],
      ['交办 12-01 张三 写小结', '任务 2：写小结\n已交给张三办理，12月1日（周二）前。'],
      ['交办 张三 下周内写小结', '任务 3：写小结\n已交给张三办理，11月29日（周日）前。'],
      ['交办 周琪、林晓棠 12-01 写小结', '一次只写一个人，几个人请分几次发。例如：交办 周琪 12-01 写小结'],
      ['交办 张山 12-01 写小结', '机关一支部里没有“张山”，您是不是想写张三？例如：交办 张三 12-01 写小结'],
      ['任务 3 经过', '任务 3 写小结'],
    ] as const) {
      expect(await chen.says(line)).toContain(said);
      await settle();
    }
    expect(await person('张三').says('任务 3 办结 已写好')).toContain('已办结：任务 3 写小结');
  });

  it('needs no number where only one can be meant, and no more words than there are', async () => {
    const { person, settle } = await begin();
    const [chen, zhang] = [person('陈志刚'), person('张三')];
    const say = async (who: typeof chen, line: string): Promise<string> => {
      const answer = await who.says(line);
      await settle();
      return answer;
    };
    await say(chen, '交办 张三 12-01 写小结');
    expect(await say(zhang, '办结。')).toContain('已办结：任务 1');
    expect(chen.lastMessage()?.text).not.toContain('办结：');
    expect(await say(chen, '退回 还缺第二部分')).toContain('已退回：任务 1');
    expect(await say(zhang, '办好了')).toContain('已办结：任务 1');
    expect(await say(chen, '退回 二号')).toContain('“二号”没有看懂，应当是编号。');
    expect(await say(chen, '退回')).toContain('请写原因');
    // Nobody is given the task 不用了.
    expect(await say(chen, '不用了')).toBe('已取消：什么也没有改，什么也没有发。');
    expect(await say(chen, '核验')).toContain('已核验：任务 1');
    expect(await say(chen, '请示：关于经费')).toContain('2 人）\n关于经费\n');
  });

  it('whose hand-in, repeated five times at once over two replicas, is one', async () => {
    const { person, simulator, settle } = await begin({ replicas: 2 });
    await person('陈志刚').says('交办 张三 12-01 写小结');
    await settle();
    const { xml, answer } = await person('张三').types('办结 1 写好了');
    const repeats = await simulator.deliver(xml, { times: 5, parallel: true });
    expect(repeats.map((repeat) => repeat.answer)).toEqual(Array(5).fill(answer));
    await settle();
    expect((await person('陈志刚').says('事项 1 经过')).match(/办结/gu)).toHaveLength(1);
    expect(
      person('陈志刚')
        .messages()
        .filter(({ text }) => text.includes('任务 1 · 核验')),
    ).toHaveLength(1);
  });

  it('and is told what does not fit, nothing of which is kept', async () => {
    const { person, settle } = await begin();
    const [chen, zhang] = [person('陈志刚'), person('张三')];
    await chen.says('交办 张三 12-01 写小结');
    await settle();
    for (const [user, line, said] of [
      [chen, '交办 张三 12-01 请联系 11010519491231002X', '像是有身份证号'],
      [chen, `交办 张三 12-01 ${'长'.repeat(301)}`, '内容有 301 个字，最多 300 个，请缩短。'],
      [chen, '交办 张三 12-01 这是机密文件', '像是涉密或内部文件的标记'],
      [zhang, '事项 1 飞', '任务 1 没有“飞”这个动作。您现在可以：办结。'],
      [zhang, '事项 0', '例如：事项 7'],
      [zhang, '核验 1', '还不能核验'],
      [chen, '核验 1', '还不能核验'],
      [zhang, '办结 1 电话 13912345678', '像是有手机号'],
      [zhang, '办结 99', '没有您的第 99 号任务'],
    ] as const) {
      expect(await user.says(line)).toContain(said);
    }
    expect((await chen.says('事项 1 经过')).split('\n')).toHaveLength(3);
    await zhang.says('办结 1 👍');
    await settle();
    await chen.says('核验 1');
    expect(await chen.says('核验 1')).toBe('任务 1 您已经核验过了（今天 9:00），不用再办。');
    expect(await chen.says('交办 张三 12-02 下一件')).toContain('任务 2：下一件');
  });

  it('for nobody outside the branch, and nobody else sees it', async () => {
    const { person } = await begin();
    expect(await person('陈志刚').says('交办 马晓峰 12-01 写小结')).toBe(
      '机关一支部里没有“马晓峰”。发“成员”看都有谁。',
    );
    await person('陈志刚').says('交办 张三 12-01 写小结');
    expect(await person('周琪').says('任务 1')).toBe('没有您的第 1 号任务。发“任务”看等您办的。');
    expect(await person('马晓峰').says('核验 1')).toBe('没有您的第 1 号任务。发“任务”看等您办的。');
    expect(await person('周琪').says('交办 张三 12-01 写小结')).toContain('由小组长');
  });
});
