import { readFile } from 'node:fs/promises';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { stories } from '../support/stories.ts';
import { launchBrowser } from './launch-browser.ts';

// A browser on a busy machine needs its time; what is waited for are facts all the same.
vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 });

const begin = stories();
let browser: Browser;

beforeAll(async () => {
  browser = await launchBrowser();
});

afterAll(() => browser.close());

describe.each([
  ['on a phone', { width: 390, height: 844 }],
  ['on a desktop', { width: 1280, height: 800 }],
])('in the chat page %s', (_, viewport) => {
  async function open(start: string, name: string): Promise<{ page: Page; settle(): Promise<void> }> {
    const { pageUrl, settle } = await begin({ start });
    const page = await browser.newPage({ viewport });
    await page.goto(pageUrl);
    await page.getByRole('button', { name: new RegExp(name) }).click();
    await page.getByRole('region', { name: `${name}的手机` }).waitFor();
    return { page, settle };
  }

  async function say(page: Page, words: string): Promise<void> {
    await page.getByLabel('输入消息').fill(words);
    await page.getByRole('button', { name: '发送', exact: true }).click();
  }

  const reads = (page: Page, words: string): Promise<void> =>
    page.getByLabel('聊天记录').getByText(words).last().waitFor();

  it('a member studies, taps the card done and checks in', async () => {
    const { page } = await open('2026-11-20 08:41', '林晓棠');
    await say(page, '学习');
    await page.getByRole('button', { name: '已学完' }).click();
    await page.getByRole('button', { name: '已学完 11-20 08:41' }).waitFor();
    await say(page, '签到');
    await reads(page, '今天的学习签到已记下');
    await page.close();
  });

  it('a secretary reminds and looks at the figures', async () => {
    const { page } = await open('2026-11-20 15:20', '陈志刚');
    await say(page, '提醒 学习');
    await reads(page, '已提醒 8 人');
    await say(page, '统计');
    await reads(page, '学习：已学 0/9');
    await page.close();
  });

  it('the committee previews, confirms and follows a notice', async () => {
    const { page, settle } = await open('2026-11-20 10:00', '钱文静');
    await say(page, '通知 全体 周五前完成年度党费公示');
    await reads(page, '预览（还没有发出）');
    await page.getByRole('button', { name: '确认' }).click();
    await reads(page, '通知 1 已交付发送：24 人。');
    await settle();
    await say(page, '回执 1');
    await reads(page, '已确认 0/24');
    const overflow = await page.evaluate('document.documentElement.scrollWidth - window.innerWidth');
    expect(overflow).toBeLessThanOrEqual(0);
    await page.close();
  });

  it('the committee exports the roster, sees the file with its size and opens it', async () => {
    const { page, settle } = await open('2026-11-20 10:00', '钱文静');
    await say(page, '导出 名册');
    await reads(page, '名册：10 个组织、26 人');
    await settle();
    const file = page.getByRole('link', { name: /名册 2026-11-20\.xlsx\s*\d+ KB/u });
    const [download] = await Promise.all([page.waitForEvent('download'), file.click()]);
    expect(download.suggestedFilename()).toBe('名册 2026-11-20.xlsx');
    expect((await readFile(await download.path())).subarray(0, 2).toString()).toBe('PK');
    await page.close();
  });
});
