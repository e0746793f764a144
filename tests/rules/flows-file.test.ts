import { describe, expect, it } from 'vitest';
import type { Flow } from '../../src/library/flow.ts';
import { readFlowFile } from '../../src/library/flow-file.ts';

const sound = `id: lend
name: 借用
words: [借用]
summary: 借活动室，用完还钥匙
example: 借用 12-01 开支委会
start:
  who: 书记
  for: 本组织
  record: [哪天, 用途]
  preview: 否
fields:
  哪天: 以后的日期
  用途: 文字 60
  人数: 人数 1到50
  原因: 文字 60 可不写
steps:
  同意:
    who: 上级
    ask: 看那天有没有别的安排。
    due: 3个工作日
    remind: [1天前]
    overdue: [1天后 上级, 1个月后 工委]
    actions:
      同意: 归还
      不行: { record: [原因], next: 结束, tell: [发起人] }
  归还:
    who: 发起人
    due: 哪天后1天
    notBefore: 哪天
    actions:
      归还: { record: [人数], next: 结束 }
anytime:
  改期: { who: 发起人, in: [同意], record: [哪天] }
`;

/** The flow a file says, when nothing is wrong with it. */
function flowIn(text: string): Flow | undefined {
  const read = readFlowFile(text, 'lend.yaml');
  expect(read.problems).toBeUndefined();
  return read.problems === undefined ? read.value.flow : undefined;
}

/** The file with some lines put in the place of one; what is wrong with it, as `line  what`. */
function problemsWith(line: string, ...instead: readonly string[]): readonly string[] {
  expect(sound).toContain(`${line}\n`);
  const read = readFlowFile(
    sound.replace(`${line}\n`, instead.map((one) => `${one}\n`).join('')),
    'lend.yaml',
  );
  return (read.problems ?? []).map((problem) => `${problem.line}  ${problem.what}`);
}

describe('a flow file', () => {
  it('is read into steps, actors, fields and time rules', () => {
    const flow = flowIn(sound);
    expect(flow).toMatchObject({
      id: 'lend',
      keepMonths: 24,
      kind: 'case',
      start: { by: '书记', about: '本组织', records: ['哪天', '用途'], preview: false },
      steps: [
        {
          by: { kind: 'superior' },
          due: { plus: { count: 3, unit: 'workday' } },
          remind: [1],
          overdue: [
            { after: { count: 1, unit: 'day' }, to: { kind: 'superior' } },
            { after: { count: 1, unit: 'month' }, to: { kind: 'workCommittee' } },
          ],
        },
        {
          by: { kind: 'starter' },
          due: { field: '哪天', plus: { count: 1, unit: 'day' } },
          notBefore: { field: '哪天', plus: { count: 0, unit: 'day' } },
        },
      ],
      anytime: [{ label: '改期', next: { kind: 'stay' }, in: ['同意'] }],
    });
    expect(flow?.fields).toEqual([
      { label: '哪天', optional: false, kind: 'date', when: 'future' },
      { label: '用途', optional: false, kind: 'text', most: 60 },
      { label: '人数', optional: false, kind: 'count', least: 1, most: 50 },
      { label: '原因', optional: true, kind: 'text', most: 60 },
    ]);
  });

  it.each([
    ['1天', { count: 1, unit: 'day' }],
    ['2周', { count: 14, unit: 'day' }],
    ['10个工作日', { count: 10, unit: 'workday' }],
    ['半年', { count: 6, unit: 'month' }],
    ['3年', { count: 36, unit: 'month' }],
  ])('takes %s for a deadline', (phrase, plus) => {
    const flow = flowIn(sound.replace('due: 3个工作日', `due: ${phrase}`));
    expect(flow?.steps[0]?.due).toEqual({ plus });
  });
});

describe('a flow file that cannot work', () => {
  it.each<[what: string, line: string, instead: readonly string[], problem: string]>([
    ['a dead end', '      归还: { record: [人数], next: 结束 }', [], '30  actions 的写法不对'],
    [
      'a step without actions',
      '    actions:\n      归还: { record: [人数], next: 结束 }',
      [],
      '26  “归还”走不下去：下面没有 actions。最后一步也要写，例如：办结: 结束',
    ],
    [
      'a step that leads only to itself',
      '      归还: { record: [人数], next: 结束 }',
      ['      归还: { record: [人数], next: 归还 }'],
      '26  “归还”走不下去：它的每个动作都回到它自己。请让一个动作通向别的步骤或者结束。',
    ],
    [
      'a step that does not exist',
      '      同意: 归还',
      ['      同意: 规还'],
      '24  没有叫“规还”的步骤。有：同意、归还、结束。',
    ],
    [
      'an unknown role',
      '    who: 上级',
      ['    who: 办公室'],
      '18  没有“办公室”这个角色。可以写：发起人、承办人、本人、本组织、各组织、上级、上级党委、工委，或者账号，例如 "@zhang.san"。',
    ],
    [
      'a negative deadline',
      '    due: 3个工作日',
      ['    due: -3个工作日'],
      '20  “-3个工作日”是负数。期限从起算那天往后数，例如：10天。',
    ],
    ['a negative deadline in words', '    due: 3个工作日', ['    due: 哪天后-1天'], '20  “-1天”是负数。'],
    [
      'no deadline at all',
      '    due: 3个工作日',
      ['    due: 尽快'],
      '20  fields 里没有叫“尽快”的日期。日期有：哪天。',
    ],
    [
      'a reminder without a deadline',
      '    due: 3个工作日',
      [],
      '20  没有 due（期限），remind 就没有起算的日子。请先写 due。',
    ],
    [
      'a field that does not exist',
      '  record: [哪天, 用途]',
      ['  record: [哪天, 用处]'],
      '9  fields 里没有“用处”。有：哪天、用途、人数、原因。',
    ],
    [
      'a text before other fields',
      '  record: [哪天, 用途]',
      ['  record: [用途, 哪天]'],
      '9  文字要放在最后，因为它后面的话都算在里面：请把“用途”往后移。',
    ],
    [
      'a person nobody named',
      '    who: 上级',
      ['    who: 承办人'],
      '18  这里没有承办人：start 里的 for 写的是“本组织”。请写 本组织，或者把 for 改成 人。',
    ],
    ['several organisations nobody named', '    who: 上级', ['    who: 各组织'], '18  这里没有各组织'],
    [
      'two actions of one name',
      '  改期: { who: 发起人, in: [同意], record: [哪天] }',
      ['  同意: { who: 发起人, in: [同意], record: [哪天] }'],
      '24  “同意”里有两个“同意”：这里一个，anytime 里一个。请改一个名称。',
    ],
    [
      'an action nobody can tap',
      '      同意: 归还',
      ['      我同意借给他们: 归还'],
      '24  动作“我同意借给他们”要用 2 到 4 个汉字，因为它是按钮，例如：办结',
    ],
    [
      'an action with a meaning of its own',
      '      同意: 归还',
      ['      经过: 归还'],
      '24  “经过”另有用处，动作请换一个名称。',
    ],
    [
      'what is never stored',
      '  人数: 人数 1到50',
      ['  身份证号: 文字 18', '  人数: 人数 1到50'],
      '14  “身份证号”不能记录：身份证属于不收集的内容，请去掉这一项。',
    ],
    ['an unknown kind of field', '  用途: 文字 60', ['  用途: 图片'], '13  没有“图片”这种内容。可以写：'],
    [
      'a text without end',
      '  用途: 文字 60',
      ['  用途: 文字 5000'],
      '13  文字后面写最多几个字，1 到 500，例如：文字 300。',
    ],
    [
      'a range upside down',
      '  人数: 人数 1到50',
      ['  人数: 人数 50到1'],
      '14  人数后面写从几到几，例如：人数 0到100。',
    ],
    [
      'a misspelt key',
      '    ask: 看那天有没有别的安排。',
      ['    aks: 看那天有没有别的安排。'],
      '19  没有“aks”这一项，是不是“ask”？',
    ],
    [
      'an example with another word',
      'example: 借用 12-01 开支委会',
      ['example: 借 12-01 开支委会'],
      '5  example 要从命令开始，例如：example: 借用 …',
    ],
    [
      'days that are nobody knows how long',
      'name: 借用',
      ['name: 借用', 'keep: 一阵子'],
      '3  没有看懂“一阵子”是多久。',
    ],
    ['a thing written twice', '  who: 书记', ['  who: 书记', '  for: 人'], '9  同一项写了两次'],
    [
      'members who begin it for others',
      '  who: 书记\n  for: 本组织',
      ['  who: 党员', '  for: 组织'],
      '8  党员只能替自己的支部发起，for 请写 本组织。',
    ],
  ])('is told of %s, with its line', (_what, line, instead, problem) => {
    expect(problemsWith(line, ...instead).join('\n')).toContain(problem);
  });

  it('may say how many an organisation has a year, and which do not count', () => {
    const limited = sound.replace('  preview: 否\n', '  preview: 否\n  atMost: 3\n  notCounted: [不行]\n');
    expect(flowIn(limited)?.start.limit).toEqual({ atMost: 3, notCounted: ['不行'] });
    expect(flowIn(sound)?.start.limit).toBeUndefined();
  });

  it.each([
    ['atMost: 0', '11  atMost 写一个组织一年最多几件，1 到 999，例如：atMost: 3'],
    ['atMost: 很少', '11  atMost 写一个组织一年最多几件，1 到 999，例如：atMost: 3'],
    ['notCounted: [不行]', '11  没有 atMost（最多几件），就不用写 notCounted。'],
    ['atMost: 3\n  notCounted: [同意]', '12  没有以“同意”结束的一步。可以写：不行、归还。'],
  ])('is told of “%s”, with its line', (written, problem) => {
    expect(problemsWith('  preview: 否', '  preview: 否', `  ${written}`)).toContain(problem);
  });

  it('is told of a step that is never reached', () => {
    expect(problemsWith('      同意: 归还', '      同意: 结束')).toEqual([
      '26  走不到“归还”这一步：没有哪一步的 next 写着它。',
    ]);
  });

  it('is told of a field that is wrong there, not also wherever it is recorded', () => {
    const wrong = sound.replace('  人数: 人数 1到50', '  人数: 人数 50到1');
    expect(readFlowFile(wrong, 'lend.yaml').problems?.map(({ line }) => line)).toEqual([14]);
  });

  it('is told in its language that there is nothing in it', () => {
    const whats = readFlowFile('', 'empty.yaml').problems?.map(({ what }) => what);
    expect(whats).toContain('start 下面写 who、for 和 record，请对照 README 里的例子。');
    expect(whats?.filter((what) => /[A-Z][a-z]+ input/u.test(what))).toEqual([]);
  });

  it('may leave a day to the roster', () => {
    const flow = flowIn(sound.replace('  哪天: 以后的日期', '  哪天: 日期 届期止'));
    expect(flow?.fields[0]).toMatchObject({ label: '哪天', when: 'any', known: 'termEnd' });
  });

  it('may say of what kind the people are', () => {
    const only = (word: string, what = '人') =>
      sound.replace('  for: 本组织', `  for: ${what}\n  only: [${word}]`);
    expect(flowIn(only('群众'))?.start.only).toEqual(['群众']);
    expect(readFlowFile(only('党外'), 'lend.yaml').problems?.[0]).toMatchObject({ line: 9 });
    expect(readFlowFile(only('群众', '组织'), 'lend.yaml').problems?.map(({ what }) => what)).toEqual([
      'only 说的是人，for 也要写 人。',
    ]);
  });

  it('may say from when on an action can be done, and which day counts when another was not recorded', () => {
    const later = sound
      .replace(
        '归还: { record: [人数], next: 结束 }',
        '归还: { record: [人数], notBefore: 哪天后1天, next: 结束 }',
      )
      .replace('  用途: 文字 60', '  延到: 以后的日期 可不写\n  用途: 文字 60')
      .replace('due: 哪天后1天', 'due: 延到或哪天后1天');
    const step = flowIn(later)?.steps[1];
    expect(step?.due).toEqual({ field: '延到', otherwise: '哪天', plus: { count: 1, unit: 'day' } });
    expect(step?.actions[0]?.notBefore).toEqual({ field: '哪天', plus: { count: 1, unit: 'day' } });
    const unknown = later.replace('延到或哪天后1天', '延到或那天后1天');
    expect(readFlowFile(unknown, 'lend.yaml').problems?.map(({ what }) => what)).toEqual([
      'fields 里没有叫“那天”的日期。日期有：哪天、延到。',
    ]);
  });

  it('is told of a loop without exit', () => {
    const looping = sound
      .replace('      不行: { record: [原因], next: 结束, tell: [发起人] }\n', '')
      .replace('归还: { record: [人数], next: 结束 }', '归还: { record: [人数], next: 同意 }');
    expect(readFlowFile(looping, 'lend.yaml').problems?.map(({ line, what }) => `${line}  ${what}`)).toEqual([
      '17  从“同意”出发只在“同意”、“归还”之间打转，永远办不完。请让其中一步可以结束。',
    ]);
  });

  it('is told of everything at once', () => {
    const broken = sound
      .replace('who: 上级', 'who: 办公室')
      .replace('due: 3个工作日', 'due: -3天')
      .replace('同意: 归还', '同意: 规还');
    expect(readFlowFile(broken, 'lend.yaml').problems?.map(({ line }) => line)).toEqual(
      expect.arrayContaining([18, 20, 24]),
    );
  });

  it('is told of what is no flow at all', () => {
    expect(readFlowFile('', 'lend.yaml').problems?.length).toBeGreaterThan(0);
    expect(readFlowFile('- 1\n- 2\n', 'lend.yaml').problems?.length).toBeGreaterThan(0);
    expect(readFlowFile('id: [', 'lend.yaml').problems?.length).toBeGreaterThan(0);
    expect(readFlowFile(sound.replace('steps:', 'steps: 无\nold:'), 'x').problems?.length).toBeGreaterThan(0);
  });
});
