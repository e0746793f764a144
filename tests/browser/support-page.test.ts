import type { Browser, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';

import { fieldOf, startBench } from '../contracts/simulator-scripted-bot.ts';
import type { Bench } from '../contracts/simulator-scripted-bot.ts';
import { launchBrowser } from './launch-browser.ts';

// A browser on a busy machine needs its time; what is waited for are facts all the same.
vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 });

const DESKTOP = { width: 1280, height: 800 };
const PHONE = { width: 390, height: 844 };

const studyCard = {
  msgtype: 'template_card',
  template_card: {
    card_type: 'button_interaction',
    main_title: { title: '今日学习', desc: '约 2 分钟' },
    task_id: 'study-1',
    button_list: [
      { text: '已学完', style: 1, key: '已学' },
      { text: '换一条', style: 2, key: '换一条' },
    ],
  },
};

let browser: Browser;
let bench: Bench;
let page: Page;
let troubles: string[];

beforeAll(async () => {
  browser = await launchBrowser();
});

afterAll(async () => {
  await browser.close();
});

beforeEach(async () => {
  bench = await startBench();
  troubles = [];
});

afterEach(async () => {
  await page.close();
  await bench.close();
  // Script errors, refused resources and requests to anywhere else fail whatever test they happen in.
  if (troubles.length > 0) throw new Error(troubles.join('\n'));
});

/** Opens the page and picks a person. */
async function openAs(name: string, viewport: { width: number; height: number }): Promise<void> {
  page = await browser.newPage({ viewport, locale: 'zh-CN' });
  page.on('pageerror', (error) => troubles.push(error.message));
  page.on('console', (message) => {
    if (message.type() === 'error') troubles.push(message.text());
  });
  page.on('request', (request) => {
    if (!request.url().startsWith(bench.url)) troubles.push(`a request to ${request.url()}`);
  });

  await page.goto(bench.url);
  await page.getByRole('button', { name: new RegExp(name) }).click();
  await page.getByRole('region', { name: `${name}的手机` }).waitFor();
}

async function say(text: string): Promise<void> {
  await page.getByLabel('输入消息').fill(text);
  await page.getByRole('button', { name: '发送', exact: true }).click();
}

function chat(text: string): Promise<void> {
  return page.getByLabel('聊天记录').getByText(text).last().waitFor();
}

async function hasNoSidewaysScrolling(): Promise<boolean> {
  return page.evaluate(() => document.documentElement.scrollWidth <= window.innerWidth);
}

describe('the page for somebody who sees it for the first time', () => {
  it('lets one pick a person, write, and read the answer', async () => {
    bench.bot.script = (callback) =>
      fieldOf(callback, 'Content') === '签到' ? '今天的学习签到已记下。\n顺手答一题？' : null;
    await openAs('林晓棠', DESKTOP);

    await say('签到');

    await chat('顺手答一题？');
    expect(
      bench.bot.received.map((callback) => fieldOf(callback, 'Event') || fieldOf(callback, 'Content')),
    ).toEqual(['enter_agent', '签到']);
  });

  it('works with the keyboard alone', async () => {
    bench.bot.script = (callback) => (fieldOf(callback, 'Content') === '帮助' ? '我会这些' : null);
    await openAs('林晓棠', DESKTOP);

    await page.getByLabel('找人').focus();
    await page.keyboard.type('王五');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await page.getByRole('region', { name: '王五的手机' }).waitFor();

    await page.getByLabel('输入消息').focus();
    await page.keyboard.type('帮助');
    await page.keyboard.press('Enter');
    await chat('我会这些');
    expect(fieldOf(bench.bot.received.at(-1) ?? nothing(), 'FromUserName')).toBe('wang-5');
  });

  it('says so when the bot does not answer', async () => {
    bench.bot.script = () => ({ status: 503, body: '' });
    await openAs('林晓棠', DESKTOP);
    await say('签到');
    const alert = page.getByRole('alert');
    await alert.waitFor();
    expect(await alert.textContent()).toContain('支部助手没有收下这次操作（试了 4 次，HTTP 503）。');
  });

  it('shows what looks like markup as the text it is', async () => {
    await openAs('林晓棠', DESKTOP);
    const text = '<img src=x onerror="document.title=1"><b>粗</b>';
    await bench.send({ msgtype: 'text', text: { content: text } });
    await bench.send({ msgtype: 'markdown', markdown: { content: text } });

    await page.getByText(text).nth(1).waitFor();
    expect(await page.title()).toBe('支部助手 · 试用');
    expect(await page.locator('.messages img, .messages b').count()).toBe(0);
  });

  it('marks people who got a message meanwhile', async () => {
    await openAs('林晓棠', DESKTOP);
    await bench.send({ touser: 'zhang.san', msgtype: 'text', text: { content: '通知一' } });
    await bench.send({ touser: 'zhang.san', msgtype: 'text', text: { content: '通知二' } });

    await page.getByLabel('2 条没看过').waitFor();
    await page.getByRole('button', { name: /张三/ }).click();
    await chat('通知一');
    expect(await page.getByLabel('2 条没看过').count()).toBe(0);
  });
});

describe('cards on the page', () => {
  it('grey their buttons out after a tap, once the bot says so', async () => {
    bench.bot.script = async (callback) => {
      if (fieldOf(callback, 'Event') !== 'template_card_event') return null;
      await bench.call('message/update_template_card', {
        agentid: 1000002,
        userids: [fieldOf(callback, 'FromUserName')],
        response_code: fieldOf(callback, 'ResponseCode'),
        button: { replace_name: '已学完 8:41' },
      });
      return null;
    };
    await openAs('林晓棠', DESKTOP);
    await bench.send(studyCard);

    await page.getByRole('button', { name: '已学完' }).click();

    const replaced = page.getByRole('button', { name: '已学完 8:41' });
    await replaced.waitFor();
    expect(await replaced.isDisabled()).toBe(true);
    expect(await page.getByRole('button', { name: '换一条' }).count()).toBe(0);
  });

  it('send votes and selections along', async () => {
    await openAs('林晓棠', DESKTOP);
    await bench.send({
      msgtype: 'template_card',
      template_card: {
        card_type: 'vote_interaction',
        main_title: { title: '哪些属于三会一课' },
        task_id: 'vote-1',
        checkbox: {
          question_key: 'q',
          mode: 1,
          option_list: ['党员大会', '座谈会', '党课'].map((text) => ({ id: text, text })),
        },
        submit_button: { text: '交答案', key: '交' },
      },
    });
    await bench.send({
      msgtype: 'template_card',
      template_card: {
        card_type: 'multiple_interaction',
        main_title: { title: '参会回复' },
        task_id: 'multi-1',
        select_list: [
          {
            question_key: 'come',
            title: '能否参加',
            option_list: ['参加', '请假'].map((text) => ({ id: text, text })),
          },
        ],
        submit_button: { text: '回复', key: '回复' },
      },
    });

    const vote = page.getByRole('button', { name: '交答案' });
    await vote.waitFor();
    expect(await vote.isDisabled()).toBe(true);
    await page.getByLabel('党员大会').check();
    await page.getByLabel('党课').check();
    await vote.click();
    await page.getByLabel('能否参加').selectOption('请假');
    await page.getByRole('button', { name: '回复', exact: true }).click();

    await bench.simulator.waitFor(() => bench.bot.received.length === 3);
    const chosen = bench.simulator.transcript.flatMap((entry) =>
      entry.kind === 'callback'
        ? [...entry.xml.matchAll(/<OptionId><!\[CDATA\[(.*?)\]\]>/g)].map(([, id]) => id)
        : [],
    );
    expect(chosen).toEqual(['党员大会', '党课', '请假']);
  });

  it('open their menu', async () => {
    await openAs('林晓棠', DESKTOP);
    await bench.send({
      msgtype: 'template_card',
      template_card: {
        card_type: 'text_notice',
        main_title: { title: '大讲堂预告' },
        card_action: { type: 1, url: 'https://example.com' },
        task_id: 'notice-1',
        action_menu: { desc: '更多操作', action_list: [{ text: '今天不便', key: '今天不便' }] },
      },
    });
    await page.getByLabel('更多操作').click();
    await page.getByRole('button', { name: '今天不便' }).click();
    await bench.simulator.waitFor(() => bench.bot.received.length === 2);
    expect(fieldOf(bench.bot.received[1] ?? nothing(), 'Event')).toBe('template_card_menu_event');
  });
});

describe('the app’s menu on the page', () => {
  it('opens, also its second level, and reaches the bot', async () => {
    const menu = {
      button: [
        { name: '学习', sub_button: [{ type: 'click', name: '每日一题', key: '答题' }] },
        { type: 'click', name: '会议', key: '会议' },
      ],
    };
    await bench.call('menu/create', menu, { agentid: '1000002' });
    bench.bot.script = (callback) =>
      fieldOf(callback, 'Event') === 'click' ? fieldOf(callback, 'EventKey') : null;
    await openAs('林晓棠', PHONE);

    const bar = page.locator('.bottom-bar');
    await bar.getByRole('button', { name: '菜单' }).click();
    await bar.getByRole('button', { name: '学习' }).click();
    await bar.getByRole('button', { name: '每日一题' }).click();
    await chat('答题');

    await bar.getByRole('button', { name: '打字' }).click();
    expect(await page.getByLabel('输入消息').isVisible()).toBe(true);
  });
});

describe('the test bench on the page', () => {
  it('moves the clock', async () => {
    await openAs('林晓棠', DESKTOP);
    const clock = page.getByRole('region', { name: '时钟' });

    await clock.getByRole('button', { name: '下一个工作日' }).click();
    await clock.getByText('11月23日 周一', { exact: true }).waitFor();
    expect(bench.clock.now()).toBe(Date.parse('2026-11-23T08:29:00+08:00'));

    await clock.getByLabel('任意时间').fill('2026-12-01T15:00');
    await clock.getByRole('button', { name: '去那时' }).click();
    await clock.getByText('12月1日 周二', { exact: true }).waitFor();
    expect(bench.clock.now()).toBe(Date.parse('2026-12-01T15:00:00+08:00'));
  });

  it('makes the next send fail and shows that it did', async () => {
    await openAs('林晓棠', DESKTOP);
    await page.getByRole('button', { name: '系统繁忙' }).click();
    await page.getByText('已安排：系统繁忙').waitFor();

    expect(await bench.send({ msgtype: 'text', text: { content: '您好' } })).toMatchObject({ errcode: -1 });

    await page.getByText('已安排：系统繁忙').waitFor({ state: 'detached' });
    await page.getByRole('region', { name: '收发记录' }).getByText('message/send · errcode').waitFor();
  });

  it('shows violations in red with their count, until they are cleared', async () => {
    await openAs('林晓棠', DESKTOP);
    await bench.send({ msgtype: 'markdown', markdown: { content: '- 列表' } });

    const violations = page.getByRole('region', { name: '不合规之处' });
    await violations.getByText('应用消息的 Markdown 不支持列表').waitFor();
    expect(await violations.locator('.badge').textContent()).toBe('1');

    await violations.getByRole('button', { name: '清空' }).click();
    await violations.getByText('都合乎企业微信的规定').waitFor();
  });

  it('opens the raw traffic and delivers a callback again', async () => {
    await openAs('林晓棠', DESKTOP);
    await say('签到');

    const traffic = page.getByRole('region', { name: '收发记录' });
    await traffic.getByText('LinXT：签到').click();
    await traffic.getByText('<Content><![CDATA[签到]]></Content>').waitFor();
    await traffic.getByRole('button', { name: '再投递一次' }).click();
    await traffic.getByText('LinXT：签到（第 2 次）').waitFor();
    expect(bench.bot.received.filter((callback) => fieldOf(callback, 'Content') === '签到')).toHaveLength(2);
  });
});

describe('the page on any screen', () => {
  it.each([DESKTOP, PHONE])('needs no sideways scrolling at $width × $height', async (viewport) => {
    await openAs('林晓棠', viewport);
    await bench.send({
      msgtype: 'text',
      text: { content: `很长的地址 https://example.com/${'a'.repeat(300)}` },
    });
    await bench.send(studyCard);
    await page.getByRole('button', { name: '已学完' }).waitFor();
    expect(await hasNoSidewaysScrolling()).toBe(true);
  });

  it('shows one room at a time on a phone', async () => {
    await openAs('林晓棠', PHONE);
    await page.getByRole('button', { name: '试验台' }).click();
    expect(await page.getByRole('region', { name: '时钟' }).isVisible()).toBe(true);
    expect(await page.getByLabel('输入消息').isVisible()).toBe(false);
    expect(await hasNoSidewaysScrolling()).toBe(true);

    await page.getByRole('button', { name: '返回' }).click();
    await page.getByRole('button', { name: '换人' }).click();
    expect(await page.getByLabel('找人').isVisible()).toBe(true);
    expect(await hasNoSidewaysScrolling()).toBe(true);
  });
});

function nothing(): never {
  throw new Error('the bot received nothing');
}
