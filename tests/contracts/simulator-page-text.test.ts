import { describe, expect, it } from 'vitest';

import { indentedXml } from '../../src/simulator/page/bench/indented-xml.ts';
import { trafficTitle } from '../../src/simulator/page/bench/traffic-title.ts';
import { emptyPage, nextPageState } from '../../src/simulator/page/live/page-state.ts';
import type { PageState } from '../../src/simulator/page/live/page-state.ts';
import { textPieces } from '../../src/simulator/page/text/inline-text.ts';
import { parseMarkdown } from '../../src/simulator/page/text/parse-markdown.ts';
import {
  inputValue,
  instantOf,
  spokenOffset,
  spokenTime,
} from '../../src/simulator/page/text/spoken-time.ts';
import { textcardLines } from '../../src/simulator/page/text/textcard-lines.ts';
import type { ShownMessage } from '../../src/simulator/state/shown-message.ts';
import { FRIDAY_MORNING, people } from './simulator-scripted-bot.ts';

const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;

describe('text on the page', () => {
  it('has links where somebody may follow them', () => {
    expect(textPieces('看<a href="https://e.example/a">材料</a>，或 https://e.example/b。')).toEqual([
      { text: '看' },
      { text: '材料', url: 'https://e.example/a' },
      { text: '，或 ' },
      { text: 'https://e.example/b', url: 'https://e.example/b' },
      { text: '。' },
    ]);
  });

  it('never makes a link of a script', () => {
    expect(textPieces('<a href="javascript:alert(1)">点我</a>')).toEqual([{ text: '点我' }]);
    expect(parseMarkdown('[点我](javascript:alert)')[0]?.runs).toMatchObject([
      { text: '点我', url: undefined },
    ]);
  });

  it('splits a textcard at its tags only', () => {
    expect(textcardLines('<div class="gray">周三</div>正文<br>第二行<b>粗</b>')).toEqual([
      { text: '周三', tone: 'gray' },
      { text: '正文', tone: 'normal' },
      { text: '第二行<b>粗</b>', tone: 'normal' },
    ]);
  });
});

describe('Markdown on the page', () => {
  it('knows headings, quotes and paragraphs', () => {
    const lines = parseMarkdown('## 标题\n> 引用\n#青年\n- 一');
    expect(
      lines.map(({ kind, level, runs }) => [kind, level, runs.map(({ text }) => text).join('')]),
    ).toEqual([
      ['heading', 2, '标题'],
      ['quote', 0, '引用'],
      ['paragraph', 0, '#青年'],
      ['paragraph', 0, '- 一'],
    ]);
  });

  it('knows bold, code, links and the three colours, also one inside the other', () => {
    const [line] = parseMarkdown('**要<font color="warning">紧</font>** `a*b` [看](https://e.example) *斜*');
    expect(line?.runs).toEqual([
      { text: '要', bold: true, colour: undefined, code: false, url: undefined },
      { text: '紧', bold: true, colour: 'warning', code: false, url: undefined },
      { text: ' ', bold: false, colour: undefined, code: false, url: undefined },
      { text: 'a*b', bold: false, colour: undefined, code: true, url: undefined },
      { text: ' ', bold: false, colour: undefined, code: false, url: undefined },
      { text: '看', bold: false, colour: undefined, code: false, url: 'https://e.example' },
      { text: ' *斜*', bold: false, colour: undefined, code: false, url: undefined },
    ]);
  });
});

describe('times on the page', () => {
  it.each([
    [FRIDAY_MORNING, '今天 8:31'],
    [FRIDAY_MORNING - DAY, '昨天 8:31'],
    [FRIDAY_MORNING + 3 * DAY, '11月23日 周一 8:31'],
  ])('are said as people say them', (at, spoken) => {
    expect(spokenTime(at, FRIDAY_MORNING)).toBe(spoken);
  });

  it.each([
    [20_000, ''],
    [3 * DAY + 2 * 60 * MINUTE + 5 * MINUTE, '比真实时间快 3 天 2 小时'],
    [-61 * MINUTE, '比真实时间慢 1 小时 1 分钟'],
  ])('are compared with real time', (offset, spoken) => {
    expect(spokenOffset(offset)).toBe(spoken);
  });

  it('survive the way through an input field', () => {
    expect(inputValue(FRIDAY_MORNING)).toBe('2026-11-20T08:31');
    expect(instantOf(inputValue(FRIDAY_MORNING))).toBe(FRIDAY_MORNING);
    expect(instantOf('')).toBeNaN();
  });
});

describe('traffic on the page', () => {
  it('is indented, with CDATA kept whole', () => {
    expect(indentedXml('<xml><A><![CDATA[<b>\n]]></A><L><I>1</I></L></xml>')).toBe(
      '<xml>\n  <A><![CDATA[<b>\n]]></A>\n  <L>\n    <I>1</I>\n  </L>\n</xml>',
    );
  });

  const frame = { id: 1, at: FRIDAY_MORNING };
  it('is summed up in a line', () => {
    const xml =
      '<xml><FromUserName><![CDATA[LinXT]]></FromUserName><Content><![CDATA[签到]]></Content></xml>';
    const callback = { ...frame, kind: 'callback', delivery: '1', attempt: 2, url: '', xml } as const;
    expect(trafficTitle(callback)).toEqual({
      direction: '投递',
      text: 'LinXT：签到（第 2 次）',
      isBad: false,
    });

    const call = {
      ...frame,
      kind: 'call',
      api: 'message/send',
      method: 'POST',
      query: {},
      body: {},
      note: null,
    } as const;
    expect(trafficTitle({ ...call, answer: { errcode: 0 } })).toMatchObject({
      text: 'message/send · 成功',
      isBad: false,
    });
    expect(trafficTitle({ ...call, answer: { errcode: 40058 } })).toMatchObject({
      text: 'message/send · 错误 40058',
      isBad: true,
    });
    expect(trafficTitle({ ...call, answer: null, note: 'reset' })).toMatchObject({ isBad: true });
  });
});

describe('the state of the page', () => {
  const chat = {
    appName: '支部助手',
    menu: null,
    people: people.map((person) => ({ ...person, reach: 'visible' as const, last: null })),
  };
  const opened: PageState = { ...emptyPage, chat, selected: 'LinXT', messages: [] };

  it('adds messages to the open phone and changes those that are there', () => {
    const once = arrives(opened, 'linxt', message('1', '一'));
    const changed = arrives(once, 'linxt', message('1', '二'), false);
    expect(changed.messages?.map(({ text }) => text)).toEqual(['二']);
    expect(changed.unread).toEqual({});
  });

  it('counts what arrives on other phones, until somebody looks', () => {
    const twice = arrives(
      arrives(opened, 'zhang.san', message('1', '一')),
      'zhang.san',
      message('2', '二\n三'),
    );
    const own = arrives(twice, 'zhang.san', message('3', '我说的', 'person'));
    const updated = arrives(own, 'zhang.san', message('2', '改了'), false);

    expect(twice.unread).toEqual({ 'zhang.san': 2 });
    expect(twice.chat?.people[1]?.last?.text).toBe('二');
    expect(updated.unread).toEqual({ 'zhang.san': 2 });
    expect(nextPageState(updated, { kind: 'select', userid: 'zhang.san' }).unread).toEqual({});
  });

  it('ignores messages of a phone that was closed while they were fetched', () => {
    const late = nextPageState(opened, {
      kind: 'messages',
      userid: 'zhang.san',
      messages: [message('1', '一')],
    });
    expect(late.messages).toEqual([]);
  });

  it('keeps what arrives while a phone is being opened, and takes it for the newer', () => {
    const opening = nextPageState(opened, { kind: 'select', userid: 'zhang.san' });
    const fetching = nextPageState(opening, { kind: 'fetching' });
    const meanwhile = arrives(
      arrives(fetching, 'zhang.san', message('2', '二，改过')),
      'zhang.san',
      message('3', '三'),
    );
    const fetched = [message('1', '一'), message('2', '二')];
    const ready = nextPageState(meanwhile, { kind: 'messages', userid: 'zhang.san', messages: fetched });

    expect(meanwhile.messages).toBeNull();
    expect(ready.messages?.map(({ text }) => text)).toEqual(['一', '二，改过', '三']);
  });

  it('takes recalled messages away', () => {
    const shown = arrives(opened, 'LinXT', message('1', '一'));
    const change = { kind: 'removed', userid: 'LinXT', messageId: '1' } as const;
    expect(nextPageState(shown, { kind: 'change', change }).messages).toEqual([]);
  });
});

function message(id: string, text: string, from: 'bot' | 'person' = 'bot'): ShownMessage {
  return { id, at: FRIDAY_MORNING, from, text, content: { kind: 'text', text } };
}

function arrives(state: PageState, userid: string, arrived: ShownMessage, isNew = true): PageState {
  return nextPageState(state, {
    kind: 'change',
    change: { kind: 'message', userid, message: arrived, isNew },
  });
}
