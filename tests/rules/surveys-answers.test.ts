import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readSurveyFile } from '../../src/library/survey-file.ts';
import {
  countAnswers,
  firstOpen,
  isComplete,
  letterOf,
  noAnswers,
  readAnswers,
  withAnswer,
} from '../../src/surveys/answers.ts';
import type { Survey } from '../../src/surveys/survey.ts';
import { localDate } from '../../src/time/local-date.ts';

const survey: Survey = {
  number: 1,
  title: '测一测',
  about: '工作',
  questions: [
    { ask: '一', choices: ['好', '不好'] },
    { ask: '二', choices: ['好', '较好', '一般', '不了解'] },
    { ask: '三', choices: ['有', '有时', '没有'] },
  ],
  audience: '全体',
  audienceName: '全体',
  author: 'qian.wenjing',
  from: localDate(2026, 11, 20),
  until: localDate(2026, 12, 1),
};

const complete = fc
  .tuple(...survey.questions.map(({ choices }) => fc.nat(choices.length - 1)))
  .map((indexes) => indexes.map(letterOf).join(''));

describe('answers to a survey', () => {
  it('are as long as the survey from the first to the last, so that their length shows nothing', () => {
    fc.assert(
      fc.property(complete, (letters) => {
        let answers = noAnswers(survey);
        for (const [index, letter] of [...letters].entries()) {
          expect(firstOpen(answers)).toBe(index + 1);
          answers = withAnswer(survey, answers, index + 1, letter) ?? '';
          expect(answers).toHaveLength(survey.questions.length);
        }
        expect(answers).toBe(letters);
        expect(isComplete(survey, answers)).toBe(true);
      }),
    );
  });

  it.each(['aba', 'Ａ Ｂ Ａ', 'A、b；a。', 'A,B,A'])('are read from %s', (typed) => {
    expect(readAnswers(survey, typed)).toBe('ABA');
  });

  it.each(['', 'AB', 'ABAA', 'CBA', 'AEA', 'AB-', '---', '好好好', '😀😀😀'])(
    'are not read from %j',
    (typed) => {
      expect(readAnswers(survey, typed)).toBeUndefined();
    },
  );

  it('take no choice that there is not', () => {
    expect(withAnswer(survey, '---', 1, 'C')).toBeUndefined();
    expect(withAnswer(survey, '---', 4, 'A')).toBeUndefined();
    expect(withAnswer(survey, '---', 0, 'A')).toBeUndefined();
    expect(withAnswer(survey, '---', 1, '')).toBeUndefined();
  });

  it('are counted so that every question adds up to the number of answers', () => {
    fc.assert(
      fc.property(fc.array(complete, { maxLength: 30 }), (all) => {
        for (const counts of countAnswers(survey, all)) {
          expect(counts.reduce((sum, count) => sum + count, 0)).toBe(all.length);
        }
      }),
    );
  });
});

describe('a survey’s file', () => {
  const lines = (text: string) =>
    readSurveyFile(text, '测一测').problems?.map(({ line, what }) => `${line} ${what}`);

  it('tells every problem with its line', () => {
    expect(lines('title: 好\nabout: 工作\nquestions:\n  - ask: 一\n    choices: [好]\n')).toEqual([
      expect.stringContaining('5 choices 写 2 到 4 个选项'),
    ]);
    expect(lines('title: 好\nabout: 工作\nquestions:\n  - ask: 一\n    choices: [好, 好]\n')).toEqual([
      expect.stringContaining('两个选项是一样的'),
    ]);
    expect(lines('title: 好\nquestions: []\n')).toHaveLength(2);
    expect(lines('titel: 好\nabout: 工作\nquestions:\n  - ask: 一\n    choices: [好, 坏]\n')).toEqual([
      expect.stringContaining('缺少 title'),
      expect.stringContaining('是不是“title”'),
    ]);
    expect(lines('- a\n')).toHaveLength(1);
  });
});
