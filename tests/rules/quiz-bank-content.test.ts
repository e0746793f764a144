import { describe, expect, it } from 'vitest';
import { loadLibrary } from '../../src/library/load-library.ts';
import type { QuizQuestion } from '../../src/library/quiz-question.ts';

const { library, problems } = await loadLibrary('content');
const bank = library.quizQuestions;

/** The forty facts, with the keys that were checked against the articles named. */
const checkedKeys: Readonly<Record<string, readonly [type: string, key: string, article: RegExp]>> = {
  q01: ['single', 'B', /支部工作条例（试行）第十一条/],
  q02: ['single', 'B', /支部工作条例（试行）第十二条/],
  q03: ['single', 'A', /支部工作条例（试行）第十三条/],
  q04: ['single', 'B', /支部工作条例（试行）第十一条/],
  q05: ['single', 'A', /支部工作条例（试行）第十六条/],
  q06: ['single', 'B', /支部工作条例（试行）第十六条/],
  q07: ['single', 'D', /支部工作条例（试行）第十七条/],
  q08: ['single', 'C', /支部工作条例（试行）第二十条/],
  q09: ['single', 'B', /支部工作条例（试行）第四条/],
  q10: ['single', 'C', /机关基层组织工作条例第五条/],
  q11: ['single', 'B', /机关基层组织工作条例第七条/],
  q12: ['single', 'C', /机关基层组织工作条例第五条/],
  q13: ['single', 'C', /支部工作条例（试行）第二十一条/],
  q14: ['single', 'B', /发展党员工作细则第七条/],
  q15: ['single', 'C', /发展党员工作细则第十一条/],
  q16: ['single', 'C', /发展党员工作细则第十七条/],
  q17: ['single', 'C', /发展党员工作细则第二十六条/],
  q18: ['single', 'B', /发展党员工作细则第三十二条/],
  q19: ['single', 'D', /发展党员工作细则第三十四条/],
  q20: ['single', 'C', /党员教育管理工作条例第二十条/],
  q21: ['single', 'C', /党费收缴、使用和管理的规定第二条/],
  q22: ['single', 'B', /党费收缴、使用和管理的规定第十三条/],
  q23: ['multiple', 'ABCD', /支部工作条例（试行）第十六条/],
  q24: ['multiple', 'ABC', /支部工作条例（试行）第十七条/],
  q25: ['multiple', 'ABC', /支部工作条例（试行）第十八条/],
  q26: ['multiple', 'ABC', /支部工作条例（试行）第十九条/],
  q27: ['multiple', 'ABCD', /支部工作条例（试行）第十六条/],
  q28: ['multiple', 'AB', /基层组织选举工作条例第五条/],
  q29: ['multiple', 'ABCDE', /发展党员工作细则第三十七条/],
  q30: ['multiple', 'ABCD', /发展党员工作细则第十六条/],
  q31: ['multiple', 'ABC', /发展党员工作细则第二十三条/],
  q32: ['judge', '错', /发展党员工作细则第二十一条/],
  q33: ['judge', '错', /发展党员工作细则第三十二条/],
  q34: ['judge', '对', /发展党员工作细则第二十一条/],
  q35: ['judge', '对', /机关基层组织工作条例第二十六条/],
  q36: ['judge', '对', /发展党员工作细则第十四条/],
  q37: ['judge', '错', /支部工作条例（试行）第十六条/],
  q38: ['judge', '错', /党费收缴、使用和管理的规定第十四条/],
  q39: ['judge', '错', /党费收缴、使用和管理的规定第八条/],
  q40: ['judge', '对', /支部工作条例（试行）第二十七条/],
};

/** What a right answer must say, so that moving the choices about cannot change it unnoticed. */
const rightChoices: Readonly<Record<string, readonly string[]>> = {
  q01: ['每季度'],
  q02: ['每月'],
  q03: ['每月'],
  q04: ['应到会有表决权的党员'],
  q05: ['1 次'],
  q06: ['每月相对固定 1 天'],
  q07: ['第四季度'],
  q08: ['7 人'],
  q09: ['50 人'],
  q10: ['5 年'],
  q11: ['3 年'],
  q12: ['100 人'],
  q13: ['6 个月'],
  q14: ['1 个月'],
  q15: ['每半年'],
  q16: ['3 天或者 24 学时'],
  q17: ['3 个月'],
  q18: ['支部大会通过那天'],
  q19: ['预备期满转为正式党员'],
  q20: ['32 学时'],
  q21: ['1.5%'],
  q22: ['6 个月'],
  q23: ['党员大会', '支部委员会会议', '党小组会', '党课'],
  q24: ['支部党员大会', '支部委员会会议', '党小组会'],
  q25: ['个人自评', '党员互评', '民主测评'],
  q26: ['支部委员之间', '委员和党员之间', '党员和党员之间'],
  q27: ['集中学习', '过组织生活', '民主议事', '志愿服务'],
  q28: ['预备党员', '受留党察看处分期间的党员'],
  q29: ['入党志愿书', '入党申请书', '政治审查材料', '转正申请书', '培养教育考察材料'],
  q30: ['同本人谈话', '查阅有关档案材料', '找有关单位和人员了解情况', '必要的函调或者外调'],
  q31: ['党总支', '党组', '临时党组织'],
};

function keyOf({ type, answer }: QuizQuestion): string {
  return Array.from(answer).join(type === 'fill' ? '；' : '');
}

function byId(id: string): QuizQuestion | undefined {
  return bank.find((question) => question.id === id);
}

describe('the bank we ship', () => {
  it('has no problems, not even advice', () => {
    expect(problems).toEqual([]);
  });

  it('has at least 72 questions in all four types', () => {
    const count = (type: QuizQuestion['type']) => bank.filter((question) => question.type === type).length;
    expect(bank.length).toBeGreaterThanOrEqual(72);
    expect(count('single')).toBeGreaterThanOrEqual(20);
    expect(count('multiple')).toBeGreaterThanOrEqual(10);
    expect(count('judge')).toBeGreaterThanOrEqual(10);
    expect(count('fill')).toBeGreaterThanOrEqual(10);
  });

  it.each(Object.entries(checkedKeys))('holds fact %s with its key', (id, [type, key, article]) => {
    const question = byId(id);
    expect(question?.type).toBe(type);
    expect(question === undefined ? undefined : keyOf(question)).toBe(key);
    expect(question?.source).toMatch(article);
  });

  it.each(Object.entries(rightChoices))('means the right thing by the key of %s', (id, wanted) => {
    const question = byId(id);
    const right =
      question?.type === 'single' || question?.type === 'multiple'
        ? question.answer.map((letter) => question.choices.get(letter))
        : [];
    expect(right).toEqual(wanted);
  });

  it('explains the figures that are easily mixed up', () => {
    expect(byId('q17')?.because).toContain('6 个月只是特殊情况');
    expect(byId('q20')?.because).toMatch(/24、56/);
    expect(byId('q22')?.because).toMatch(/不参加组织生活.*不做党组织分配的工作/);
    expect(byId('q31')?.ask).toContain('另有规定');
    expect(byId('q33')?.because).toMatch(/一次.*半年.*一年/);
    expect(byId('q37')?.because).toContain('没有给支部定次数');
    expect(byId('q39')?.because).toContain('支部大会通过');
  });

  it('asks nothing about the election figures nobody has checked yet', () => {
    const elections = bank.filter(({ source }) => source.includes('选举工作条例'));
    for (const { source } of elections) expect(source).not.toMatch(/选举工作条例第(?:[六七八九]|.{2,})条/);
    const words = bank.map(({ ask, because }) => `${ask}${because}`).join('\n');
    expect(words).not.toMatch(/五分之四|差额|候选人|百分之二十|20%/);
  });
});

describe.each(bank.map((question) => [question.id, question] as const))('question %s', (_, question) => {
  it('rests on a rule and an article, and says when that was checked', () => {
    expect(question.source).toMatch(/(?:条例|细则|规定)(?:（试行）)?第[一二三四五六七八九十、]+条/);
    expect(question.because).toMatch(/第[一二三四五六七八九十]+条/);
    expect(question.asOf >= '2026-11-20').toBe(true);
  });

  it('is polite and calm, and survives the choices being shuffled', () => {
    const choices = 'choices' in question ? [...question.choices.values()] : [];
    expect(`${question.ask}${question.because}${choices.join('')}`).not.toMatch(/[!！]|务必|必须|你|加油/);
    expect(question.because).not.toMatch(/[选答][A-H]/);
    expect(choices.join('\n')).not.toMatch(/以上(?:都|全)|都(?:对|不对)|[A-H]和[A-H]/);
  });

  it('accepts digits and Chinese numerals alike where a number fills the blank', () => {
    if (question.type !== 'fill') return;
    expect(question.ask.split('____')).toHaveLength(2);
    expect(question.answer.some((text) => /\d/.test(text))).toBe(true);
    expect(question.answer.some((text) => /^[一二三四五六七八九十百千零]/.test(text))).toBe(true);
  });
});
