import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readText } from '../../src/quiz-import/read-text.ts';

function drafts(...lines: string[]) {
  return readText(lines.join('\n')).drafts;
}

/** What is wrong, as `line what`. */
function wrongs(...lines: string[]): string[] {
  return readText(lines.join('\n')).problems.map(({ line, what }) => `${line} ${what}`);
}

function letters(...texts: string[]) {
  return texts.map((text, index) => ({ letter: 'ABCDEFGH'.charAt(index), text }));
}

const periods = letters('每月', '每季度', '每年');

describe('stems', () => {
  it.each([
    '1. 题干',
    '（　）1. 题干',
    '1、题干',
    '1．题干',
    '１．题干',
    '（1）题干',
    '(1) 题干',
    '第1题 题干',
    '1）题干',
    '【1】题干',
    '**1. 题干**',
    '## 1. 题干',
    '> 1. 题干',
  ])('begin with a number: %s', (line) => {
    expect(drafts(line)).toEqual([{ line: 1, ask: '题干', choices: [] }]);
  });

  it.each(['3.5 万元', '10:30 开会', '2026年的要求'])('do not begin with %s', (line) => {
    expect(drafts('1. 题干，', line)).toEqual([{ line: 1, ask: `题干，${line}`, choices: [] }]);
  });

  it('may have the brackets for the answer in front', () => {
    expect(drafts('（ B ）1. 多久一次？', 'A. 每月 B. 每季度')[0]?.ask).toBe('多久一次？（ B ）');
    expect(drafts('(√)2、题干。')[0]?.ask).toBe('题干。(√)');
  });

  it('may say how many points they are worth, which nobody keeps', () => {
    expect(drafts('1.【2分】题干（3 分）')[0]?.ask).toBe('题干');
  });

  it('may be wrapped, and stand apart from the choices', () => {
    expect(drafts('1. 题干的前半，', '后半。', '', 'A. 每月 B. 每季度')).toEqual([
      { line: 1, ask: '题干的前半，后半。', choices: letters('每月', '每季度') },
    ]);
  });

  it.each([
    ['1. 【单选题】题干', 'single'],
    ['1.（多选）题干', 'multiple'],
    ['1. 题干（判断题）', 'judge'],
    ['1. [填空]题干', 'fill'],
    ['[判断题]1. 题干', 'judge'],
  ])('may name their type: %s', (line, type) => {
    expect(drafts(line)).toEqual([{ line: 1, type, ask: '题干', choices: [] }]);
  });
});

describe('choices', () => {
  it.each([
    [['A. 每月', 'B. 每季度', 'C. 每年']],
    [['A、每月', 'B、每季度', 'C、每年']],
    [['A．每月', 'B．每季度', 'C．每年']],
    [['Ａ．每月', 'Ｂ．每季度', 'Ｃ．每年']],
    [['(A) 每月', '(B) 每季度', '(C) 每年']],
    [['（Ａ）每月（Ｂ）每季度（Ｃ）每年']],
    [['A：每月  B：每季度', 'C：每年']],
    [['A.每月B.每季度C.每年']],
    [['A.每月\tB.每季度\tC.每年']],
    [['A 每月　B 每季度　C 每年']],
    [['A每月 B每季度 C每年']],
    [['A每月；B每季度；C每年']],
    [['A 每月，B 每季度，', 'C 每年。'.slice(0, 4)]],
    [['a. 每月 b. 每季度 c. 每年']],
    [['- A. 每月', '- B. 每季度', '- C. 每年']],
    [['A.', '每月', 'B. 每季', '度', 'C. 每年']],
  ])('stand in one line or several: %j', (lines) => {
    expect(drafts('1. 多久一次？', ...lines)).toEqual([{ line: 1, ask: '多久一次？', choices: periods }]);
  });

  it('may stand behind the stem', () => {
    expect(drafts('1. 多久一次？A.每月 B.每季度 C.每年')).toEqual([
      { line: 1, ask: '多久一次？', choices: periods },
    ]);
  });

  it('leave letters in a sentence alone', () => {
    expect(drafts('1. 甲类包括A、B、C三项', 'A. 含维生素B。 B. 见附件A. C. 都有')).toEqual([
      { line: 1, ask: '甲类包括A、B、C三项', choices: letters('含维生素B。', '见附件A.', '都有') },
    ]);
  });

  it('keep their letters, so that a gap or a repeat is noticed later', () => {
    expect(drafts('1. 题干', 'A. 甲', 'C. 丙', 'C. 丁')[0]?.choices.map(({ letter }) => letter)).toEqual([
      'A',
      'C',
      'C',
    ]);
  });
});

describe('answers and what else is labelled', () => {
  it.each([
    ['答案：B'],
    ['答案:B'],
    ['答案 B'],
    ['答案B'],
    ['【答案】B'],
    ['【答案】：B'],
    ['[答案] B'],
    ['（答案：B）'],
    ['【答案：B】'],
    ['正确答案：B'],
    ['参考答案: B'],
    ['正确选项：B'],
    ['答：B'],
    ['**答案：** B'],
  ])('are read from %s', (line) => {
    expect(drafts('1. 题干', 'A. 甲 B. 乙', line)[0]?.answer).toBe('B');
  });

  it('may all stand in one line, in any order', () => {
    const whole = { answer: 'B', because: '每季度一次。', source: '条例第十一条', tags: '会议' };
    for (const line of [
      '【答案】B【解析】每季度一次。【出处】条例第十一条【标签】会议',
      '答案：B 解析：每季度一次。依据：条例第十一条 标签：会议',
      '答案：B解析：每季度一次。出处：条例第十一条 标签：会议',
      '标签：会议 出处：条例第十一条 答案：B 答案解析：每季度一次。',
    ]) {
      expect(drafts('1. 题干', line)).toEqual([{ line: 1, ask: '题干', choices: [], ...whole }]);
    }
  });

  it('may be wrapped, and the answer stand below its label', () => {
    expect(drafts('1. 题干', '答案：', '√', '解析：第一行，', '第二行。', '出处：', '条例第十一条')).toEqual([
      { line: 1, ask: '题干', choices: [], answer: '√', because: '第一行，第二行。', source: '条例第十一条' },
    ]);
  });

  it('are words like others in the middle of a sentence', () => {
    const [draft] = drafts('1. 题干', '答案：对', '解析：以此为依据：条例有规定，解析：略。');
    expect(draft?.because).toBe('以此为依据：条例有规定，解析：略。');
    expect(draft?.source).toBeUndefined();
  });

  it('leave out what a bank does not keep', () => {
    expect(drafts('1. 题干', '答案：对', '难度：易', '分值：2', '解析：因为。')).toEqual([
      { line: 1, ask: '题干', choices: [], answer: '对', because: '因为。' },
    ]);
  });

  it('may name the type', () => {
    expect(drafts('1. 题干', '题型：多选题')[0]?.type).toBe('multiple');
    expect(wrongs('1. 题干', '题型：作文')).toEqual(['2 题型“作文”不能导入，可以写单选、多选、判断、填空。']);
  });

  it('are an error when given twice', () => {
    expect(wrongs('1. 题干', '答案：A', '答案：B', '解析：甲', '解析：乙')).toEqual([
      '3 第 1 题已经有答案 A，这里又写了 B，请核对。',
      '5 这道题的解析写了两次，请留一个。',
    ]);
  });
});

describe('an explanation that counts its points', () => {
  const question = ['（2）“三会一课”包括：', 'A. 甲 B. 乙', '答案：B', '解析：三会一课是指：'];
  const points = ['1. 党员大会；', '2. 支委会；', '3. 党小组会。'];
  const because = '三会一课是指：1. 党员大会；2. 支委会；3. 党小组会。';

  it('keeps them, with what is written below, and says so', () => {
    const lines = [...question, ...points, '出处：条例第十六条', '（3）题干', 'A. 丙 B. 丁', '答案：A'];
    expect(drafts(...lines)).toMatchObject([
      { line: 1, answer: 'B', because, source: '条例第十六条' },
      { line: 9, ask: '题干', answer: 'A' },
    ]);
    expect(wrongs(...lines)).toEqual(['5 这一行和第 6、7 行算作上一题解析里的内容。']);
  });

  it('is not mixed up with questions that count from 1 again', () => {
    expect(drafts(...question, '1. 题干', 'A. 甲 B. 乙', '答案：A')).toHaveLength(2);
    expect(drafts(...question, '1. 每届____年', '2. 题干')).toHaveLength(3);
    expect(drafts(...question, '二、判断题', '1. 题干')).toHaveLength(2);
    expect(drafts(...question, '3. 题干')).toHaveLength(2);
  });
});

describe('what programs write out', () => {
  it('questionnaires: circles and boxes, the right ones marked', () => {
    expect(
      drafts(
        '1. 多久一次？ [单选题] *',
        '○每月',
        '○每季度(正确答案)',
        '○每年',
        '答案解析：每季度一次。',
        '',
        '2. 哪些是三会？ [多选题] *',
        '□甲(正确答案)',
        '□乙',
        '□丙（正确答案）',
        '3. 要述职。 [判断题] *',
        '对(正确答案)',
        '错',
      ),
    ).toEqual([
      { line: 1, type: 'single', ask: '多久一次？', choices: periods, answer: 'B', because: '每季度一次。' },
      { line: 7, type: 'multiple', ask: '哪些是三会？', choices: letters('甲', '乙', '丙'), answer: 'AC' },
      { line: 11, type: 'judge', ask: '要述职。', choices: [], answer: '对' },
    ]);
  });

  it('the kind in brackets before each question, which has no number', () => {
    const lines = [
      '[单选题]',
      '多久一次？',
      'A.每月',
      'B.每季度',
      '答案：B',
      '难度：中',
      '【判断题】',
      '要述职。',
      '答案：正确',
    ];
    expect(readText(lines.join('\n'))).toEqual({
      drafts: [
        { line: 2, type: 'single', ask: '多久一次？', choices: letters('每月', '每季度'), answer: 'B' },
        { line: 8, type: 'judge', ask: '要述职。', choices: [], answer: '正确' },
      ],
      problems: [],
    });
  });

  it('the kind in brackets above numbered questions, with a remark between', () => {
    const { drafts: found, problems } = readText('【单选题】\n下列各题只有一个正确答案\n1. 题干');
    expect(found).toMatchObject([{ line: 3, ask: '题干' }]);
    expect(problems).toEqual([{ line: 2, what: '这一行不是题目，没有用到。', weight: 'advice' }]);
  });
});

describe('headings', () => {
  it.each([
    ['一、单选题', 'single'],
    ['一、单项选择题（每题2分，共20分）', 'single'],
    ['（一）单选题：下列各题只有一个正确答案', 'single'],
    ['第一部分 单选题', 'single'],
    ['单选题', 'single'],
    ['## 二、多选题', 'multiple'],
    ['二、多项选择题 共10题，每题3分', 'multiple'],
    ['三. 判断题', 'judge'],
    ['判断下列说法是否正确', 'judge'],
    ['四、填空题：', 'fill'],
    ['五、不定项选择题', 'choice'],
    ['选择题', 'choice'],
    ['【多选题】', 'multiple'],
  ])('say of what type the questions below are: %s', (heading, type) => {
    const { drafts: found, problems } = readText(`${heading}\n1. 题干`);
    expect(found).toEqual([{ line: 2, type, ask: '题干', choices: [] }]);
    expect(problems).toEqual([]);
  });

  it('of kinds that nobody answers in a chat are an error, and what is below is not looked at', () => {
    const lines = ['五、简答题', '1. 谈谈体会。', '答：略。', '一句话。', '六、判断题', '1. 题干。√'];
    expect(wrongs(...lines)).toEqual([
      '1 这一类题不能导入，请删去这一部分。可以导入的有单选、多选、判断、填空。',
    ]);
    expect(drafts(...lines)).toMatchObject([{ line: 6, type: 'judge' }]);
  });

  it('that are only titles end the section, and are named', () => {
    const { drafts: found, problems } = readText('一、判断题\n1. 题干\n答案：对\n二、党费\n1. 题干');
    expect(found.map(({ type }) => type)).toEqual(['judge', undefined]);
    expect(problems.map(({ what, weight }) => `${weight} ${what}`)).toEqual([
      'advice 这一行不是题目，没有用到。',
    ]);
  });
});

describe('a list of answers', () => {
  const questions = (count: number, from = 1) =>
    Array.from({ length: count }, (_, index) => `${from + index}. 题干${from + index}`);
  const answersOf = (...lines: string[]) => drafts(...lines).map(({ answer }) => answer);

  it.each([
    ['1-5 BACDA'],
    ['1-5：BACDA'],
    ['1—5. B A C D A'],
    ['1-3 BAC 4-5 DA'],
    ['1.B 2.A 3.C 4.D 5.A'],
    ['1、B；2、A；3、C；4、D；5、A'],
    ['1B 2A 3C 4D 5A'],
    ['参考答案：1-5 BACDA'],
    ['参考答案\n1-5 BACDA'],
    ['【答案】\n1-2 BA\n3-5 CDA'],
  ])('gives every question its own: %j', (list) => {
    expect(answersOf(...questions(5), '', ...list.split('\n'))).toEqual(['B', 'A', 'C', 'D', 'A']);
  });

  it('reads several letters and signs', () => {
    expect(answersOf(...questions(3), '1-3 ABC AB CD')).toEqual(['ABC', 'AB', 'CD']);
    expect(answersOf(...questions(3), '1.A、B 2.ABCD 3.CD')).toEqual(['A、B', 'ABCD', 'CD']);
    expect(answersOf(...questions(4), '1-4 √×对错')).toEqual(['√', '×', '对', '错']);
    expect(answersOf(...questions(2), '1.正确 2.错误')).toEqual(['正确', '错误']);
    expect(answersOf(...questions(10), '1-10 BACDA CCDAB').join('')).toBe('BACDACCDAB');
  });

  it('belongs to the section that its heading names, when numbers begin anew in each', () => {
    const paper = ['一、单选题', ...questions(2), '二、判断题', ...questions(2)];
    expect(answersOf(...paper, '参考答案', '一、单选题', '1-2 BA', '二、判断题：1-2 √×')).toEqual([
      'B',
      'A',
      '√',
      '×',
    ]);
    expect(answersOf(...paper, '二、判断题答案', '1-2 √×', '一、单选题答案', '1-2 BA')).toEqual([
      'B',
      'A',
      '√',
      '×',
    ]);
  });

  it('may stand below each section', () => {
    const lines = [
      '一、单选题',
      ...questions(2),
      '答案：1-2 BA',
      '二、判断题',
      ...questions(2),
      '答案：',
      '1-2 √×',
    ];
    expect(answersOf(...lines)).toEqual(['B', 'A', '√', '×']);
  });

  it('may bring explanations, and texts for blanks', () => {
    const paper = ['1. 题干', '2. 每届____年', '3. 题干'];
    expect(
      drafts(
        ...paper,
        '参考答案',
        '1.【答案】B【解析】因为甲。',
        '2. 三年；3年',
        '解析：因为乙。',
        '3. √ 解析：因为丙。',
      ),
    ).toEqual([
      { line: 1, ask: '题干', choices: [], answer: 'B', because: '因为甲。' },
      { line: 2, ask: '每届____年', choices: [], answer: '三年；3年', because: '因为乙。' },
      { line: 3, ask: '题干', choices: [], answer: '√', because: '因为丙。' },
    ]);
  });

  it.each([[['1.32', '2．三年']], [['1.32 2.三年']], [['1、32；2、三年']]])(
    'gives blanks their texts, also where number and figure run together: %j',
    (list) => {
      const paper = ['一、填空题', '1. 不少于____学时', '2. 每届____年'];
      expect(answersOf(...paper, '参考答案', '一、填空题', ...list)).toEqual(['32', '三年']);
    },
  );

  it('says when numbers and answers do not match', () => {
    expect(wrongs(...questions(2), '1-5 BACD')).toEqual(['3 1-5 应当有 5 个答案，写了 4 个。']);
    expect(wrongs(...questions(1), '1-2 BA')).toEqual(['2 答案里有第 2 题，前面没有这个编号的题。']);
    expect(wrongs('单选题', '1. 甲', '判断题', '1. 乙', '参考答案', '1.B')).toEqual([
      '6 第 1 题有好几道，分不清是哪一道的答案。请在答案上面写明题型，例如：一、单选题答案',
    ]);
    expect(wrongs('1. 甲', '答案：A', '1-1 B')).toEqual(['3 第 1 题已经有答案 A，这里又写了 B，请核对。']);
  });
});

describe('lines that have no place', () => {
  it('before the first question are named', () => {
    expect(readText('测试题\n说明\n1. 题干').problems).toEqual([
      { line: 1, what: '这一行和第 2 行不是题目，没有用到。', weight: 'advice' },
    ]);
  });

  it('below a heading are remarks, or an error', () => {
    const what = '看不出这一行是什么。新的一题请在前面加编号，例如：3. 题干；解析请用“解析：”开头。';
    expect(readText('单选题\n（每题 2 分）\n请选出正确的一项。\n1. 题干').problems).toEqual([
      { line: 2, what: '这一行和第 3 行不是题目，没有用到。', weight: 'advice' },
    ]);
    expect(wrongs('判断题', '没有编号的题。（√）', '1. 有编号的题。（√）')).toEqual([`2 ${what}`]);
    expect(wrongs('答案：B')).toEqual([`1 ${what}`]);
  });

  it('behind a finished question are an error', () => {
    const what = '看不出这一行是什么。新的一题请在前面加编号，例如：3. 题干；解析请用“解析：”开头。';
    expect(wrongs('1. 题干', '答案：对', '没有编号的下一题')).toEqual([`3 ${what}`]);
    expect(wrongs('1. 题干', '答案：对', '解析：因为。', '', '没有编号的下一题')).toEqual([`5 ${what}`]);
    expect(wrongs('1. 题干', 'A. 甲 B. 乙', '答案：A', 'A. 丙 B. 丁')).toEqual([`4 ${what}`]);
  });

  it('are an error when they are too long to be read', () => {
    expect(wrongs('1. 题干', '长'.repeat(2001))).toEqual(['2 这一行有 2001 个字，太长了，请分行。']);
  });
});

describe('any text at all', () => {
  const words = fc.constantFrom(
    '1.',
    '（2）',
    'A.',
    'B、',
    '答案：',
    '【解析】',
    '1-3 ABC',
    '一、',
    '单选题',
    '出处：',
    '____',
    '（ √ ）',
    '党费',
    ' ',
    '\n',
    '**',
    ']]>',
  );

  it('is read without failing, and no question comes from nowhere', () => {
    fc.assert(
      fc.property(fc.array(fc.oneof(words, fc.string()), { maxLength: 40 }), (parts) => {
        const text = parts.join('');
        const { drafts: found, problems } = readText(text);
        const count = text.split('\n').length;
        expect(found.length).toBeLessThanOrEqual(count);
        for (const { line } of [...found, ...problems]) expect(line).toBeLessThanOrEqual(count);
      }),
      { numRuns: 500 },
    );
  });
});
