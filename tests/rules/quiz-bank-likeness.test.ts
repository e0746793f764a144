import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createLikenessIndex, type Likenable } from '../../src/library/quiz-likeness.ts';

const periods = ['每月', '每季度', '每半年', '每年'];

function single(ask: string, texts: readonly string[] = periods): Likenable {
  return { type: 'single', ask, choices: new Map(texts.map((text, index) => [`${index}`, text])) };
}

function isLike(one: Likenable, other: Likenable): boolean {
  const index = createLikenessIndex<true>();
  index.add(one, true);
  return index.mostLike(other) ?? false;
}

describe('questions that ask the same', () => {
  it.each([
    ['党支部党员大会一般多久开一次？', '党支部党员大会，一般多久开一次'],
    ['党支部党员大会一般多久开一次？', '党支部党员大会一般（　）召开一次。'],
    ['“三会一课”包括哪些？', '三会一课包括（　）。'],
    ['党费可以由别人代交。', '党费可以由别人来代交'],
    ['主题党日可以组织哪些内容？', '主题党日可以组织什么内容'],
    ['收到入党申请书后１个月内派人谈话', '收到入党申请书后 1 个月内派人谈话。'],
  ])('are alike: %s %s', (one, other) => {
    expect(isLike(single(one), single(other))).toBe(true);
    expect(isLike(single(other), single(one))).toBe(true);
  });

  it.each([
    ['党支部党员大会一般多久开一次？', '党小组会一般多久开一次？'],
    ['预备期从哪天算起？', '党龄从哪天算起？'],
    ['机关党支部委员会每届任期一般几年？', '机关党的基层委员会每届任期一般几年？'],
  ])('are not alike although they sound so: %s %s', (one, other) => {
    expect(isLike(single(one), single(other))).toBe(false);
  });

  it('are others when only the stem is common and the choices are not', () => {
    const dues = single('下列说法正确的是：', ['党费按月交', '党费分段算', '党费由单位扣', '党费可以垫交']);
    const terms = single('下列说法正确的是：', ['任期三年', '任期四年', '任期五年', '没有任期']);
    expect(isLike(dues, terms)).toBe(false);
    expect(isLike(dues, { ...dues })).toBe(true);
  });

  it('are others when they are of another type', () => {
    const ask = '党支部书记每年要述职。';
    expect(isLike({ type: 'judge', ask }, { type: 'fill', ask })).toBe(false);
  });

  it('are found as the one that is most alike', () => {
    const index = createLikenessIndex<string>();
    index.add(single('入党积极分子多久考察一次比较合适？'), 'near');
    index.add(single('入党积极分子多久考察一次合适？'), 'nearest');
    expect(index.mostLike(single('入党积极分子多久考察一次合适'))).toBe('nearest');
  });

  it('are never found for a stem without any word', () => {
    expect(isLike(single('？？'), single('党费交多少？'))).toBe(false);
  });

  it('are always alike with themselves, whichever was first', () => {
    const stems = fc.string({
      unit: fc.constantFrom(...Array.from('党员大会支部每季度一次')),
      minLength: 1,
      maxLength: 20,
    });
    fc.assert(
      fc.property(stems, stems, (one, other) => {
        expect(isLike(single(one), single(one))).toBe(true);
        expect(isLike(single(one), single(other))).toBe(isLike(single(other), single(one)));
      }),
    );
  });
});
