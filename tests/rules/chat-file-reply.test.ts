import { describe, expect, it } from 'vitest';
import type { FileAnswer } from '../../src/chat/answer.ts';
import { replyTo, type ReplyContext } from '../../src/chat/reply.ts';
import type { Act } from '../../src/chat/saying.ts';

const bytes = Buffer.from('account,name');
const answer: FileAnswer = { text: '名册在后面。', file: { name: '名册.xlsx', bytes } };

function context(act: Act, others: Partial<ReplyContext> = {}): ReplyContext {
  const saying = { identity: 'm1', from: 'zhao', createdAt: 0, act };
  return { saying, userid: 'zhao', late: false, textOnly: false, closing: undefined, ...others };
}

const typed: Act = { kind: 'typed', text: ' 导出 名册 ' };
const tapped: Act = { kind: 'tapped', line: '导出 回执 3', responseCode: 'c' };

describe('an answer with a file', () => {
  it('says its text at once and sends the file by itself', () => {
    const { passive, entries } = replyTo(answer, context(typed));
    expect(passive).toBe('名册在后面。');
    expect(entries).toMatchObject([
      { kind: 'upload', id: 'm1-file', bytes, order: { content: { name: '名册.xlsx', keptAs: 'm1-file' } } },
    ]);
    expect(entries[0]).not.toHaveProperty('after');
  });

  it.each([
    ['to a tap', context(tapped)],
    ['that comes late', context(typed, { late: true })],
  ])('%s is a message that the file comes after', (_, given) => {
    const { passive, entries } = replyTo(answer, given);
    expect(passive).toBe('');
    expect(entries).toMatchObject([
      { kind: 'send', id: 'm1-a0' },
      { kind: 'upload', after: 'm1-a0' },
    ]);
  });

  it('comes after the last part of a long text', () => {
    const { entries } = replyTo({ ...answer, text: '长'.repeat(1500) }, context(typed));
    expect(entries.map(({ id }) => id)).toEqual(['m1-a0', 'm1-a1', 'm1-a2', 'm1-file']);
    expect(entries.at(-1)).toMatchObject({ after: 'm1-a2' });
  });

  it.each([
    ['what was typed', typed, '导出 名册'],
    ['what the button stands for', tapped, '导出 回执 3'],
  ])('that WeCom does not take names %s', (_, act, line) => {
    const upload = replyTo(answer, context(act)).entries.at(-1);
    expect(upload).toMatchObject({
      order: {
        instead: {
          text: {
            content: `“名册.xlsx”没有发成：企业微信没有收下这个文件。\n请过一会儿再发一次：${line}`,
          },
        },
      },
    });
  });

  it('that is too large for WeCom is words', () => {
    const large = { name: '台账.xlsx', bytes: new Uint8Array(20 * 1024 * 1024 + 1) };
    expect(replyTo({ ...answer, file: large }, context(typed))).toEqual({
      passive: '“台账.xlsx”有 21 MB，企业微信最多能发 20 MB，所以没有发。\n请联系运维人员，从服务器上导出。',
      entries: [],
    });
  });
});
