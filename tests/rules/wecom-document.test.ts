import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { textsByPath } from '../../src/wecom/document-texts.ts';
import { parseDocument } from '../../src/wecom/document.ts';

function fieldsOf(xml: string): Record<string, string> | undefined {
  const document = parseDocument(xml);
  return document && Object.fromEntries(Object.entries(document.fields));
}

describe('a decrypted document', () => {
  it.each([
    ['a section', '<xml><A><![CDATA[1]]></A></xml>', { A: '1' }],
    [
      'a section with brackets',
      '<xml><A><![CDATA[[微笑] ]] ]></xml> ]]></A></xml>',
      { A: '[微笑] ]] ]></xml> ' },
    ],
    ['sections and text in one element', '<xml><A><![CDATA[a]]]]><![CDATA[>b]]>c</A></xml>', { A: 'a]]>bc' }],
    [
      'the five entities and character references',
      '<xml><A>&lt;&gt;&amp;&quot;&apos;&#20320;&#x4F60;</A></xml>',
      { A: '<>&"\'你你' },
    ],
    ['line ends of every kind', '<xml><A>1\r\n2\r3\n4</A></xml>', { A: '1\n2\n3\n4' }],
    ['comments', '<xml><!-- a --><A>1<!-- b -->2</A></xml>', { A: '12' }],
    ['attributes', '<xml a="1"><A b="2">1</A></xml>', { A: '1' }],
    ['blanks in a text', '<xml><A> 1 </A></xml>', { A: ' 1 ' }],
    ['numbers as texts', '<xml><MsgId>4561255354251345929</MsgId></xml>', { MsgId: '4561255354251345929' }],
    ['the first of repeated elements', '<xml><A>1</A><A>2</A></xml>', { A: '1' }],
    [
      'a typed DOCTYPE, which is only text',
      '<xml><A><![CDATA[<!DOCTYPE a [<!ENTITY b "c">]>&b;]]></A></xml>',
      { A: '<!DOCTYPE a [<!ENTITY b "c">]>&b;' },
    ],
    [
      'a typed document, which is only text',
      '<xml><A><![CDATA[<xml><B>1</B></xml>]]></A></xml>',
      { A: '<xml><B>1</B></xml>' },
    ],
  ])('keeps %s', (_, xml, expected) => {
    expect(fieldsOf(xml)).toEqual(expected);
  });

  it.each([
    ['no XML', 'hello'],
    ['nothing', ''],
    ['an unclosed element', '<xml><A>1</xml>'],
    ['a DOCTYPE', '<!DOCTYPE xml><xml><A>1</A></xml>'],
    ['a DOCTYPE with entities', '<!DOCTYPE x [<!ENTITY a "1">]><xml><A>&a;</A></xml>'],
    ['an external entity', '<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]><xml><A>&a;</A></xml>'],
    [
      'an entity bomb',
      `<!DOCTYPE x [<!ENTITY a "ha">${Array.from('bcdefgh', (name, index) => `<!ENTITY ${name} "${`&${'abcdefg'[index]};`.repeat(10)}">`).join('')}]><xml><A>&h;</A></xml>`,
    ],
    ['an entity nobody defined', '<xml><A>&nbsp;</A></xml>'],
    ['a control character', '<xml><A>\u0001</A></xml>'],
    ['a reference to a control character', '<xml><A>&#1;</A></xml>'],
    ['two roots', '<xml></xml><xml></xml>'],
    ['elements 17 deep', `${'<a>'.repeat(17)}${'</a>'.repeat(17)}`],
    ['a hundred thousand elements deep', '<a>'.repeat(100_000)],
    ['more than ten thousand elements', `<xml>${'<a/>'.repeat(10_000)}</xml>`],
  ])('is refused with %s', (_, xml) => {
    expect(parseDocument(xml)).toBeUndefined();
  });

  it('may be sixteen deep', () => {
    expect(parseDocument(`${'<a>'.repeat(16)}1${'</a>'.repeat(16)}`)).toBeDefined();
  });

  it('never makes the parser throw', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => void parseDocument(`<xml><A>${text}</A></xml>`)),
    );
  });

  it('gives every text in a section back as it was, line ends apart', () => {
    const texts = fc.string({ unit: 'grapheme' }).filter((text) => !text.includes(']]>'));
    fc.assert(
      fc.property(texts, (text) => {
        expect(fieldsOf(`<xml><A><![CDATA[${text}]]></A></xml>`)).toEqual({
          A: text.replace(/\r\n?/g, '\n'),
        });
      }),
    );
  });
});

describe('texts by path', () => {
  it('name nested and repeated elements', () => {
    const document = parseDocument(
      '<xml><A>1</A><P><Count>2</Count><L><item><M>x</M></item><item><M>y</M></item></L></P><E></E></xml>',
    );
    expect(document && [...textsByPath(document)]).toEqual([
      ['A', ['1']],
      ['E', ['']],
      ['P/Count', ['2']],
      ['P/L/item/M', ['x', 'y']],
    ]);
  });
});
