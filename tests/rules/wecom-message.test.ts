import { describe, expect, it } from 'vitest';
import { Fault } from '../../src/errors.ts';
import { addressed, encodeSend } from '../../src/wecom/encode-send.ts';
import { file, image, markdown, text } from '../../src/wecom/message.ts';
import { textCard } from '../../src/wecom/text-card.ts';

describe('a text', () => {
  it('is sent as it is', () => {
    expect(text('您好\n<a href="https://a">看</a>')).toEqual({
      msgtype: 'text',
      text: { content: '您好\n<a href="https://a">看</a>' },
    });
  });

  it('is cut to 2,048 bytes', () => {
    expect(text('党'.repeat(683))).toEqual({ msgtype: 'text', text: { content: `${'党'.repeat(681)}…` } });
  });

  it.each(['', ' \n', '\u0000'])('that is blank (%j) is a fault', (blank) => {
    expect(() => text(blank)).toThrow(Fault);
    expect(() => markdown(blank)).toThrow(Fault);
  });
});

describe('other messages', () => {
  it('have their content under the key of their type', () => {
    expect(markdown('**注意**')).toEqual({ msgtype: 'markdown', markdown: { content: '**注意**' } });
    expect(image('M')).toEqual({ msgtype: 'image', image: { media_id: 'M' } });
    expect(file('M')).toEqual({ msgtype: 'file', file: { media_id: 'M' } });
  });

  it('of Markdown are cut to 2,048 bytes', () => {
    const message = markdown('a'.repeat(3000));
    expect(message.msgtype === 'markdown' && Buffer.byteLength(message.markdown.content)).toBe(2048);
  });
});

describe('a text card', () => {
  const url = 'https://bot.example/1';

  it('marks up its lines', () => {
    const lines = [
      { text: '11月20日', tone: 'gray' },
      { text: '请带笔记' },
      { text: '308 会议室', tone: 'highlight' },
    ] as const;
    expect(textCard({ title: '主题党日', lines, url })).toEqual({
      msgtype: 'textcard',
      textcard: {
        title: '主题党日',
        description:
          '<div class="gray">11月20日</div><div class="normal">请带笔记</div><div class="highlight">308 会议室</div>',
        url,
      },
    });
  });

  it('lets no text pass for markup', () => {
    const { description } = textCard({ title: '党', lines: [{ text: '<br>a' }], url }).textcard;
    expect(description).toBe('<div class="normal">＜br＞a</div>');
  });

  it('cuts every text to its limit and drops no line', () => {
    const lines = Array.from({ length: 8 }, () => ({ text: '党'.repeat(400), tone: 'highlight' as const }));
    const { title, description, btntxt } = textCard({
      title: '党'.repeat(200),
      lines,
      url,
      button: '查看全文',
    }).textcard;
    expect(title).toBe(`${'党'.repeat(127)}…`);
    expect(description).toHaveLength(512);
    expect(description.match(/…<\/div>/g)).toHaveLength(8);
    expect(btntxt).toBe('查看全文');
  });

  it.each([
    ['no line', { title: '党', lines: [], url }],
    ['nine lines', { title: '党', lines: Array.from({ length: 9 }, () => ({ text: 'a' })), url }],
    ['no title', { title: ' ', lines: [{ text: 'a' }], url }],
    ['an address without its scheme', { title: '党', lines: [{ text: 'a' }], url: 'bot.example' }],
    ['an address of another kind', { title: '党', lines: [{ text: 'a' }], url: 'javascript:alert(1)' }],
    ['an address with half a character', { title: '党', lines: [{ text: 'a' }], url: 'https://a/\ud83d' }],
    ['an address with blanks', { title: '党', lines: [{ text: 'a' }], url: 'https://a b' }],
    [
      'an address of 2,049 bytes',
      { title: '党', lines: [{ text: 'a' }], url: `https://${'a'.repeat(2041)}` },
    ],
  ])('with %s is a fault', (_, parts) => {
    expect(() => textCard(parts)).toThrow(Fault);
  });
});

describe('the body of a send', () => {
  const request = {
    touser: 'alice|Bob.2',
    message: text('您好😀'),
    agentId: 1000002,
    duplicateCheckSeconds: 1800,
  };

  it('always is the same text for the same request', () => {
    expect(addressed(encodeSend(request), request.touser)).toBe(
      '{"touser":"alice|Bob.2","agentid":1000002,"msgtype":"text","text":{"content":"您好😀"},"enable_duplicate_check":1,"duplicate_check_interval":1800}',
    );
  });

  it('survives being stored as JSON in between', () => {
    const stored = JSON.parse(JSON.stringify(request)) as typeof request;
    expect(encodeSend(stored)).toBe(encodeSend(request));
  });

  it('takes a thousand recipients', () => {
    const touser = Array.from({ length: 1000 }, (_, index) => `u${index}`).join('|');
    expect(addressed(encodeSend({ ...request, touser }), touser)).toContain('u0|u1|');
  });

  it.each([
    ['no recipient', { touser: '' }],
    ['more than a thousand', { touser: Array.from({ length: 1001 }, (_, index) => `u${index}`).join('|') }],
    ['everybody at once', { touser: '@all' }],
    ['an empty userid', { touser: 'a||b' }],
    ['a check for duplicates over no time', { duplicateCheckSeconds: 0 }],
    ['a check for duplicates over more than four hours', { duplicateCheckSeconds: 14_401 }],
  ])('with %s is a fault', (_, wrong) => {
    expect(() => encodeSend({ ...request, ...wrong })).toThrow(Fault);
  });
});
