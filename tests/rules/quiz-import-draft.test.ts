import { describe, expect, it } from 'vitest';
import { completeDraft } from '../../src/quiz-import/complete-draft.ts';
import type { Draft } from '../../src/quiz-import/draft.ts';
import { localDate } from '../../src/time/local-date.ts';

const defaults = { tag: '党费', today: localDate(2026, 11, 20) };
const choices = ['每月', '每季度', '每年'].map((text, index) => ({ letter: 'ABC'.charAt(index), text }));
const choice: Draft = {
  line: 7,
  ask: '一般多久开一次？',
  choices,
  answer: 'B',
  because: '每季度一次。',
  source: '条例第十一条',
};
const plain: Draft = { ...choice, ask: '支部书记每年要述职。', choices: [], answer: '对' };

function complete(draft: Draft) {
  const completed = completeDraft(draft, defaults);
  return completed.problems === undefined ? completed.value : completed.problems.map(({ what }) => what);
}

/** A draft without one of its parts. */
function without(part: keyof Draft, draft: Draft = choice): Draft {
  const { [part]: _left, ...others } = draft;
  return others as Draft;
}

describe('a draft', () => {
  it('becomes a question that was checked today', () => {
    expect(complete({ ...choice, tags: '三会一课、党员大会 三会一课' })).toEqual({
      type: 'single',
      ask: '一般多久开一次？',
      choices: new Map([
        ['A', '每月'],
        ['B', '每季度'],
        ['C', '每年'],
      ]),
      answer: ['B'],
      because: '每季度一次。',
      source: '条例第十一条',
      tags: ['三会一课', '党员大会'],
      asOf: '2026-11-20',
    });
  });

  it('without tags gets the one of its file', () => {
    expect(complete(choice)).toMatchObject({ tags: ['党费'] });
  });

  it.each([
    [
      '根据《中国共产党支部工作条例（试行）》第十一条规定，一般每季度一次。',
      '中国共产党支部工作条例（试行）第十一条',
    ],
    ['支部工作条例（试行）第十二条：一般每月一次。', '支部工作条例（试行）第十二条'],
    ['见《党章》第31条。', '党章第31条'],
  ])('without a source has the article that its explanation cites: %s', (because, source) => {
    expect(complete({ ...without('source'), because })).toMatchObject({ source });
  });

  it.each([
    '《条例》第十一条规定，每季度一次。',
    '本条例第十一条。',
    '第十一条规定，每季度一次。',
    '每季度一次。',
  ])('without a source is none where the explanation names no rule: %s', (because) => {
    expect(complete({ ...without('source'), because })).toEqual([expect.stringMatching(/^缺少出处/u)]);
  });

  it('below 填空题 has its answer in the brackets or on the line of the blank', () => {
    const fill: Draft = { ...without('answer', plain), type: 'fill' };
    for (const ask of ['不少于（32）学时。', '不少于( 32 )学时。', '不少于__32__学时。']) {
      expect(complete({ ...fill, ask })).toMatchObject({ ask: '不少于____学时。', answer: ['32'] });
    }
    expect(complete({ ...fill, ask: '按条例（试行）一般是（三年）。' })).toMatchObject({ answer: ['三年'] });
    expect(complete({ ...fill, ask: '每（季度）开（一）次。' })).toEqual([
      '填空题只能有一个空，这里有 2 个，请拆成几道题。',
    ]);
  });

  it('below 填空题 with choices is a choice, and its answer has to be one of them', () => {
    expect(complete({ ...choice, type: 'fill' })).toMatchObject({ type: 'single', answer: ['B'] });
    expect(complete({ ...choice, type: 'fill', answer: 'D' })).toEqual([
      expect.stringMatching(/答案 D 不在选项里/u),
    ]);
  });

  it.each(['无', '略。', '暂无', '/'])('has no explanation when it says %s', (because) => {
    expect(complete({ ...choice, because })).toEqual([expect.stringMatching(/^缺少解析/u)]);
  });

  it('tells everything that keeps it from being a question, at its line', () => {
    const bare: Draft = { line: 7, ask: ']]>', choices: [], answer: '' };
    expect(completeDraft(bare, defaults).problems).toEqual([
      { line: 7, what: '缺少答案，例如：答案：B', weight: 'error' },
      { line: 7, what: '题干里有 ]]>，消息会从那里断开，请去掉。', weight: 'error' },
      {
        line: 7,
        what: '缺少解析，例如：解析：条例第十一条：党员大会一般每季度召开 1 次。',
        weight: 'error',
      },
      {
        line: 7,
        what: '缺少出处，例如：出处：支部工作条例（试行）第十一条。没有出处的题不能用，请加上，或在解析里写明哪部规定第几条。',
        weight: 'error',
      },
    ]);
  });

  it.each([
    ['without a source', without('source'), /^缺少出处/],
    ['without an explanation', without('because'), /^缺少解析/],
    ['with a stem that fits no card', { ...choice, ask: '长'.repeat(121) }, '题干有 121 个字，最多 120 个。'],
    ['with a long explanation', { ...choice, because: '长'.repeat(161) }, '解析有 161 个字，最多 160 个。'],
    ['with a sentence for a tag', { ...choice, tags: '这个标签太长太长太长太长了' }, /^标签“.*”太长/],
    ['with garbled text', { ...choice, ask: '党\uFFFD费' }, '题干里有看不见的字符或者乱码，请重新输入。'],
  ])('%s is refused', (_, draft, what) => {
    expect(complete(draft)).toContainEqual(typeof what === 'string' ? what : expect.stringMatching(what));
  });
});

describe('the answer of a choice question', () => {
  it.each(['B', 'b', 'Ｂ', ' B。', '选B', '(B)', 'B. 每季度', 'B、每季度', '每季度'])(
    'may be written %s',
    (answer) => {
      expect(complete({ ...choice, answer })).toMatchObject({ type: 'single', answer: ['B'] });
    },
  );

  it('may be the place of the choice, where that means nothing else', () => {
    expect(complete({ ...choice, answer: '2' })).toMatchObject({ answer: ['B'] });
    expect(complete({ ...choice, answer: '1、3' })).toMatchObject({ type: 'multiple', answer: ['A', 'C'] });
    expect(complete({ ...choice, answer: '4' })).toEqual(['答案“4”看不懂，请写选项的字母，例如：答案：B']);
    const figures = ['2', '1', '4'].map((text, place) => ({ letter: 'ABC'.charAt(place), text }));
    expect(complete({ ...choice, choices: figures, answer: '2' })).toEqual([
      '答案 2 可能是第 2 个选项，也可能是选项的内容，请写选项的字母，例如：答案：B',
    ]);
  });

  it.each(['CA', 'AC', 'A、C', 'a,c', 'A C', 'A和C', 'A；C'])(
    'of several letters makes it multiple: %s',
    (answer) => {
      expect(complete({ ...choice, answer })).toMatchObject({ type: 'multiple', answer: ['A', 'C'] });
    },
  );

  it.each([
    ['每（ B ）开一次', '每（　）开一次'],
    ['一般多久开一次？（B）', '一般多久开一次？'],
    ['一般多久开一次【B】。', '一般多久开一次（　）。'],
    ['（试行）规定多久开一次 (Ｂ)', '（试行）规定多久开一次 （　）'],
    ['每__B__开一次。', '每（　）开一次。'],
  ])('may stand in the stem: %s', (ask, left) => {
    expect(complete({ ...without('answer'), ask })).toMatchObject({ ask: left, answer: ['B'] });
  });

  it('may stand in both places when it is the same', () => {
    expect(complete({ ...choice, ask: '每（CA）开一次', answer: 'A、C' })).toMatchObject({
      answer: ['A', 'C'],
    });
    expect(complete({ ...choice, ask: '每（C）开一次' })).toEqual([
      '题干里的答案是 C，后面写的是 B，请核对。',
    ]);
  });

  it('leaves empty brackets where they say something', () => {
    expect(complete({ ...choice, ask: '党员大会每( )开一次。' })).toMatchObject({
      ask: '党员大会每（　）开一次。',
    });
    expect(complete({ ...choice, ask: '多久开一次？（  ）' })).toMatchObject({ ask: '多久开一次？' });
  });

  it.each([
    ['E', undefined, '答案 E 不在选项里，选项是 A 到 C。'],
    ['ABZ', undefined, '答案 Z 不在选项里，选项是 A 到 C。'],
    ['AAB', undefined, '答案 AAB 里有字母写了两次。'],
    ['AB', 'single', '单选题只能有一个答案，写的是 AB。'],
    ['B', 'multiple', '多选题至少有两个答案，只写了 B。'],
    ['每天', undefined, '答案“每天”看不懂，请写选项的字母，例如：答案：B'],
    ['对', 'multiple', '答案“对”看不懂，请写选项的字母，例如：答案：ACD'],
  ] as const)('is refused when it is %s of %s', (answer, type, what) => {
    expect(complete({ ...choice, answer, ...(type === undefined ? {} : { type }) })).toEqual([what]);
  });

  it.each([
    ['without choices', [], '缺少选项，例如：A. 每月 B. 每季度'],
    ['with one choice', ['A每月'], '选项至少要有 A 和 B 两个。'],
    ['with a gap', ['A甲', 'C丙'], '选项中间缺少 B，字母要从 A 起连着写。'],
    [
      'with a letter twice',
      ['A甲', 'B乙', 'A丙'],
      '选项 A 写了两次。如果从那里起是新的一题，请在题干前面加编号。',
    ],
    ['with two alike', ['A甲', 'B甲'], '选项 B 和 A 一样，请改一个。'],
    ['with a long one', ['A甲', `B${'长'.repeat(41)}`], '选项 B 有 41 个字，最多 40 个。'],
  ])('is refused %s', (_, texts, what) => {
    const given = texts.map((text) => ({ letter: text.charAt(0), text: text.slice(1) }));
    expect(complete({ ...choice, choices: given, answer: 'A', type: 'single' })).toEqual([what]);
  });
});

describe('a judgement', () => {
  it.each(['对', '√', '✓', '正确', '是', 'T', 'True', 'Y', '对。', '（√）'])('is right by %s', (answer) => {
    expect(complete({ ...plain, answer })).toMatchObject({ type: 'judge', answer: '对' });
  });

  it.each(['错', '×', '✗', '错误', '否', 'F', 'false', 'N', 'x', '不正确'])('is wrong by %s', (answer) => {
    expect(complete({ ...plain, answer })).toMatchObject({ type: 'judge', answer: '错' });
  });

  it.each(['支部书记每年要述职。（ √ ）', '支部书记每年要述职（对）。', '（正确）支部书记每年要述职。'])(
    'may have its answer in the stem: %s',
    (ask) => {
      expect(complete({ ...without('answer', plain), ask })).toMatchObject({ ask: plain.ask, answer: '对' });
    },
  );

  it('may be written as a choice between right and wrong', () => {
    const given = [
      { letter: 'A', text: '正确' },
      { letter: 'B', text: '错误' },
    ];
    expect(complete({ ...plain, choices: given, answer: 'B' })).toMatchObject({
      type: 'judge',
      answer: '错',
    });
    expect(complete({ ...plain, type: 'judge', choices: given, answer: 'A' })).toMatchObject({
      answer: '对',
    });
  });

  it('keeps brackets that say something, and loses those for the sign', () => {
    const ask = '支部工作条例（试行）有规定。（　）';
    expect(complete({ ...plain, ask })).toMatchObject({ ask: '支部工作条例（试行）有规定。' });
  });

  it.each([
    ['支部书记每年要述职。√', '对'],
    ['支部书记每年要述职。 × ', '错'],
    ['支部书记每年要述职。正确', '对'],
    ['支部书记每年要述职。 错误。', '错'],
    ['支部书记每年要述职。 T', '对'],
    ['√ 支部书记每年要述职。', '对'],
  ])('below 判断题 may have its answer behind the stem: %s', (ask, answer) => {
    expect(complete({ ...without('answer', plain), type: 'judge', ask })).toMatchObject({
      ask: '支部书记每年要述职。',
      answer,
    });
  });

  it('is not read out of a sentence', () => {
    for (const ask of ['这样做是不是正确', '述职是对的还是 错']) {
      expect(complete({ ...without('answer', plain), ask })).toContain('缺少答案，例如：答案：B');
    }
  });

  it('is refused with any other answer', () => {
    expect(complete({ ...plain, type: 'judge', answer: '也许' })).toEqual([
      '判断题的答案要写对或者错，写的是“也许”。',
    ]);
  });
});

describe('a question with a blank', () => {
  const blank: Draft = { ...plain, ask: '每届任期一般____年。', answer: '3；三；3年；三年' };

  it('takes every form of its answer', () => {
    expect(complete(blank)).toMatchObject({ type: 'fill', answer: ['3', '三', '3年', '三年'] });
    expect(complete({ ...blank, answer: '三年 / 3年|三年' })).toMatchObject({ answer: ['三年', '3年'] });
    expect(complete({ ...blank, answer: '三年 或 3年' })).toMatchObject({ answer: ['三年', '3年'] });
    expect(complete({ ...blank, answer: '半年或一年' })).toMatchObject({ answer: ['半年或一年'] });
    expect(complete({ ...blank, answer: '1/2' })).toMatchObject({ answer: ['1/2'] });
  });

  it.each([
    '每届任期一般__年。',
    '每届任期一般＿＿＿年。',
    '每届任期一般（　　）年。',
    '每届任期一般( )年。',
    '每届任期一般_ _ _年。',
  ])('has its blank written alike: %s', (ask) => {
    expect(complete({ ...blank, ask })).toMatchObject({ ask: blank.ask });
  });

  it.each([
    [{ ask: '甲____，乙____。' }, '填空题只能有一个空，这里有 2 个，请拆成几道题。'],
    [{ answer: '；' }, '缺少答案，例如：答案：三年；3年'],
    [{ answer: '……' }, '填空题的答案里要有文字或数字，例如：答案：三年；3年'],
    [{ answer: '长'.repeat(31) }, '答案有 31 个字，最多 30 个。'],
  ])('is refused with %j', (changes, what) => {
    expect(complete({ ...blank, type: 'fill', ...changes })).toEqual([what]);
  });

  it('is not made of a choice question whose choices were lost', () => {
    expect(complete({ ...plain, ask: '每（　）开一次。', answer: 'B' })).toEqual([
      '缺少选项，例如：A. 每月 B. 每季度',
    ]);
  });
});

describe('a question of no type', () => {
  it('is refused', () => {
    expect(complete({ ...plain, ask: '谈谈体会。', answer: '略' })).toEqual([
      '看不出题型：没有选项，题干里没有空（____），答案也不是对或者错。',
    ]);
  });
});
