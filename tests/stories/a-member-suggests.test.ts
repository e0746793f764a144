import { describe, expect, it } from 'vitest';
import { stories } from '../support/stories.ts';
import { dialogue } from './a-dialogue.ts';

const begin = stories();

describe('a member makes a suggestion', () => {
  it('which gets a number, an answer, and word of what came of it', async () => {
    const world = await begin();
    const say = dialogue(world);
    expect(await say('林晓棠', '建议')).toBe(
      [
        '您还没有提过建议。',
        '机关一支部今年还没有建议（截至 9:00）。',
        '想提一条，例如：建议 主题党日请老党员讲一讲',
      ].join('\n'),
    );
    expect(await say('林晓棠', '建议 主题党日请老党员讲一讲')).toBe(
      [
        '建议 1：主题党日请老党员讲一讲',
        '现在：答复（机关一支部），12月4日（周五）前。',
        '弄错了，10 分钟内发“撤销”。看进展发“事项 1”。',
      ].join('\n'),
    );
    // Whoever made it is not named on the card.
    expect(world.person('何雨晴').lastMessage()?.text).toBe(
      [
        '建议 1 · 答复',
        '来自机关一支部',
        '主题党日请老党员讲一讲',
        '采纳、转报或者说明，都写一句答复，提建议的人会收到。',
        '期限：12月4日（周五）前',
        '依据：10 个工作日是默认期限，可按本单位规定改',
        '[采纳] [说明] [转报] [看经过]',
      ].join('\n'),
    );
    expect(await say('何雨晴', '采纳 1 十二月就请')).toContain('建议 1 · 落实');
    expect(world.person('林晓棠').lastMessage()?.text).toContain('建议 1 · 已采纳');
    expect(world.person('林晓棠').lastMessage()?.text).toContain('采纳：十二月就请');

    await say('林晓棠', '建议 会议室加一块白板');
    expect(await say('林晓棠', '建议')).toBe(
      [
        '您提的建议 2 条：',
        '2 会议室加一块白板 · 正在答复',
        '1 主题党日请老党员讲一讲 · 正在落实',
        '机关一支部今年共 2 条：办完 0，正在办 2（截至 9:00）。',
        '看一条发“事项 2”，再提一条发“建议”加内容。',
      ].join('\n'),
    );
    await say('陈志刚', '落实 1 12月主题党日请了两位');
    expect(world.person('林晓棠').lastMessage()?.text).toContain('落实：12月主题党日请了两位');
    expect(await say('林晓棠', '建议')).toContain('1 主题党日请老党员讲一讲 · 已落实');
  });

  it('and everybody sees how many there are and how they stand, never whose or which', async () => {
    const world = await begin();
    const say = dialogue(world);
    await say('林晓棠', '建议 主题党日请老党员讲一讲');
    await say('陈志刚', '说明 1 已经安排在明年');
    const seen = await say('周琪', '建议');
    expect(seen).toContain('您还没有提过建议。\n机关一支部今年共 1 条：办完 1，正在办 0');
    expect(seen).not.toContain('老党员讲一讲 ·');
    expect(await say('周琪', '事项 1')).toContain('没有您的第 1 号事项');
    expect(await say('马晓峰', '建议')).toContain('机关二支部今年还没有建议');
    expect(await say('钱文静', '建议')).toContain('各组织今年共 1 条：办完 1，正在办 0');
  });

  it('passed on upwards, refused with an identity number, and taken back', async () => {
    const world = await begin();
    const say = dialogue(world);
    expect(await say('林晓棠', '建议 请联系 11010519491231002X')).toContain('像是有身份证号');
    await say('林晓棠', '建议 请机关党委统一订书');
    expect(await say('陈志刚', '转报 1 支部没有经费')).toContain('接下来：上级答复（云溪市数据局机关党委）');
    expect(await say('孙海波', '采纳 1 十二月统一订')).toContain('接下来：落实（机关一支部）');
    expect(await say('林晓棠', '收回 1')).toContain('这件事办完了。');
    expect(await say('林晓棠', '建议')).toContain('1 请机关党委统一订书 · 已收回');
    await say('林晓棠', '建议 写错了');
    await say('林晓棠', '撤销');
    expect(await say('林晓棠', '建议')).toContain('您提的建议 1 条：');
  });
});
