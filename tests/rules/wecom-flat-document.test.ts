import fc from 'fast-check';
import { SaxesParser } from 'saxes';
import { describe, expect, it } from 'vitest';
import { readEncrypted } from '../../src/wecom/envelope-document.ts';
import { scanFlatDocument } from '../../src/wecom/flat-document.ts';

/** What a full parser makes of it: the texts of the root's children, or nothing when it objects. */
function parsedBySaxes(text: string): [name: string, text: string][] | undefined {
  const parser = new SaxesParser();
  const texts: [name: string, text: string][] = [];
  let depth = 0;
  let current = '';
  parser.on('opentag', () => {
    depth += 1;
    current = '';
  });
  parser.on('text', (part) => (current += part));
  parser.on('cdata', (part) => (current += part));
  parser.on('closetag', ({ name }) => {
    if (depth === 2) texts.push([name, current]);
    depth -= 1;
  });
  try {
    parser.write(text).close();
    return texts;
  } catch {
    return undefined;
  }
}

/** As a body arrives: decoded from bytes, so that there are no lone surrogates. */
function decoded(text: string): string {
  return Buffer.from(text).toString('utf8');
}

const pieces = fc.constantFrom(
  '<xml>',
  '</xml>',
  '<A>',
  '</A>',
  '<B/>',
  '<B>',
  '</B>',
  '<![CDATA[',
  ']]>',
  ']',
  '>',
  '<',
  '/',
  '&amp;',
  '&x;',
  '<!--',
  '-->',
  '<?xml version="1.0" encoding="UTF-8"?>',
  '<?p?>',
  '<!DOCTYPE xml>',
  '<A b="c">',
  ' ',
  '\n',
  '\r\n',
  '\t',
  '\u0000',
  '\u0085',
  '\ufeff',
  '\ufffe',
  '你好',
  '😀',
  'text',
);

/** Documents that are flat as a rule, with odd values now and then. */
const flatDocuments = fc
  .array(
    fc.tuple(
      fc.constantFrom('ToUserName', 'Encrypt', 'A.b-c_d', '__proto__', 'constructor', 'xml'),
      fc.oneof(fc.string({ unit: 'binary', maxLength: 20 }), pieces, fc.base64String({ maxLength: 64 })),
      fc.constantFrom('plain', 'section', 'empty'),
      fc.constantFrom('', '\n', ' \t\r\n'),
    ),
    { maxLength: 6 },
  )
  .map((children) => {
    const inside = children.map(([name, value, form, blank]) => {
      if (form === 'empty') return `<${name}/>${blank}`;
      return `<${name}>${form === 'section' ? `<![CDATA[${value}]]>` : value}</${name}>${blank}`;
    });
    return `<xml>${inside.join('')}</xml>`;
  });

describe('the scanner of flat documents', () => {
  it.each([
    ['CDATA sections', '<xml><A><![CDATA[1 & <2>]]></A><B><![CDATA[]]></B></xml>', { A: '1 & <2>', B: '' }],
    ['plain text', '<xml><A>1</A><B></B></xml>', { A: '1', B: '' }],
    [
      'both, with line ends between them',
      '<xml>\r\n <A><![CDATA[1]]></A>\n\t<B>2</B>\n</xml>\n',
      { A: '1', B: '2' },
    ],
    ['empty elements', '<xml><A/><B>2</B></xml>', { A: '', B: '2' }],
    ['an XML declaration', '<?xml version="1.0" encoding="utf-8"?>\n<xml><A>1</A></xml>', { A: '1' }],
    ['no children', '<xml></xml>', {}],
    ['texts in Chinese and emoji', '<xml><A><![CDATA[签到😀]]></A></xml>', { A: '签到😀' }],
    [
      'names of the language',
      '<xml><__proto__>1</__proto__><constructor>2</constructor></xml>',
      JSON.parse('{"__proto__":"1","constructor":"2"}'),
    ],
  ])('reads %s', (_, text, expected) => {
    expect(Object.entries(scanFlatDocument(text) ?? {})).toEqual(Object.entries(expected as object));
  });

  it.each([
    ['nothing', ''],
    ['text', 'hello'],
    ['JSON', '{"encrypt":"x"}'],
    ['another root', '<html><A>1</A></html>'],
    ['a root with attributes', '<xml a="1"><A>1</A></xml>'],
    ['a child with attributes', '<xml><A b="1">1</A></xml>'],
    ['nested children', '<xml><A><B>1</B></A></xml>'],
    ['a document inside a section that ends early', '<xml><A><![CDATA[1]]><B>2</B></A></xml>'],
    ['two sections in one child', '<xml><A><![CDATA[1]]><![CDATA[2]]></A></xml>'],
    ['a repeated child', '<xml><A>1</A><A>2</A></xml>'],
    ['a DOCTYPE', '<!DOCTYPE xml [<!ENTITY a "b">]><xml><A>1</A></xml>'],
    ['a DOCTYPE inside', '<xml><!DOCTYPE xml><A>1</A></xml>'],
    ['entities', '<xml><A>&lt;</A></xml>'],
    ['a comment', '<xml><!-- <A>1</A> --></xml>'],
    ['a comment before the root', '<!-- x --><xml><A>1</A></xml>'],
    ['a processing instruction', '<xml><?php x ?></xml>'],
    ['text beside the children', '<xml><A>1</A>text</xml>'],
    ['text after the end', '<xml><A>1</A></xml>text'],
    ['a second root', '<xml><A>1</A></xml><xml><B>1</B></xml>'],
    ['a name closed differently', '<xml><A>1</B></xml>'],
    ['a control character', '<xml><A>\u0000</A></xml>'],
    ['a declaration of another encoding', '<?xml version="1.0" encoding="GBK"?><xml><A>1</A></xml>'],
    ['a blank before the declaration', ' <?xml version="1.0"?><xml><A>1</A></xml>'],
  ])('refuses %s', (_, text) => {
    expect(scanFlatDocument(text)).toBeUndefined();
  });

  it('refuses a document cut off at any place', () => {
    const whole = '<xml><A><![CDATA[1]]></A><B>2</B></xml>';
    for (let end = 0; end < whole.length; end += 1)
      expect(scanFlatDocument(whole.slice(0, end))).toBeUndefined();
    expect(scanFlatDocument(whole)).toBeDefined();
  });

  it('reads what it accepts as a full parser does', () => {
    let accepted = 0;
    const compare = (text: string): void => {
      const scanned = scanFlatDocument(decoded(text));
      if (scanned === undefined) return;
      accepted += 1;
      expect(Object.entries(scanned)).toEqual(parsedBySaxes(decoded(text)));
    };
    fc.assert(fc.property(flatDocuments, compare), { numRuns: 2000 });
    fc.assert(
      fc.property(fc.array(pieces, { maxLength: 12 }), (parts) => compare(`<xml>${parts.join('')}</xml>`)),
      {
        numRuns: 2000,
      },
    );
    expect(accepted).toBeGreaterThan(200);
  });
});

describe('the ciphertext of a body', () => {
  it('is what the element Encrypt holds', () => {
    expect(
      readEncrypted(
        Buffer.from('<xml><ToUserName>a</ToUserName><Encrypt><![CDATA[YWJj+/==]]></Encrypt></xml>'),
      ),
    ).toBe('YWJj+/==');
  });

  it('is missing without that element', () => {
    expect(readEncrypted(Buffer.from('<xml><encrypt>YWJj</encrypt></xml>'))).toBeUndefined();
    expect(readEncrypted(Buffer.from('<xml></xml>'))).toBeUndefined();
  });

  it('is missing when the element comes twice, so that there is never a choice', () => {
    expect(readEncrypted(Buffer.from('<xml><Encrypt>a</Encrypt><Encrypt>b</Encrypt></xml>'))).toBeUndefined();
  });

  it('is looked for without throwing in any bytes', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 200 }), (bytes) => {
        expect(readEncrypted(Buffer.from(bytes))).toBeUndefined();
      }),
    );
  });

  // Anything worse than linear would take minutes on a megabyte.
  it.each([
    ['an endless section', `<xml><Encrypt><![CDATA[${'a'.repeat(2 ** 20)}`],
    ['an endless text', `<xml><Encrypt>${'a'.repeat(2 ** 20)}`],
    ['an endless name', `<xml><${'a'.repeat(2 ** 20)}`],
    ['endless blanks', `<xml>${' '.repeat(2 ** 20)}`],
    ['endless brackets', `<xml><Encrypt><![CDATA[${']'.repeat(2 ** 20)}]]></Encrypt></xml>`],
    ['endless tags', `<xml>${'<a>'.repeat(2 ** 18)}`],
    [
      'endless children',
      `<xml>${Array.from({ length: 60_000 }, (_, index) => `<a${index}>1</a${index}>`).join('')}`,
    ],
    ['an endless end', `<xml><Encrypt>a</Encrypt></xml>${' '.repeat(2 ** 20)}x`],
  ])('is missing in %s, quickly', { timeout: 2000 }, (_, text) => {
    expect(readEncrypted(Buffer.from(text))).toBeUndefined();
  });

  it('may be as long as the whole body', () => {
    const encrypted = 'a'.repeat(2 ** 20 - 64);
    expect(readEncrypted(Buffer.from(`<xml><Encrypt><![CDATA[${encrypted}]]></Encrypt></xml>`))).toBe(
      encrypted,
    );
  });
});
