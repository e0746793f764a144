import { describe, expect, it } from 'vitest';
import { checkLists } from '../../src/roster/check-lists.ts';
import { problemLine } from '../../src/roster/problem.ts';
import type { RawCell, RawSheet } from '../../src/roster/roster-file.ts';
import { localDate } from '../../src/time/local-date.ts';

const today = localDate(2026, 11, 20);

const organisationHeader = ['编号', '名称', '类型', '上级编号', '届期起', '届期止', '应配职数'];
const personHeader = ['账号', '姓名', '组织编号', '职务', '类别', '入党日期', '标签', '状态', '任职日期'];

const root: RawCell[] = ['GW', '机关工委', '工委', null];
const branch: RawCell[] = ['A1', '机关一支部', '党支部', 'GW'];
const lin: RawCell[] = ['lin.xiaotang', '林晓棠', 'A1', '党员', '正式党员'];

function check(organisations: RawSheet, people: RawSheet) {
  return checkLists({ sheets: { 组织: organisations, 人员: people }, problems: [] }, today);
}

/** What is said about a file with the usual columns. */
function said(organisations: RawSheet, people: RawSheet): readonly string[] {
  return check([organisationHeader, ...organisations], [personHeader, ...people]).problems.map(problemLine);
}

function onOrganisations(...rows: RawCell[][]): readonly string[] {
  return said([root, branch, ...rows], [lin]);
}

function onPeople(...rows: RawCell[][]): readonly string[] {
  return said([root, branch], [lin, ...rows]);
}

describe('a roster file', () => {
  it('becomes two lists, with what is optional left out', () => {
    const { lists, problems } = check([organisationHeader, root, branch], [personHeader, lin]);
    expect(problems).toEqual([]);
    expect(lists).toEqual({
      organisations: [
        { code: 'GW', name: '机关工委', kind: '工委' },
        { code: 'A1', name: '机关一支部', kind: '党支部', parent: 'GW' },
      ],
      people: [
        {
          userid: 'lin.xiaotang',
          name: '林晓棠',
          organisation: 'A1',
          posts: [],
          kind: '正式党员',
          tags: [],
          state: '在册',
        },
      ],
    });
  });

  it('is read with everything in it', () => {
    const { lists } = check(
      [organisationHeader, root, ['A1', '机关一支部', '党支部', 'GW', '2024-4-12', 46488, 3]],
      [
        personHeader,
        [
          'lin',
          '林晓棠',
          'A1',
          '小组长，书记；党员',
          '预备党员',
          '2025年12月1日',
          '#青年、党务；青年',
          '流动',
          new Date(Date.UTC(2024, 3, 12)),
        ],
      ],
    );
    expect(lists?.organisations[1]).toEqual({
      code: 'A1',
      name: '机关一支部',
      kind: '党支部',
      parent: 'GW',
      termFrom: '2024-04-12',
      termUntil: '2027-04-11',
      officerSeats: 3,
    });
    expect(lists?.people[0]).toEqual({
      userid: 'lin',
      name: '林晓棠',
      organisation: 'A1',
      posts: ['书记', '小组长'],
      kind: '预备党员',
      joinedOn: '2025-12-01',
      tags: ['青年', '党务'],
      state: '流动',
      inPostSince: '2024-04-12',
    });
  });

  it('may have its columns in any order, full-width names and empty rows', () => {
    const { lists, problems } = check(
      [['名称', ' 类型', '上级编号', '编号'], [], ['机关工委', '工委', '', 'GW'], [null, '  ']],
      [
        ['类别', '姓名', '账号', '组织编号', '职务'],
        ['正式党员', '林晓棠', 'lin', 'ＧＷ', ''],
      ],
    );
    expect(problems).toEqual([]);
    expect(lists?.people[0]?.organisation).toBe('GW');
  });

  it('keeps a code typed as text and takes a number for its digits', () => {
    const { lists } = check(
      [organisationHeader, root, ['001', '一支部', '党支部', 'GW'], [1001, '二支部', '党支部', 'GW']],
      [personHeader, [20260001, '林晓棠', '001', '', '正式党员'], ['zhang', '张三', '1001', '', '正式党员']],
    );
    expect(lists?.organisations.map(({ code }) => code)).toEqual(['GW', '001', '1001']);
    expect(lists?.people.map(({ userid, organisation }) => [userid, organisation])).toEqual([
      ['20260001', '001'],
      ['zhang', '1001'],
    ]);
  });

  it('loses invisible characters and line breaks that copied names bring along', () => {
    const { lists } = check(
      [organisationHeader, root],
      [personHeader, ['lin\u200b', ' 林\u200d晓棠\n', 'GW', '', '正式党员']],
    );
    expect(lists?.people[0]).toMatchObject({ userid: 'lin', name: '林晓棠' });
  });

  it('gives all its problems at once, in its own order, and no lists', () => {
    const { problems, lists } = check(
      [organisationHeader, root, ['A1', '', '支部', 'B9']],
      [personHeader, ['林 晓', '林晓棠', 'B7', '主任', '党员', '2026-02-30', '', '休假']],
    );
    expect(problems.map(problemLine)).toEqual([
      '组织 第 3 行：没有填写名称。',
      '组织 第 3 行：类型“支部”不认识。可以填：工委、机关党委、党总支、党支部、党小组。',
      '组织 第 3 行：上级编号 B9 不在组织表中。',
      '人员 第 2 行：职务“主任”不认识。可以填：党员、书记、副书记、委员、小组长、工委。',
      '人员 第 2 行：类别“党员”不认识。可以填：正式党员、预备党员、入党积极分子、群众。',
      '人员 第 2 行：入党日期“2026-02-30”不是有效的日期。请写成 2026-2-3 这样的年月日。',
      '人员 第 2 行：状态“休假”不认识。可以填：在册、流动、离退、免提醒。',
      '人员 第 2 行：账号“林 晓”不对。账号是企业微信里的 1 到 64 位字母、数字或 - _ . @，例如 lin.xiaotang。',
      '人员 第 2 行：组织编号 B7 不在组织表中。',
    ]);
    expect(lists).toBeUndefined();
  });
});

describe('the columns of a roster file', () => {
  const people = [personHeader, lin];

  it('must all be known, each once', () => {
    const { problems } = check([[...organisationHeader, '电话', '名称'], root, branch], people);
    expect(problems.map(problemLine)).toEqual([
      '组织 第 1 行：不认识“电话”这一列。可以有的列：编号、名称、类型、上级编号、届期起、届期止、应配职数。',
      '组织 第 1 行：“名称”这一列出现了两次。',
    ]);
  });

  it('must be there when they are needed', () => {
    const { problems } = check(
      [
        ['编号', '名称', '届期起'],
        ['GW', '机关工委'],
        ['A1', '机关一支部'],
      ],
      people,
    );
    expect(problems.map(problemLine)).toEqual(['组织 第 1 行：缺少这些列：类型、上级编号。']);
  });

  it('do not hide what is wrong with the rows, when one is unknown, misspelt or missing', () => {
    const { problems } = check(
      [
        ['编码', '名称', '类型', '上级编号'],
        ['GW', '机关工委', '工委', ''],
        ['A1', '', '支部', 'GW'],
      ],
      [
        [...personHeader, '电话'],
        [...lin, '2026-02-30', '', '休假'],
        ['LIN.xiaotang', '林', 'A7', '主任', '正式党员'],
      ],
    );
    expect(problems.map(problemLine)).toEqual([
      '组织 第 1 行：缺少这些列：编号。',
      '组织 第 1 行：不认识“编码”这一列。可以有的列：编号、名称、类型、上级编号、届期起、届期止、应配职数。',
      '组织 第 3 行：没有填写名称。',
      '组织 第 3 行：类型“支部”不认识。可以填：工委、机关党委、党总支、党支部、党小组。',
      '人员 第 1 行：不认识“电话”这一列。可以有的列：账号、姓名、组织编号、职务、类别、入党日期、标签、状态、任职日期。',
      '人员 第 2 行：入党日期“2026-02-30”不是有效的日期。请写成 2026-2-3 这样的年月日。',
      '人员 第 2 行：状态“休假”不认识。可以填：在册、流动、离退、免提醒。',
      '人员 第 3 行：职务“主任”不认识。可以填：党员、书记、副书记、委员、小组长、工委。',
      '人员 第 3 行：账号 LIN.xiaotang 与第 2 行重复（那里写作 lin.xiaotang，大小写不同也算同一个）。',
    ]);
  });

  it('stand in row 1, above any title', () => {
    const { problems } = check([['2026年名册'], organisationHeader, root], people);
    expect(problems.map(problemLine)).toEqual([
      '组织 第 1 行：第 1 行应当是列名：编号、名称、类型、上级编号、届期起、届期止、应配职数。',
    ]);
  });

  it('need a name when there is something in them', () => {
    const { problems } = check(
      [organisationHeader, root, [...branch, null, null, null, null, '备注']],
      people,
    );
    expect(problems.map(problemLine)).toEqual(['组织 第 3 行：I 列有内容，但第 1 行没有写列名。']);
  });

  it('need rows below them', () => {
    const { problems } = check([organisationHeader], [personHeader, []]);
    expect(problems.map(problemLine)).toEqual(['组织：列名下面没有内容。', '人员：列名下面没有内容。']);
  });
});

describe('people on a roster', () => {
  it('have an account of their own, in upper and lower case alike', () => {
    expect(
      onPeople(['zhang', '张三', 'A1', '', '群众'], ['LIN.xiaotang', '林小唐', 'A1', '', '群众']),
    ).toEqual([
      '人员 第 4 行：账号 LIN.xiaotang 与第 2 行重复（那里写作 lin.xiaotang，大小写不同也算同一个）。',
    ]);
  });

  it.each(['a b', '张三', 'x'.repeat(65), 'a/b'])('cannot have the account %j', (userid) => {
    expect(onPeople([userid, '张三', 'A1', '', '群众'])[0]).toMatch(/^人员 第 3 行：账号“.*”不对。/);
  });

  it.each(['x'.repeat(64), 'A-b_c.d@e1'])('can have the account %j', (userid) => {
    expect(onPeople([userid, '张三', 'A1', '', '群众'])).toEqual([]);
  });

  it('are told which code Excel may have shortened', () => {
    const problems = said([root, ['001', '一支部', '党支部', 'GW']], [['lin', '林晓棠', 1, '', '正式党员']]);
    expect(problems).toEqual([
      '人员 第 2 行：组织编号 1 不在组织表中。是不是 001？（请把这一列的格式设为“文本”）',
    ]);
  });

  it('may have joined in the future only with a word of warning', () => {
    const { lists, problems } = check(
      [organisationHeader, root, branch],
      [personHeader, [...lin, '2026-11-21']],
    );
    expect(problems).toEqual([
      { severity: 'warning', sheet: '人员', row: 2, message: '入党日期 2026-11-21 在今天之后，请核对。' },
    ]);
    expect(lists?.people).toHaveLength(1);
  });

  it('are not found through what a formula or a date made of their codes', () => {
    expect(onPeople(['zhang', '张三', '#N/A', '', '群众'])).toEqual([
      '人员 第 3 行：组织编号是公式错误 #N/A。请改成实际内容。',
    ]);
    expect(onPeople(['zhang', '张三', new Date(Date.UTC(2026, 2, 1)), '', '群众'])).toEqual([
      '人员 第 3 行：组织编号被 Excel 存成了日期。请把这一列的格式设为“文本”，再重新填写。',
    ]);
    expect(onPeople([1234567890123456, '张三', 'A1', '', '群众'])).toEqual([
      '人员 第 3 行：账号的数字太长，Excel 已经丢掉末尾几位。请把这一列的格式设为“文本”，再重新填写。',
    ]);
  });

  it('with a post that gives no rights there are pointed out', () => {
    expect(
      onPeople(['zhang', '张三', 'A1', '小组长', '群众'], ['zhao', '赵六', 'GW', '书记', '正式党员']),
    ).toEqual([
      '人员 第 3 行：职务是小组长，但所属组织不是党小组，所以看不到任何人。请把组织编号改为党小组的编号。',
      '人员 第 3 行：类别是群众，却有党内职务，请核对。',
      '人员 第 4 行：在工委任职，但职务里没有“工委”，不能使用工委的命令。需要时请写成：书记；工委',
    ]);
  });
});

describe('organisations on a roster', () => {
  it('have a code of their own', () => {
    expect(onOrganisations(['A1', '又一支部', '党支部', 'GW'])).toEqual([
      '组织 第 4 行：编号 A1 与第 3 行重复。',
    ]);
  });

  it('have exactly one root', () => {
    expect(onOrganisations(['B', '党总支', '党总支', ''])).toEqual([
      '组织：有 2 个组织的上级编号是空的：第 2 行 机关工委、第 4 行 党总支。只能有一个最上级组织。',
    ]);
  });

  it('do not stand above themselves', () => {
    const rows = [
      ['B1', '甲', '党总支', 'B3'],
      ['B2', '乙', '党总支', 'B1'],
      ['B3', '丙', '党总支', 'B2'],
      ['C', '丁', '党总支', 'C'],
      ['D', '戊', '党支部', 'B1'],
    ];
    expect(onOrganisations(...rows).filter((line) => line.includes('圈'))).toEqual([
      '组织 第 4 行：上级编号绕成了一个圈：B1 → B3 → B2 → B1。',
      '组织 第 7 行：上级编号绕成了一个圈：C → C。',
    ]);
  });

  it('say so when all of them stand in a circle', () => {
    const problems = said(
      [
        ['A', '甲', '工委', 'B'],
        ['B', '乙', '机关党委', 'A'],
      ],
      [['lin', '林', 'A', '', '群众']],
    );
    expect(problems).toContain('组织：没有最上级组织。请让一个组织的上级编号空着。');
  });

  it('may stand in unusual places with a word of warning', () => {
    const { problems, lists } = check(
      [organisationHeader, root, ['X', '小组', '党小组', 'GW']],
      [personHeader, ['lin', '林晓棠', 'X', '小组长', '正式党员']],
    );
    expect(problems.map(problemLine)).toEqual([
      '组织 第 3 行：党小组在工委下面，这不多见，请核对上级编号 GW。',
    ]);
    expect(lists).toBeDefined();
  });

  it('end a term after its beginning', () => {
    expect(onOrganisations(['B', '乙', '党总支', 'GW', '2026-1-2', '2026-1-1'])).toEqual([
      '组织 第 4 行：届期止 2026-01-01 早于届期起 2026-01-02。',
    ]);
  });

  it.each(['五', '-1', '2.5', '100'])('cannot have %j officers', (seats) => {
    expect(onOrganisations(['B', '乙', '党总支', 'GW', '', '', seats])).toEqual([
      `组织 第 4 行：应配职数“${seats}”不是 0 到 99 的整数。例如：5`,
    ]);
  });

  it('are not blamed for people when their sheet could not be read', () => {
    const { problems } = checkLists(
      { sheets: { 人员: [personHeader, lin] }, problems: [{ severity: 'error', message: '没有组织表' }] },
      today,
    );
    expect(problems.map(problemLine)).toEqual(['没有组织表']);
  });
});
