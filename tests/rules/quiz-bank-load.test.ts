import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { loadLibrary } from '../../src/library/load-library.ts';
import { readQuizFile } from '../../src/library/quiz-file.ts';

let directory: string;

beforeEach(async () => {
  directory = await mkdtemp(join(tmpdir(), 'bank-'));
  await Promise.all(['study', 'calendar', 'quiz'].map((name) => mkdir(join(directory, name))));
});

afterEach(async () => {
  await rm(directory, { recursive: true, force: true });
});

async function put(file: string, content: string): Promise<void> {
  const location = join(directory, file);
  await mkdir(dirname(location), { recursive: true });
  await writeFile(location, content);
}

/** Every problem as `file:line what`. */
async function problems(): Promise<string[]> {
  const loaded = await loadLibrary(directory);
  return loaded.problems.map(({ file, line, what, weight }) => {
    return `${file}:${line} ${weight === 'advice' ? '提示：' : ''}${what}`;
  });
}

async function ids(): Promise<string[]> {
  return (await loadLibrary(directory)).library.quizQuestions.map(({ id }) => id);
}

const right: Readonly<Record<string, string>> = {
  id: 'q1',
  type: 'single',
  ask: '一般多久开一次？',
  choices: '\n    A: 每月\n    B: 每季度\n    C: 每年',
  answer: 'B',
  because: '每季度一次。',
  source: '条例第十一条',
  tags: '[三会一课]',
  asOf: '2026-11-20',
};

/** A correct question with some of its lines replaced; '' leaves a line out. Lines 1 to 12, `answer` is 8. */
function question(changes: Record<string, string> = {}): string {
  const values = Object.entries({ ...right, ...changes }).filter(([, text]) => text !== '');
  return values
    .map(([key, text], index) => `${index === 0 ? '- ' : '  '}${key}: ${text}`.replace(': \n', ':\n'))
    .join('\n')
    .concat('\n');
}

const judge = { type: 'judge', choices: '', answer: '对' };
const fill = { type: 'fill', choices: '', answer: '[三年, 3年]' };

/** What is wrong with a file of this one question, as `line what`. */
function wrongs(changes: Record<string, string>): string[] {
  return readQuizFile(question(changes), 'quiz/a.yaml').problems.map(({ line, what }) => `${line} ${what}`);
}

describe('loading the bank', () => {
  it('gives every value of a choice question', async () => {
    const changes = { answer: 'CA', type: 'multiple', expires: '2027-12-31', replaces: 'q0' };
    await put('quiz/a.yaml', question(changes));
    expect(await problems()).toEqual([]);
    expect((await loadLibrary(directory)).library.quizQuestions).toEqual([
      {
        id: 'q1',
        type: 'multiple',
        ask: '一般多久开一次？',
        choices: new Map([
          ['A', '每月'],
          ['B', '每季度'],
          ['C', '每年'],
        ]),
        answer: ['A', 'C'],
        because: '每季度一次。',
        source: '条例第十一条',
        tags: ['三会一课'],
        asOf: '2026-11-20',
        expires: '2027-12-31',
        replaces: 'q0',
        file: 'quiz/a.yaml',
      },
    ]);
  });

  it('gives judge and fill questions with their answers', () => {
    const text = question(judge) + question({ ...fill, id: 'q2', answer: '[3, 三, 3年, 三年]' });
    const { questions, problems: found } = readQuizFile(text, 'quiz/a.yaml');
    expect(found).toEqual([]);
    expect(questions.map((placed) => placed.question.answer)).toEqual(['对', ['3', '三', '3年', '三年']]);
  });

  it('goes by the names of the files, and in each from top to bottom', async () => {
    await put('quiz/02.yaml', question({ id: 'c', ask: '党费从哪天交起？' }));
    await put('quiz/01.yml', question({ id: 'b' }) + question({ id: 'a', ask: '任期几年？' }));
    expect(await ids()).toEqual(['b', 'a', 'c']);
  });

  it('does without a bank', async () => {
    await rm(join(directory, 'quiz'), { recursive: true });
    expect(await problems()).toEqual([]);
    expect(await ids()).toEqual([]);
  });

  it('keeps the questions that are right when another one is wrong', async () => {
    await put('quiz/a.yaml', question() + question({ ...judge, id: 'q2', ask: '另一题。', answer: '是' }));
    expect(await ids()).toEqual(['q1']);
    expect(await problems()).toEqual(['quiz/a.yaml:16 判断题的 answer 只能写 对 或者 错。']);
  });

  it('tells all problems of all questions at once, each with its line', async () => {
    const first = question({ answer: 'E', asOf: '2026-02-30', source: '' });
    await put('quiz/a.yaml', first + question({ id: '二', type: 'choose', colour: 'red', tags: '[]' }));
    expect(await problems()).toEqual([
      'quiz/a.yaml:1 缺少 source，例如：source: 支部工作条例（试行）第十一条',
      'quiz/a.yaml:8 答案 E 不在选项里，请核对 answer 和 choices。',
      'quiz/a.yaml:11 没有 2026-02-30 这一天，请核对。',
      'quiz/a.yaml:12 id 只用英文字母、数字、- 和 _，例如：id: q01',
      'quiz/a.yaml:13 type 要写 single（单选）、multiple（多选）、judge（判断）或 fill（填空），例如：type: single',
      'quiz/a.yaml:22 tags 要写在方括号里，至少一个，例如：tags: [换届, 党费]',
      'quiz/a.yaml:24 没有“colour”这一项，可以写的有：id、type、ask、choices、answer、because、source、tags、asOf、expires、replaces。',
    ]);
  });
});

describe('a question is refused', () => {
  it.each([
    ['without an id', { id: '', type: 'single' }, '1 缺少 id，例如：id: q01'],
    ['without a type', { type: '' }, /^1 type 要写 single/],
    ['without a stem', { ask: '' }, '1 缺少 ask，例如：ask: 党支部党员大会一般多久开一次？'],
    ['with an empty stem', { ask: '""' }, '3 请写 ask，例如：ask: 党支部党员大会一般多久开一次？'],
    ['without an explanation', { because: '' }, /^1 缺少 because/],
    ['without a source', { source: '' }, '1 缺少 source，例如：source: 支部工作条例（试行）第十一条'],
    ['without tags', { tags: '' }, '1 tags 要写在方括号里，至少一个，例如：tags: [换届, 党费]'],
    ['without the day of the check', { asOf: '' }, '1 asOf 要写成一个日期，例如：asOf: 2026-11-20'],
    ['without an answer', { answer: '' }, '1 缺少 answer，例如：answer: B'],
    ['without choices', { choices: '' }, '1 缺少选项。choices 下面每行写一个，行首空四格，例如：A: 每季度'],
    ['with one choice', { choices: '\n    A: 每月', answer: 'A' }, '5 选项至少要有 A 和 B 两个。'],
    ['with a gap in the letters', { choices: '\n    A: 每月\n    C: 每年', answer: 'A' }, /缺少 B/],
    ['with a letter beyond H', { choices: '\n    A: 月\n    B: 季\n    I: 年' }, /^7 .*不能是“I”/],
    ['with a small letter', { choices: '\n    a: 月\n    b: 季' }, /^5 .*不能是“a”/],
    [
      'with two choices alike',
      { choices: '\n    A: 月\n    B: 季\n    C: 月' },
      '7 选项 C 和 A 一样，请改一个。',
    ],
    ['with an empty choice', { choices: '\n    A: 月\n    B:' }, '6 请写选项 B，例如：B: 每季度'],
    ['with a choice twice', { choices: '\n    A: 月\n    A: 季' }, '6 同一项写了两次，请留一个。'],
    ['with an answer that is no choice', { answer: 'D' }, '8 答案 D 不在选项里，请核对 answer 和 choices。'],
    ['with a single answer of several letters', { answer: 'AB' }, /^8 单选题只能有一个答案，写的是 AB。/],
    ['with a multiple answer of one letter', { type: 'multiple' }, /^8 多选题至少有两个答案。/],
    ['with a letter twice', { type: 'multiple', answer: 'ABA' }, '8 答案里 A 写了两次。'],
    ['with an answer in words', { answer: '每季度' }, '8 answer 只写选项的大写字母，连着写，例如：answer: B'],
    ['with a list of letters', { answer: '[B]' }, '8 answer 只写选项的大写字母，连着写，例如：answer: B'],
    ['as a judgement with choices', { type: 'judge', answer: '对' }, '5 判断题不写 choices，请去掉。'],
    ['as a judgement without answer', { ...judge, answer: '' }, '1 缺少 answer，例如：answer: 对'],
    ['as a judgement answered √', { ...judge, answer: '√' }, '4 判断题的 answer 只能写 对 或者 错。'],
    ['as a blank with choices', { type: 'fill', answer: '[月]' }, '5 填空题不写 choices，请去掉。'],
    ['as a blank with one text', { ...fill, answer: '三年' }, /^4 填空题的 answer 写成列表/],
    ['as a blank without answer', { ...fill, answer: '' }, '1 缺少 answer，例如：answer: [三年, 3年]'],
    ['as a blank with no answer in the list', { ...fill, answer: '[]' }, /^4 缺少 answer/],
    ['as a blank with nothing but a full stop', { ...fill, answer: '[。]' }, /^4 填空的答案里要有文字或数字/],
    [
      'as a blank with an answer twice',
      { ...fill, answer: '[三, 三]' },
      '4 answer 里有两个写法一样，请去掉一个。',
    ],
    [
      'as a blank with a long answer',
      { ...fill, answer: `[${'长'.repeat(31)}]` },
      /^4 填空的答案有 31 个字，最多 30 个。/,
    ],
    ['with too long a stem', { ask: '长'.repeat(121) }, '3 ask 有 121 个字，最多 120 个。'],
    [
      'with too long a choice',
      { choices: `\n    A: 月\n    B: ${'长'.repeat(41)}` },
      '6 选项 B 有 41 个字，最多 40 个。',
    ],
    ['with too long an explanation', { because: '长'.repeat(161) }, '9 because 有 161 个字，最多 160 个。'],
    ['with the end of a CDATA section', { ask: '"甲]]>乙"' }, '3 ask 里有 ]]>，消息会从那里断开，请去掉。'],
    ['with a control character', { ask: '"甲\\u0007乙"' }, '3 ask 里有看不见的字符或者乱码，请重新输入。'],
    [
      'with a zero-width blank',
      { because: '甲\u200b乙' },
      '9 because 里有看不见的字符或者乱码，请重新输入。',
    ],
    ['with what a decoder could not read', { source: '条例\uFFFD' }, /^10 source 里有看不见的字符或者乱码/],
    ['with a line break', { ask: '"甲\\n乙"' }, '3 ask 要写成一段，中间不换行。'],
    ['with ]]> in a choice', { choices: '\n    A: 月\n    B: "]]>"' }, /^6 选项 B 里有 ]]>/],
    ['with a tag of a sentence', { tags: '[这个标签太长太长太长太长了]' }, /^11 标签是 1 到 12 个字/],
    ['with a day that is none', { asOf: '2026-13-01' }, '12 没有 2026-13-01 这一天，请核对。'],
    ['with a day in words', { expires: '明年' }, '13 “明年”不是日期，要写成 2026-11-20 这样。'],
    ['that expires before it was checked', { expires: '2026-11-19' }, /^13 expires（最后一天）比 asOf/],
    ['with a wrong colon', { answer: 'B\n  because：每季度' }, /^9 冒号要用英文的/],
  ] as const)('%s', (_, changes, wanted) => {
    expect(readQuizFile(question(changes), 'quiz/a.yaml').questions).toEqual([]);
    expect(wrongs(changes)).toContainEqual(
      typeof wanted === 'string' ? wanted : expect.stringMatching(wanted),
    );
  });
});

describe('the bank as a whole', () => {
  it('names both places of an id that is used twice, also in another case', async () => {
    await put('quiz/a.yaml', question());
    await put('quiz/b.yaml', question({ id: 'Q1', ask: '任期几年？' }));
    expect(await problems()).toEqual([
      'quiz/b.yaml:1 id Q1 已经用在 quiz/a.yaml 第 1 行，请换一个没有用过的。',
    ]);
    expect(await ids()).toEqual(['q1']);
  });

  it('tells a repeated id and a replaced question also where other lines are wrong, in one run', async () => {
    await put('quiz/a.yaml', question({ asOf: '2026-13-01' }));
    await put(
      'quiz/b.yaml',
      question({ id: 'Q1', because: '', expires: '2020-01-01' }) +
        question({ id: 'q2', ask: '任期几年？', source: '', replaces: 'q1' }),
    );
    expect((await problems()).map((problem) => problem.split('，例如')[0])).toEqual([
      'quiz/a.yaml:12 没有 2026-13-01 这一天，请核对。',
      'quiz/b.yaml:1 缺少 because',
      'quiz/b.yaml:1 id Q1 已经用在 quiz/a.yaml 第 1 行，请换一个没有用过的。',
      'quiz/b.yaml:12 expires（最后一天）比 asOf（核对那天）还早，请核对。',
      'quiz/b.yaml:13 缺少 source',
      'quiz/b.yaml:24 q1 还在 quiz/a.yaml 第 1 行。新题代替它，请把旧题删去。',
    ]);
    expect(await ids()).toEqual([]);
  });

  it('lets a question replace one that is gone, and not one that is still there or itself', async () => {
    const others = [
      question({ id: 'q2', ask: '任期几年？', replaces: 'q1' }),
      question({ id: 'q3', ask: '谁来召集？', replaces: 'q3' }),
      question({ id: 'q4', ask: '党费交多少？', replaces: 'gone' }),
    ];
    await put('quiz/a.yaml', question() + others.join(''));
    expect(await problems()).toEqual([
      'quiz/a.yaml:25 q1 还在 quiz/a.yaml 第 1 行。新题代替它，请把旧题删去。',
      'quiz/a.yaml:38 replaces 写的是这道题自己。改了答案的题要用新的 id，在 replaces 里写旧的 id。',
    ]);
    expect(await ids()).toEqual(['q1', 'q4']);
  });

  it('advises on two questions that ask the same in nearly the same words', async () => {
    await put('quiz/a.yaml', question({ ask: '党支部党员大会一般多久开一次？' }));
    await put('quiz/b.yaml', question({ id: 'q2', ask: '党支部的党员大会，一般多久开一次' }));
    expect(await problems()).toEqual([
      'quiz/b.yaml:3 提示：和 quiz/a.yaml 第 3 行的 q1 很像。如果是同一道题，请只留一道。',
    ]);
    expect(await ids()).toEqual(['q1', 'q2']);
  });

  it.each([
    [
      '题目: 一道',
      'quiz/a.yaml:1 题目要写成列表：每道题从“- id: …”开始，减号后面空一格，请对照 README 里的例子。',
    ],
    ['- 一道题', 'quiz/a.yaml:1 每道题从“- id: …”开始，下面每行一项，请对照 README 里的例子。'],
    ['', 'quiz/a.yaml:1 提示：文件里还没有题目。'],
    ['# 只有说明\n', 'quiz/a.yaml:1 提示：文件里还没有题目。'],
    ['- id:q1\n  type: single\n', 'quiz/a.yaml:1 冒号后面要空一格，例如：id: 内容'],
    ['- &a {id: q1}\n- *a\n', 'quiz/a.yaml:2 请不要用 * 引用，把内容再写一遍。'],
  ])('says what is wrong with a file of %j', async (text, what) => {
    await put('quiz/a.yaml', text);
    expect(await problems()).toContain(what);
    expect(await ids()).toEqual([]);
  });

  it('passes nothing over', async () => {
    await put('quiz/旧/a.yaml', question());
    await put('quiz/题库.xlsx', 'x');
    expect(await problems()).toEqual([
      'quiz/旧:1 题库不分文件夹，请把文件移上来。',
      'quiz/题库.xlsx:1 题库的文件名要以 .yaml 结尾。',
    ]);
  });

  it('survives a tower of brackets', async () => {
    await put('quiz/a.yaml', `- id: ${'['.repeat(20_000)}`);
    expect((await problems()).length).toBeGreaterThan(0);
  });
});
