import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseDocument } from '../../src/wecom/document.ts';
import { replyDocument, textReply } from '../../src/wecom/passive-reply.ts';

const frame = { to: 'alice', corpId: 'wx5823bf96d3bd56c7', at: 1_700_000_001_999 };

function contentOf(content: string): string | undefined {
  return parseDocument(textReply({ ...frame, content }))?.fields['Content'];
}

describe('a passive text reply', () => {
  it('looks as WeCom documents it', () => {
    expect(textReply({ ...frame, content: '收到' })).toBe(
      '<xml><ToUserName><![CDATA[alice]]></ToUserName><FromUserName><![CDATA[wx5823bf96d3bd56c7]]></FromUserName><CreateTime>1700000001</CreateTime><MsgType><![CDATA[text]]></MsgType><Content><![CDATA[收到]]></Content></xml>',
    );
  });

  it('carries what would end its section', () => {
    expect(contentOf('a]]>b]]]]>>c<xml>&amp;')).toBe('a]]>b]]]]>>c<xml>&amp;');
  });

  it('loses what XML does not allow', () => {
    expect(contentOf('a\u0000b\u001bc\uffffd\r\ne\tf\ud800g')).toBe('abcd\ne\tf\ufffdg');
  });

  it('keeps 2,048 bytes whole', () => {
    expect(contentOf('a'.repeat(2048))).toBe('a'.repeat(2048));
  });

  it('cuts a longer one visibly, never inside a character', () => {
    const content = contentOf('党'.repeat(683)) ?? '';
    expect(content).toBe(`${'党'.repeat(681)}…`);
    expect(Buffer.byteLength(content)).toBeLessThanOrEqual(2048);
  });

  it('arrives for every text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        const printable = text.replace(/[^\P{Cc}\n\t]/gu, '');
        expect(contentOf(printable)).toBe(printable);
      }),
    );
    fc.assert(fc.property(fc.string({ unit: 'binary' }), (text) => contentOf(text) !== undefined));
  });
});

describe('the document around it', () => {
  it('spells TimeStamp with a capital S, and has no line breaks', () => {
    expect(replyDocument({ encrypted: 'YQ==', signature: 'f0', timestamp: '1700000001', nonce: '42' })).toBe(
      '<xml><Encrypt><![CDATA[YQ==]]></Encrypt><MsgSignature><![CDATA[f0]]></MsgSignature><TimeStamp>1700000001</TimeStamp><Nonce><![CDATA[42]]></Nonce></xml>',
    );
  });
});
