import { describe, expect, it } from 'vitest';
import { stories } from '../support/stories.ts';
import type { World } from '../support/world.ts';

const begin = stories();

/** A corp of one account, which may send 180 person-times a day besides answers; most are used up. */
async function nearlyUsedUp(): Promise<World> {
  const { library } = await begin();
  const stage = await begin({ start: '2026-11-19 15:00', library: { ...library, sending: { accounts: 1 } } });
  const audiences = ['全体', '全体', '全体', '全体', '全体', '全体', '@机关一支部'];
  for (const audience of audiences) {
    await stage.person('钱文静').says(`通知 ${audience} 请核对名册`);
    await stage.person('钱文静').says('确认');
  }
  await stage.settle();
  return stage;
}

describe('a notice that meets the daily quota', () => {
  it('is not sent, and its author chooses: the secretaries first, or tomorrow', async () => {
    const { person, goTo, settle } = await nearlyUsedUp();
    const qian = person('钱文静');
    const before = person('林晓棠').messages().length;
    const said = await qian.says('通知 全体 周五前完成年度党费公示');
    expect(said).toMatch(
      /^还没有发出：发送额度不够\n今天的发送额度还剩 \d+ 人次，这次需要 24。\n额度是企业微信每天许可的人次，第二天重新算起。\n\[先发书记\] \[明天 8:30 发\] \[取消\]$/u,
    );
    await qian.taps('先发书记');
    const preview = await qian.sees('先发，其余');
    expect(preview.text).toMatch(/时间：书记 \d+ 人先发，其余 明天（周五）8:30/u);
    await qian.taps('确认');
    await qian.sees('通知 8 已交付发送：24 人。');
    await settle();
    await person('陈志刚').sees('周五前完成年度党费公示');
    expect(person('林晓棠').messages()).toHaveLength(before);
    await goTo('2026-11-20 08:30');
    await person('林晓棠').sees('周五前完成年度党费公示');
  });

  it('waits for tomorrow as a whole by one tap', async () => {
    const { person } = await nearlyUsedUp();
    const qian = person('钱文静');
    await qian.says('通知 全体 周五前完成年度党费公示');
    await qian.taps('明天 8:30 发');
    await qian.sees('时间：明天（周五）8:30（定时）');
    expect(await qian.says('确认')).toContain('通知 8 定在明天（周五）8:30发给 24 人');
  });

  it('is told so too when others have used it up since the preview', async () => {
    const { person } = await nearlyUsedUp();
    const qian = person('钱文静');
    await qian.says('通知 @机关一支部 一条');
    for (const words of ['另一条', '再一条']) {
      await person('赵明远').says(`通知 @机关一支部 ${words}`);
      await person('赵明远').says('确认');
    }
    expect(await qian.says('确认')).toMatch(/今天的发送额度还剩 \d 人次，这次需要 9。/u);
  });

  it('goes out when it is urgent', async () => {
    const { person } = await nearlyUsedUp();
    const qian = person('钱文静');
    await qian.says('通知 全体 加急 今晚停电');
    expect(await qian.says('确认')).toContain('通知 8 已交付发送：24 人。');
  });
});
