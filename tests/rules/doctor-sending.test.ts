import { describe, expect, it } from 'vitest';
import { quotaOf } from '../../src/delivery/daily-quota.ts';
import { checkOutbox, checkQuota, checkUnreachable } from '../../src/doctor/checks/sending.ts';
import { localDate } from '../../src/time/local-date.ts';

describe('what the doctor says of the daily quota', () => {
  it('is where it stands, and how to make it exact', () => {
    expect(checkQuota(quotaOf(1000, 1200, 300), { accounts: undefined })).toEqual({
      subject: '发送额度',
      state: 'well',
      text: '今天最多 200,000 人次，已发 1,200，等着发 300；账号上限按名册人数估算，实际的请写进 content/sending/limits.yaml。',
    });
  });

  it('asks for attention from four fifths on, also for what is only promised', () => {
    expect(checkQuota(quotaOf(500, 60_000, 19_999), { accounts: 500 }).state).toBe('well');
    const short = checkQuota(quotaOf(500, 60_000, 20_000), { accounts: 500 });
    expect(short.state).toBe('attention');
    expect(short.text).toContain('账号上限 500。用到九成以后，通知和提醒会留到明天，答复照发。');
  });
});

describe('what the doctor says of what waits', () => {
  it('is how much', () => {
    expect(checkOutbox({ held: 0, due: 0, queued: 0, dead: 0 }, undefined)).toMatchObject({
      state: 'well',
      text: '没有积压。',
    });
    expect(checkOutbox({ held: 12, due: 100, queued: 20, dead: 0 }, undefined)).toMatchObject({
      state: 'well',
      text: '120 条正在发，12 条到时间再发。',
    });
  });

  it('names the latest message that WeCom refused', () => {
    const letter = { id: 'notice-3', errcode: 40_058, reason: '内容未被接受', remedy: '', at: 0 };
    const at = { date: localDate(2026, 11, 20), minute: 571 };
    expect(checkOutbox({ held: 0, due: 0, queued: 0, dead: 2 }, { letter, at })).toMatchObject({
      state: 'attention',
      text: '没有积压。企业微信不收的有 2 条，最近一条在 11-20 09:31：内容未被接受（错误码 40058）。请在日志里找 notice-3，看它的 errmsg 和 remedy。',
    });
  });
});

describe('what the doctor says of people who cannot be reached', () => {
  it('is how many and why, and what to do', () => {
    expect(checkUnreachable(new Map()).state).toBe('well');
    expect(
      checkUnreachable(
        new Map([
          ['没有接口许可', 1],
          ['不在可见范围', 2],
        ]),
      ),
    ).toEqual({
      subject: '送不到的人',
      state: 'attention',
      text: '3 人：不在可见范围 2，没有接口许可 1。请在管理后台“应用 → 可见范围”里加上他们。请在管理后台给他们分配基础接口许可。收到下一条消息后自动去掉。',
    });
  });
});
