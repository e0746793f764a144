import { describe, expect, it } from 'vitest';
import { stories } from '../support/stories.ts';
import { confirming, dialogue, quietLibrary, remindersOn } from './a-dialogue.ts';

const begin = stories();

describe('a request', () => {
  it('goes to the committee above, which answers it within its time', async () => {
    const world = await begin();
    const say = dialogue(world);
    expect(await say('陈志刚', '请示 关于增补支部委员的请示；拟增补一名')).toBe(
      [
        '预览（还没有发出）',
        '请示，发给：云溪市数据局机关党委（2 人）',
        '关于增补支部委员的请示',
        '拟增补一名',
        '期限：12月4日（周五）前',
        '请确认：内容不含涉密和内部文件',
        '[确认] [取消]',
      ].join('\n'),
    );
    await say('陈志刚', '确认');
    expect(world.person('孙海波').lastMessage()?.text).toBe(
      [
        '请示 1 · 批复',
        '来自机关一支部',
        '关于增补支部委员的请示',
        '拟增补一名',
        '同意、不同意，或者请他们补充；要工委批的，转报工委。',
        '期限：12月4日（周五）前',
        '依据：10 个工作日是默认期限，可按本单位规定改',
        '[同意] [不同意] [请补充] [转报]',
      ].join('\n'),
    );
    expect(await say('孙海波', '同意 1 按程序办')).toBe(
      '已同意：请示 1 关于增补支部委员的请示\n这件事办完了。',
    );
    expect(world.person('陈志刚').lastMessage()?.text).toContain('同意：按程序办\n这件事到此结束。');
  });

  it('is asked for more, handed on to the committee of the city, and refused there', async () => {
    const say = dialogue(await begin());
    await confirming(say)('陈志刚', '请示 关于增补支部委员的请示');
    expect(await say('李素云', '请补充 1')).toContain('请写原因');
    expect(await say('李素云', '缺支委会记录')).toContain('接下来：补充材料（机关一支部）');
    expect(await say('何雨晴', '再报 1 关于增补支部委员的补充请示；附记录')).toContain('接下来：批复');
    // What was written anew is what it is called from now on.
    expect(await say('孙海波', '事项')).toContain('1 请示 关于增补支部委员的补充请示 · ');
    expect(await say('孙海波', '转报 1')).toContain('接下来：工委批复（云溪市直机关工委）');
    expect(await say('孙海波', '同意 1')).toContain('现在是“工委批复”，等云溪市直机关工委，还不能同意。');
    expect(await say('钱文静', '不同意 1 届中不增补')).toContain('不同意：请示 1');
    expect(await say('陈志刚', '事项 1 经过')).toContain('云溪市直机关工委 · 不同意：届中不增补');
  });

  it('is found by what can be done with it, also without a number', async () => {
    const world = await begin();
    const say = dialogue(world);
    expect(await say('孙海波', '同意')).not.toContain('请示');
    await confirming(say)('陈志刚', '请示 关于增补支部委员的请示');
    // Said by the way it must not decide anything.
    expect(await say('李素云', '同意。')).toContain('请示 1 · 批复');
    expect(await say('陈志刚', '收回')).toContain('[收回]');
    await confirming(say)('陈志刚', '请示 关于经费');
    expect(await say('陈志刚', '收回')).toBe(
      '可以“收回”的有 2 件，请写编号，例如：收回 1\n看都有哪些，发“事项”。',
    );
    expect(await say('林晓棠', '收回')).not.toContain('请写编号');
  });

  it('can be withdrawn by whoever made it, and by nobody else', async () => {
    const say = dialogue(await begin());
    await confirming(say)('陈志刚', '请示 关于增补支部委员的请示');
    expect(await say('孙海波', '收回 1')).toContain('还不能收回');
    expect(await say('陈志刚', '收回 1')).toContain('已收回：请示 1');
    expect(await say('孙海波', '同意 1')).toBe('请示 1 已结束，不用再办。看经过发“事项 1 经过”。');
  });

  it('is told to the committee of the city when it is long overdue', async () => {
    const world = await begin({ library: await quietLibrary() });
    const say = dialogue(world);
    await confirming(say)('陈志刚', '请示 关于增补支部委员的请示');
    const told = (day: string, name: string) => remindersOn(world, `2026-${day}`, name);
    expect(await told('12-03', '孙海波')).toEqual([
      '请示 1 明天到期\n关于增补支部委员的请示 · 批复（云溪市数据局机关党委）\n[看 1 号]',
    ]);
    expect(await told('12-07', '孙海波')).toEqual([expect.stringContaining('请示 1 过了期限 3 天')]);
    expect(await told('12-09', '钱文静')).toEqual([
      expect.stringContaining('请示 1 过了期限 5 天\n只告诉有关负责人，没有公开'),
    ]);
    expect(await told('12-10', '陈志刚')).toEqual([]);
  });
});

describe('a report', () => {
  it('is sent up, returned for more, and read', async () => {
    const world = await begin();
    const say = dialogue(world);
    expect(await say('陈志刚', '报送')).toContain('请写标题');
    expect(await say('陈志刚', '四季度主题党日')).toContain('请写内容');
    expect(await say('陈志刚', '开展三次')).toContain('预览（还没有发出）');
    await say('陈志刚', '确认');
    expect(await say('孙海波', '退回 1 请写参加人次')).toContain('接下来：补报');
    await say('陈志刚', '补报 1 四季度主题党日；开展三次，36 人次');
    expect(world.person('孙海波').lastMessage()?.text).toContain('开展三次，36 人次');
    expect(await say('孙海波', '收阅 1')).toContain('已收阅：报送 1');
    expect(world.person('陈志刚').lastMessage()?.text).toContain('报送 1 · 已收阅');
  });
});

describe('what is too long for a card', () => {
  it('can be read as a whole, also where all its buttons are taken', async () => {
    const world = await begin();
    const say = dialogue(world);
    const long = `${'各支部按计划完成了学习。'.repeat(30)}到此为止`;
    await confirming(say)('陈志刚', `报送 四季度情况；${long}`);
    const card = world.person('孙海波').lastMessage()?.text ?? '';
    expect(card).not.toContain('到此为止');
    expect(card).toContain('[收阅] [退回] [看全文]');
    await world.person('孙海波').taps('看全文');
    await world.settle();
    expect(world.person('孙海波').lastMessage()?.text).toContain(
      `四季度情况\n${long}\n办这件事，发“事项 1”；看经过，发“事项 1 经过”。`,
    );
    await confirming(say)('陈志刚', `请示 增补委员；${'理由。'.repeat(90)}到此为止`);
    expect(world.person('孙海波').lastMessage()?.text).toContain('还可以发“事项 2 全文”。');
    expect(await say('孙海波', '事项 2 全文')).toContain('到此为止');
  });
});

describe('a document', () => {
  it('is signed for by each organisation once, and it shows which have not', async () => {
    const world = await begin({ replicas: 2 });
    const say = dialogue(world);
    expect(await say('孙海波', '下发 直属 12-01 关于主题党日的通知；https://www.12371.cn/')).toContain(
      '文件，发给：机关一支部等 3 个组织（6 人）',
    );
    await say('孙海波', '确认');
    expect(await say('陈志刚', '签收 1')).toBe('已签收：文件 1 关于主题党日的通知\n您这里办好了。');
    expect(await say('何雨晴', '签收 1')).toContain('已经由陈志刚签收了');
    expect(await say('孙海波', '事项 1 经过')).toContain('现在：签收，等机关二支部、离退休干部支部。');
    expect(await say('孙海波', '提醒 事项 1')).toContain(
      '已提醒 2 人（文件 1 现在等 3 人，免提醒或离退 1）。',
    );
    expect(await say('马晓峰', '事项')).toContain('1 文件 关于主题党日的通知 · 12月1日前');
    expect(await say('陈志刚', '事项')).toContain('现在没有等您办的事');

    await world.settle();
    await Promise.all([world.person('马晓峰').types('签收 1'), world.person('董国华').types('签收 1')]);
    expect(await say('孙海波', '事项 1')).toContain('文件 1 · 已结束');
    expect((await say('孙海波', '事项 1 经过')).match(/签收/gu)).toHaveLength(3);
  });

  it('goes to organisations by name, each once, and only to own ones', async () => {
    const say = dialogue(await begin());
    expect(await say('孙海波', '下发 @机关一支部,@机关二支部、A1 12-01 通知')).toContain(
      '等 2 个组织（5 人）',
    );
    expect(await say('孙海波', '下发 @借阅部支部 12-01 通知')).toContain('不归您这里管');
    expect(await say('钱文静', '下发 所有支部 12-01 通知')).toContain('等 5 个组织');
    expect(await say('何雨晴', '下发 所有支部 12-01 通知')).toContain('发给：机关一支部（2 人）');
  });
});
