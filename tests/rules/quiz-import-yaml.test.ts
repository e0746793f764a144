import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Refusal } from '../../src/errors.ts';
import { readQuizFile } from '../../src/library/quiz-file.ts';
import { choiceLetters, type QuizQuestion } from '../../src/library/quiz-question.ts';
import { withQuestions } from '../../src/quiz-import/bank-file.ts';
import { identityOf, newQuestionId } from '../../src/quiz-import/question-identity.ts';
import { localDate } from '../../src/time/local-date.ts';

const file = 'quiz/a.yaml';
const today = localDate(2026, 11, 20);

/** Text as an import lets it through: one line, no ends, nothing invisible. */
function words(longest: number) {
  const awkward = fc.constantFrom(
    ...Array.from('：:，,；#&*!|>%@`\'"{}[]?-—_~=^$\\/.。 （）“”《》nulltrueyes对错3三甲乙A'),
  );
  const unit = fc.oneof(awkward, fc.string({ unit: 'grapheme', minLength: 1, maxLength: 1 }));
  return fc
    .array(unit, { minLength: 1, maxLength: longest })
    .map((parts) =>
      parts
        .join('')
        .replaceAll(/[\p{C}\uFFFD\s]+/gu, ' ')
        .replaceAll(']]>', '')
        .trim(),
    )
    .filter((text) => text !== '' && Array.from(text).length <= longest);
}

const id = fc.stringMatching(/^[a-z][a-z0-9_-]{0,20}$/);
const tag = fc.stringMatching(/^[\p{Script=Han}A-Za-z0-9"':\-[\]]{1,12}$/u);
const shared = fc.record({
  id,
  ask: words(120),
  because: words(160),
  source: words(80),
  tags: fc.uniqueArray(tag, { minLength: 1, maxLength: 3 }),
  asOf: fc.constant(today),
  file: fc.constant(file),
});

const judge = shared.chain((base) =>
  fc.constantFrom('对', '错').map((answer): QuizQuestion => ({ ...base, type: 'judge', answer })),
);

const fill = fc
  .tuple(
    shared,
    fc.uniqueArray(
      words(30).filter((text) => /[\p{L}\p{N}]/u.test(text)),
      { minLength: 1, maxLength: 4 },
    ),
  )
  .map(([base, [first = '', ...others]]): QuizQuestion => ({
    ...base,
    type: 'fill',
    answer: [first, ...others],
  }));

const choice = fc
  .tuple(
    shared,
    fc.uniqueArray(words(40), { minLength: 2, maxLength: 8 }),
    fc.array(fc.boolean(), { minLength: 8 }),
  )
  .map(([base, texts, marks]): QuizQuestion => {
    const choices = new Map(texts.map((text, index) => [choiceLetters[index] ?? 'A', text] as const));
    const right = [...choices.keys()].filter((_, index) => marks[index]);
    if (right.length < 2) return { ...base, type: 'single', choices, answer: [right[0] ?? 'B'] };
    return { ...base, type: 'multiple', choices, answer: right };
  });

const questions = fc.uniqueArray(fc.oneof(judge, fill, choice), {
  minLength: 1,
  maxLength: 4,
  selector: (question) => question.id.toLowerCase(),
});

function added(before: string | undefined, list: readonly QuizQuestion[]): string {
  const bytes = before === undefined ? undefined : Buffer.from(before);
  return withQuestions({ path: file, bytes }, list, '由 题库.xlsx 导入。').toString();
}

function read(text: string): QuizQuestion[] {
  return readQuizFile(text, file).questions.map(({ question }) => question);
}

const one: QuizQuestion = {
  id: 'q1',
  type: 'judge',
  ask: '甲',
  answer: '对',
  because: '乙',
  source: '丙',
  tags: ['丁'],
  asOf: today,
  file,
};

describe('what is written to the bank', () => {
  it('is read as exactly the questions it was made of', () => {
    fc.assert(
      fc.property(questions, (list) => {
        const text = added(undefined, list);
        expect(readQuizFile(text, file).problems).toEqual([]);
        expect(read(text)).toEqual(list);
      }),
      { numRuns: 300 },
    );
  });

  it('leaves every byte that was there, and adds at the end', () => {
    fc.assert(
      fc.property(questions, questions, fc.constantFrom('', '\n', '\n\n# 说明\n'), (old, list, end) => {
        const others = list.filter(({ id: name }) => old.every((question) => question.id !== name));
        fc.pre(others.length > 0);
        const before = `# 开头的说明\n${added(undefined, old).trimEnd()}${end}`;
        const after = added(before, others);
        expect(after.startsWith(before)).toBe(true);
        expect(read(after)).toEqual([...old, ...others]);
      }),
    );
  });

  it('is plain where that cannot be misread, as people write it', () => {
    const question: QuizQuestion = {
      ...one,
      type: 'single',
      ask: '“三会一课”多久一次：A 还是 B？',
      choices: new Map([
        ['A', '0.5%'],
        ['B', '# 号'],
      ]),
      answer: ['B'],
      expires: localDate(2027, 1, 1),
      replaces: 'q0',
    };
    expect(added(undefined, [question])).toBe(
      [
        '# 由 题库.xlsx 导入。',
        '',
        '- id: q1',
        '  type: single',
        '  ask: “三会一课”多久一次：A 还是 B？',
        '  choices:',
        '    A: 0.5%',
        '    B: "# 号"',
        '  answer: B',
        '  because: 乙',
        '  source: 丙',
        '  tags: [丁]',
        '  asOf: 2026-11-20',
        '  expires: 2027-01-01',
        '  replaces: q0',
        '',
      ].join('\n'),
    );
  });

  it('keeps the line ends, the byte order mark and the indentation of the file', () => {
    const indented = added(undefined, [one]).replaceAll(/^(?=[- ])/gm, '  ');
    const before = `\uFEFF${indented.replaceAll('\n', '\r\n')}`;
    const after = added(before, [{ ...one, id: 'q2' }]);
    expect(after.startsWith(before)).toBe(true);
    expect(after).not.toMatch(/[^\r]\n/);
    expect(read(after.slice(1).replaceAll('\r\n', '\n')).map((question) => question.id)).toEqual([
      'q1',
      'q2',
    ]);
  });

  it.each([
    [
      'a list in brackets',
      '[{id: q0, type: judge, ask: 甲, answer: 对, because: 乙, source: 丙, tags: [丁], asOf: 2026-11-20}]\n',
      '接不下去',
    ],
    ['a file that has ended', `${added(undefined, [{ ...one, id: 'q0' }])}...\n`, '接不下去'],
    ['a file with a mistake', '- id: q0\n', '里有问题'],
    ['a file of another kind', 'statutory: 放假办法\n', '里有问题'],
    ['a file that becomes too long', '# 说明\n'.repeat(29_500), '超过 256 KB'],
  ])('is nothing for %s', (_, before, what) => {
    expect(() => added(before, [one])).toThrow(Refusal);
    expect(() => added(before, [one])).toThrow(what);
  });
});

describe('the id of an imported question', () => {
  const { id: _id, file: _file, ...question } = one;
  const free = () => false;

  it('is the same each time, whatever the punctuation', () => {
    const first = newQuestionId('df', question, free);
    expect(first).toMatch(/^df-[a-z0-9]{5}$/);
    expect(newQuestionId('df', { ...question, ask: ' 甲。 ', because: '改了说明' }, free)).toBe(first);
  });

  it('is another one when the answer is another', () => {
    const other = newQuestionId('df', { ...question, type: 'judge', answer: '错' }, free);
    expect(other).not.toBe(newQuestionId('df', question, free));
  });

  it('grows when it is taken', () => {
    const first = newQuestionId('df', question, free);
    const second = newQuestionId('df', question, (taken) => taken === first);
    expect(second).toMatch(/^df-[a-z0-9]{6}$/);
  });

  it('tells numbers apart', () => {
    const identities = ['超过 0.5%', '超过 5%', '超过 5', '不到 >5', '不到 ≥5'].map((ask) =>
      identityOf({ ...question, ask }),
    );
    expect(new Set(identities).size).toBe(5);
  });

  it('depends on choices and their order', () => {
    const choices = new Map([
      ['A', '月'],
      ['B', '季'],
    ] as const);
    const turned = new Map([
      ['A', '季'],
      ['B', '月'],
    ] as const);
    const single = { ...question, type: 'single', choices, answer: ['A'] } as const;
    expect(identityOf(single)).not.toBe(identityOf({ ...single, choices: turned }));
  });
});
