import { readFile } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import { readQuizFile } from '../../src/library/quiz-file.ts';
import { quizValues } from '../../src/library/quiz-values.ts';
import { completeDraft } from '../../src/quiz-import/complete-draft.ts';
import { readText } from '../../src/quiz-import/read-text.ts';
import { localDate } from '../../src/time/local-date.ts';

const readme = await readFile('content/README.md', 'utf8');
const examples = [...readme.matchAll(/^```\n(.*?)^```$/gms)].map(([, text = '']) => text);

describe('what the README for editors says of questions', () => {
  it('shows one of each type, correct as they stand', () => {
    const example = examples.find((text) => text.startsWith('- id:')) ?? '';
    const { questions, problems } = readQuizFile(example, 'quiz/04-党费.yaml');
    expect(problems).toEqual([]);
    expect(questions.map(({ question }) => question.type)).toEqual(['single', 'multiple', 'judge', 'fill']);
  });

  it('explains every line of a question', () => {
    const table = readme.slice(readme.indexOf('## 题库'), readme.indexOf('### 怎么出一道好题'));
    const explained = [...table.matchAll(/^\| `(\w+)` \|/gm)].map(([, name]) => name);
    expect(explained).toEqual(Object.keys(quizValues.shape));
  });

  it('shows a text that can be imported as it stands', () => {
    const example = examples.find((text) => text.startsWith('一、单选题')) ?? '';
    const { drafts, problems } = readText(example);
    expect(problems).toEqual([]);
    const defaults = { tag: '导入', today: localDate(2026, 11, 20) };
    expect(drafts.map((draft) => completeDraft(draft, defaults))).toMatchObject([
      { value: { type: 'single', answer: ['B'] } },
      { value: { type: 'judge', answer: '错' } },
    ]);
  });
});
