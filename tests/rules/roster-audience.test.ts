import { describe, expect, it } from 'vitest';
import { Refusal } from '../../src/errors.ts';
import {
  audienceOf,
  audienceRemarks,
  audienceText,
  meansEverybody,
  nobodyText,
  resolveAudience,
  sparedFromReminders,
} from '../../src/roster/audience.ts';
import { withoutPerson } from '../../src/roster/lasting-audience.ts';
import { readAudience } from '../../src/roster/read-audience.ts';
import { storedRule } from '../../src/roster/stored-audience.ts';
import { createRoster } from '../../src/roster/roster-view.ts';
import {
  memberStates,
  type MemberKind,
  type MemberState,
  type Organisation,
  type Person,
} from '../../src/roster/roster.ts';
import { generateRoster } from '../support/generate-roster.ts';

const organisations: readonly Organisation[] = [
  { code: 'GW', name: '云溪市直机关工委', kind: '工委' },
  { code: 'A', name: '数据局机关党委', kind: '机关党委', parent: 'GW' },
  { code: 'A1', name: '机关一支部', kind: '党支部', parent: 'A' },
  { code: 'A11', name: '机关一支部第一党小组', kind: '党小组', parent: 'A1' },
  { code: 'A2', name: '青年支部', kind: '党支部', parent: 'A' },
  { code: 'B', name: '图书馆党总支', kind: '党总支', parent: 'GW' },
  { code: 'B1', name: '青年支部', kind: '党支部', parent: 'B' },
  { code: 'B2', name: '典藏部支部', kind: '党支部', parent: 'B' },
  { code: 'C', name: '办公室、人事处支部', kind: '党支部', parent: 'GW' },
];

function person(userid: string, organisation: string, extra: Partial<Person> = {}): Person {
  return {
    userid,
    name: userid,
    organisation,
    posts: [],
    kind: '正式党员',
    tags: [],
    state: '在册',
    ...extra,
  };
}

const people = [
  person('boss', 'GW', { posts: ['书记', '工委'] }),
  person('deputy', 'A', { posts: ['副书记'] }),
  person('secretary', 'A1', { posts: ['书记'], tags: ['党务'] }),
  person('young', 'A1', { tags: ['青年', 'Ａ组'] }),
  person('probationer', 'A11', { kind: '预备党员', tags: ['青年'] }),
  person('activist', 'A11', { kind: '入党积极分子', tags: ['青年'] }),
  person('old', 'A2', { state: '离退' }),
  person('quiet', 'B1', { state: '免提醒', posts: ['委员'] }),
  person('mobile', 'B2', { state: '流动' }),
  person('mass', 'B2', { kind: '群众' }),
];

const roster = createRoster({ organisations, people }, { version: 1, committeeUserids: ['unlisted'] });

function meant(words: string): string {
  return resolveAudience(roster, words)
    .people.map(({ userid }) => userid)
    .join(' ');
}

function refusal(words: string): string {
  try {
    resolveAudience(roster, words);
  } catch (error) {
    if (error instanceof Refusal) return error.message;
    throw error;
  }
  throw new Error(`${words} was understood`);
}

describe('an audience', () => {
  it.each([
    ['全体', 'boss deputy secretary young probationer old quiet mobile'],
    ['全体人员', 'boss deputy secretary young probationer activist old quiet mobile mass'],
    ['书记', 'boss secretary'],
    ['班子', 'boss deputy secretary quiet'],
    ['@机关一支部', 'secretary young probationer'],
    ['@图书馆党总支', 'quiet mobile'],
    ['#青年', 'young probationer'],
  ])('%s means %s', (words, expected) => {
    expect(meant(words)).toBe(expected);
  });

  it.each([
    ['＠机关一支部', '@机关一支部'],
    ['@ 机关一支部 ', '@机关一支部'],
    ['@a1', '@机关一支部'],
    ['@A1', '@机关一支部'],
    ['@数据局', '@数据局机关党委'],
    ['＃青年', '#青年'],
    ['#a组', '#Ａ组'],
    [' 全 体 ', '全体'],
  ])('%j means the same as %j', (words, same) => {
    expect(meant(words)).toBe(meant(same));
  });

  it('takes a part of the name for the branch when its groups carry that name too', () => {
    expect(meant('@机关一')).toBe(meant('@机关一支部'));
    expect(meant('@第一党小组')).toBe('probationer');
  });

  it('includes every state, because notices go to all', () => {
    for (const state of memberStates) {
      expect(resolveAudience(roster, '全体').people.some((one) => one.state === state)).toBe(true);
    }
  });

  it('does not guess between organisations', () => {
    expect(refusal('@青年支部')).toBe(
      [
        '有 2 个组织符合“青年支部”：',
        'A2　数据局机关党委 › 青年支部',
        'B1　图书馆党总支 › 青年支部',
        '请写全称或编号，例如：@A2',
      ].join('\n'),
    );
    expect(meant('@B1')).toBe('quiet');
  });

  it('lists so many candidates that one phone screen holds them', () => {
    const large = createRoster(generateRoster(132, 10), { version: 1, committeeUserids: [] });
    expect(() => resolveAudience(large, '@第')).toThrow(/……还有 \d+ 个\n请写全称或编号，例如：@J1$/);
    try {
      resolveAudience(large, '@党支部');
    } catch (error) {
      expect((error as Error).message.split('\n').length).toBeLessThanOrEqual(12);
    }
  });

  it('that is unknown gets the nearest names', () => {
    expect(refusal('@机关二支部')).toBe('没有叫“机关二支部”的组织。您是不是想写：@机关一支部');
    expect(refusal('@abcdefghijk')).toBe(
      '没有叫“abcdefghijk”的组织。请写组织的名称或编号，例如：@机关一支部',
    );
    expect(refusal('@')).toMatch(/^没有叫“”的组织/);
    expect(refusal(`@${'x'.repeat(600)}`)).toContain(`没有叫“${'x'.repeat(19)}…”的组织`);
    expect(refusal('#少年')).toBe('没有“#少年”这个标签。现有的标签：#党务、#青年、#Ａ组。');
  });

  it('that lacks its mark is shown with it', () => {
    expect(refusal('大家')).toBe(
      '没有看懂发给谁：“大家”。\n可以写：全体、全体人员、书记、班子、@组织名称、#标签、姓名，或存好的名单',
    );
  });

  it('is refused with a reason when the roster is empty', () => {
    const empty = createRoster({ organisations: [], people: [] }, { version: 0, committeeUserids: ['boss'] });
    expect(resolveAudience(empty, '全体').people).toEqual([]);
    expect(() => resolveAudience(empty, '@机关一支部')).toThrow('名册里还没有组织。请先导入名册。');
    expect(() => resolveAudience(empty, '#青年')).toThrow('名册里还没有标签。');
  });
});

describe('several terms', () => {
  it.each([
    ['@机关一支部,@图书馆党总支', 'secretary young probationer quiet mobile'],
    ['@机关一支部，#青年、书记+quiet', 'boss secretary young probationer quiet'],
    ['@机关一支部 , 书记', 'boss secretary young probationer'],
    ['全体 除 书记', 'deputy young probationer old quiet mobile'],
    ['全体除书记', 'deputy young probationer old quiet mobile'],
    ['全体 除了 @机关一支部、#青年 以外', 'boss deputy old quiet mobile'],
    ['@数据局 除 @机关一支部 除 @A2', 'deputy'],
    ['@数据局除@A1', 'deputy old'],
    ['activist', 'activist'],
    ['书记、mass', 'boss secretary mass'],
  ])('%s means %s, everybody once', (words, expected) => {
    expect(meant(words)).toBe(expected);
  });

  it('are called as they would be said', () => {
    const nameOf = (words: string): string => readAudience(words, roster).name;
    expect(nameOf('@A1,#青年 除 书记')).toBe('机关一支部、#青年（除书记）');
    expect(nameOf('全体,全体')).toBe('全体');
  });

  it('leave a name that has a 、 in it whole', () => {
    expect(readAudience('@办公室、人事处支部、书记', roster).name).toBe('办公室、人事处支部、书记');
  });

  it('are refused for the one that is unknown', () => {
    expect(refusal('@机关一支部,#少年')).toContain('没有“#少年”这个标签');
    expect(refusal('全体，请周五前交')).toContain('没有看懂发给谁：“请周五前交”');
    expect(refusal('全体 除 @机关九支部')).toContain('没有叫“机关九支部”的组织');
  });

  it('say what is empty, what changes nothing, and what overlaps', () => {
    const remarks = (words: string): readonly string[] =>
      audienceRemarks(readAudience(words, roster), roster);
    expect(remarks('@机关一支部,#青年')).toEqual(['重复的 2 人只算一次。']);
    expect(remarks('书记,@办公室、人事处支部')).toEqual(['“办公室、人事处支部”里现在没有人。']);
    expect(remarks('@机关一支部 除 @B2')).toEqual(['“典藏部支部”的人本来就不在其中。']);
    expect(remarks('全体 除 书记')).toEqual([]);
  });

  it('that come to nobody say why', () => {
    const why = (words: string): string => nobodyText(readAudience(words, roster), roster);
    expect(why('@办公室、人事处支部')).toBe('“办公室、人事处支部”里现在没有人');
    expect(why('@机关一支部 除 全体')).toBe('“机关一支部”去掉“全体”以后，没有人了');
  });

  it('may amount to everybody', () => {
    const all = (words: string): boolean => meansEverybody(readAudience(words, roster), roster);
    expect(['全体', '全体人员', '@GW', '@A,@B,boss', '全体 除 书记'].map(all)).toEqual(Array(5).fill(true));
    expect(['@A', '#青年', '书记,班子'].map(all)).toEqual(Array(3).fill(false));
  });
});

describe('a person in an audience', () => {
  const namesakes = createRoster(
    {
      organisations,
      people: [person('a.wang', 'A1', { name: '王芳' }), person('b.wang', 'B1', { name: '王芳' })],
    },
    { version: 1, committeeUserids: [] },
  );

  it('is asked for by account when two have the name', () => {
    expect(() => resolveAudience(namesakes, '王芳')).toThrow(
      '有 2 位王芳，请写账号：\na.wang（机关一支部）\nb.wang（青年支部）\n把名字换成账号，整句再发一次。',
    );
    expect(resolveAudience(namesakes, 'B.Wang').people.map(({ userid }) => userid)).toEqual(['b.wang']);
  });
});

describe('an audience that is kept', () => {
  const keep = (words: string): string => readAudience(words, roster).lasting;

  it.each(['全体', '@A1', '@机关一支部 除 书记', '@A,#青年、mass 除 @A1,quiet'])(
    '%s means the same when it is read back',
    (words) => {
      expect(storedRule(keep(words), roster).missing).toEqual([]);
      expect(audienceOf(storedRule(keep(words), roster), roster).people).toEqual(
        resolveAudience(roster, words).people,
      );
    },
  );

  it('keeps codes and accounts, so that names may change', () => {
    expect(keep('@机关一支部')).toBe('@A1');
    expect(keep('@机关一支部 除 boss')).toBe('{"of":["@A1"],"except":["boss"]}');
  });

  it('tells what the roster no longer has, and means the rest', () => {
    const later = createRoster(
      {
        organisations: organisations.filter(({ code }) => !code.startsWith('A1')),
        people: people.filter(({ organisation }) => !organisation.startsWith('A1')),
      },
      { version: 2, committeeUserids: [] },
    );
    const rule = storedRule(keep('@A1,@B 除 young'), later);
    expect(rule.missing).toEqual(['@A1', 'young']);
    expect(audienceOf(rule, later).people.map(({ userid }) => userid)).toEqual(['quiet', 'mobile']);
  });

  it('forgets a person who has left', () => {
    expect(withoutPerson(keep('boss,young 除 quiet'), 'Young')).toBe('{"of":["boss"],"except":["quiet"]}');
    expect(withoutPerson(keep('boss,young'), 'young')).toBe('boss');
    expect(withoutPerson('young', 'young')).toBeUndefined();
    expect(withoutPerson('@A1', 'young')).toBe('@A1');
  });
});

describe('the size of an audience', () => {
  it('is told with the number of branches when there are several', () => {
    expect(audienceText(resolveAudience(roster, '全体'))).toBe('全体 8 人（6 个单位）');
    expect(audienceText(resolveAudience(roster, '@机关一支部'))).toBe('机关一支部 3 人');
    expect(
      audienceText({ name: '全体', people: Array<Person>(10_214).fill(person('x', 'A1')), units: 132 }),
    ).toBe('全体 10,214 人（132 个单位）');
  });
});

describe('automatic reminders', () => {
  it('spare those who are 免提醒 or 离退, whatever their kind', () => {
    const spared = (state: MemberState, kind: MemberKind) =>
      sparedFromReminders(person('x', 'A1', { state, kind }));
    for (const kind of ['正式党员', '群众'] as const) {
      expect(memberStates.filter((state) => spared(state, kind))).toEqual(['离退', '免提醒']);
    }
  });
});
