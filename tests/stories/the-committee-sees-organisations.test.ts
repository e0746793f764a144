import { describe, expect, it } from 'vitest';
import { stories } from '../support/stories.ts';

const begin = stories();

describe('还差什么 全部', () => {
  it('shows organisations in figures, the own duties with them, and never a person', async () => {
    const { person, lists } = await begin();
    const answer = await person('钱文静').says('还差什么 全部');
    expect(answer).toContain('7 个组织 · 第四季度');
    expect(answer).toContain('全部完成 0，还差一两项 0，三项以上 7');
    expect(answer).toContain('留意：换届临近 4 个');
    expect(answer).toContain('云溪市直机关工委自己：已完成 0/2');
    expect(lists.people.filter(({ name }) => answer.includes(name))).toEqual([]);
    expect(await person('孙海波').says('还差什么 全部')).toContain('3 个组织 · 第四季度');
  });

  it('gives a table of organisations, also by its button', async () => {
    const { person, settle } = await begin();
    const qian = person('钱文静');
    expect(await qian.says('导出 还差什么')).toContain(
      '云溪市直机关工委 第四季度还差什么：全部完成 0/8 个组织',
    );
    await settle();
    await qian.sees('.xlsx');
  });

  it('is for those who answer for more than one organisation', async () => {
    const { person } = await begin();
    expect(await person('陈志刚').says('还差什么 全部')).toBe(
      '您这里负责的只有机关一支部。看它还差什么，发“还差什么”。',
    );
    expect(await person('张三').says('还差什么 全部')).toContain('由书记、副书记、委员和机关工委使用');
  });
});

describe('导出 台账', () => {
  it('counts the duties that were met', async () => {
    const { person } = await begin();
    const chen = person('陈志刚');
    await chen.says('登记 主题党日 11-18');
    expect(await chen.says('导出 台账 2026')).toContain('义务已办 1/14 项');
  });
});
