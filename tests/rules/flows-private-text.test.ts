import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { refusePrivateText } from '../../src/flows/private-text.ts';

describe('a text that would be stored with a case', () => {
  it.each([
    ['身份证号', '他的身份证 11010519491231002X'],
    ['身份证号', '410811 19900307 283x 请核对'],
    ['身份证号', '旧证 410811900307283'],
    ['身份证号', '１１０１０５１９４９１２３１００２Ｘ'],
    ['银行卡号', '交到 6222 0210 0111 4433 226'],
    ['银行卡号', '卡 6222021001114433'],
    ['手机号', '联系 13812345678'],
    ['手机号', '联系 +86 138-1234-5678。'],
    ['电话号码', '0391-3568899 转办公室'],
  ])('is refused with a %s in it: %s', (what, text) => {
    expect(() => refusePrivateText(text, [])).toThrow(`文字里像是有${what}`);
  });

  it.each([
    '12月1日前交 3 份，每份 2000 字',
    '文号 焦直工〔2026〕12号，附 20 页',
    '2026-11-20 到 2026-12-01，共 12 天',
    '预算 123456789 元',
    '会议室 308，09:30 开始',
  ])('is kept with ordinary numbers: %s', (text) => {
    expect(() => refusePrivateText(text, [])).not.toThrow();
  });

  it('is refused with the marks of classified papers', () => {
    expect(() => refusePrivateText('附件标有秘密★', [])).toThrow('像是涉密或内部文件的标记');
  });

  it('is refused with what its flow never stores, and nothing of it is repeated', () => {
    expect(() => refusePrivateText('他家庭有困难', ['家庭'])).toThrow('这件事里不记“家庭”方面的内容');
    fc.assert(
      fc.property(fc.stringMatching(/^1[3-9]\d{9}$/u), (number) => {
        expect(() => refusePrivateText(`电话${number}`, [])).toThrow(/^(?!.*\d{11})/su);
      }),
    );
  });
});
