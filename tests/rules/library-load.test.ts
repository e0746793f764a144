import { mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { loadLibrary } from '../../src/library/load-library.ts';

let directory: string;

beforeEach(async () => {
  directory = await mkdtemp(join(tmpdir(), 'content-'));
  await put('calendar/2026.yaml', calendar());
  await put('study/01-甲/01.md', study());
});

afterEach(async () => {
  await rm(directory, { recursive: true, force: true });
});

async function put(file: string, content: string | Uint8Array): Promise<void> {
  const location = join(directory, file);
  await mkdir(dirname(location), { recursive: true });
  await writeFile(location, content);
}

/** A correct item, with some of its lines replaced. */
function study(changes: { head?: string[]; body?: string; id?: string } = {}): string {
  const head = changes.head ?? [
    `id: ${changes.id ?? 'K01'}`,
    'title: 三会一课',
    'minutes: 2',
    'source: 条例第十一条',
  ];
  return `---\n${head.join('\n')}\n---\n${changes.body ?? '正文第一段。\n\n正文第二段。\n'}`;
}

function calendar(changes: { head?: string; off?: string; work?: string } = {}): string {
  const head = changes.head ?? 'notice: 2026年放假通知\nissued: 2025-11-04';
  return `${head}\noff:\n${changes.off ?? '  元旦: 2026-01-01 至 2026-01-03'}\nwork:\n${changes.work ?? '  - 2026-01-04'}\n`;
}

/** Every problem as `file:line what`. */
async function problems(): Promise<string[]> {
  const loaded = await loadLibrary(directory);
  return loaded.problems.map(({ file, line, what }) => `${file}:${line} ${what}`);
}

async function items() {
  const { library } = await loadLibrary(directory);
  return library.studyItems;
}

describe('loading content', () => {
  it('gives items in the order of the names, over all tracks', async () => {
    await put('study/02-乙/01.md', study({ id: 'D' }));
    await put('study/01-甲/10.md', study({ id: 'C' }));
    await put('study/01-甲/02.md', study({ id: 'B' }));
    expect(await problems()).toEqual([]);
    expect((await items()).map((item) => item.id)).toEqual(['K01', 'B', 'C', 'D']);
  });

  it('gives every value of an item', async () => {
    const head = [
      'id: X-1_a',
      'title: " 任期：几年 "',
      'minutes: 3',
      'source: https://www.12371.cn/a?b=1#c',
      'tags: [换届, 任期]',
      'audience: "#青年"',
      'on: 2026-12-04',
      'expires: 2026-12-31',
    ];
    await put('study/01-甲/01.md', study({ head, body: '\n**三年**一届。\n\n**为什么**\n因为。\n' }));
    expect(await problems()).toEqual([]);
    expect(await items()).toEqual([
      {
        id: 'X-1_a',
        title: '任期：几年',
        minutes: 3,
        source: 'https://www.12371.cn/a?b=1#c',
        tags: ['换届', '任期'],
        audience: '#青年',
        on: '2026-12-04',
        expires: '2026-12-31',
        track: '甲',
        summary: '三年一届。',
        body: '**三年**一届。\n\n**为什么**\n因为。',
        file: 'study/01-甲/01.md',
      },
    ]);
  });

  it('gives an item without optional lines everybody as audience and no dates', async () => {
    const [item] = await items();
    expect(item).toMatchObject({ tags: [], audience: '全体' });
    expect(item).not.toHaveProperty('on');
    expect(item).not.toHaveProperty('expires');
  });

  it('reads files from Windows: byte order mark, CRLF, left-over system files', async () => {
    await put('study/01-甲/01.md', `\uFEFF${study().replaceAll('\n', '\r\n')}`);
    await put('study/01-甲/Thumbs.db', 'x');
    await put('study/01-甲/~$三会一课.docx', 'x');
    await put('study/.DS_Store', 'x');
    await put('README.md', '说明');
    expect(await problems()).toEqual([]);
    expect((await items())[0]?.body).toBe('正文第一段。\n\n正文第二段。');
  });

  it('cannot be changed afterwards', async () => {
    const { library } = await loadLibrary(directory);
    expect(Object.isFrozen(library)).toBe(true);
    expect(Object.isFrozen(library.studyItems)).toBe(true);
    expect(Object.isFrozen(library.studyItems[0]?.tags)).toBe(true);
    expect(Object.isFrozen(library.calendars[0]?.holidays[0])).toBe(true);
  });

  it('gives the calendar of each year', async () => {
    await put('calendar/2027.yaml', 'statutory: 放假办法\noff:\n  元旦: 2027-01-01 至 2027-01-01\n');
    const { library } = await loadLibrary(directory);
    expect(library.calendars).toEqual([
      {
        year: 2026,
        basis: { kind: 'notice', title: '2026年放假通知', issued: '2025-11-04' },
        holidays: [{ name: '元旦', from: '2026-01-01', until: '2026-01-03' }],
        makeUpDays: ['2026-01-04'],
      },
      {
        year: 2027,
        basis: { kind: 'statutory', title: '放假办法' },
        holidays: [{ name: '元旦', from: '2027-01-01', until: '2027-01-01' }],
        makeUpDays: [],
      },
    ]);
  });

  it('keeps what is right when something else is wrong', async () => {
    await put('study/01-甲/02.md', study({ id: 'B', body: '' }));
    expect((await items()).map((item) => item.id)).toEqual(['K01']);
  });
});

describe('problems in a study item', () => {
  it('are all told at once, each with its line', async () => {
    const head = ['id: 一号', 'tittle: 三会一课', 'minutes: 很短', 'on: 2026-02-30', 'colour: red'];
    await put('study/01-甲/01.md', study({ head, body: '第一段。\n- 第二段\n' }));
    expect(await problems()).toEqual([
      'study/01-甲/01.md:2 id 只用英文字母、数字、- 和 _，例如：id: K01',
      'study/01-甲/01.md:2 缺少 title，例如：title: 三会一课各是什么、多久一次',
      'study/01-甲/01.md:2 缺少 source，例如：source: 支部工作条例（试行）第十一条',
      'study/01-甲/01.md:3 没有“tittle”这一项，是不是“title”？',
      'study/01-甲/01.md:4 minutes 要写 1 到 15 的整数，例如：minutes: 2',
      'study/01-甲/01.md:5 没有 2026-02-30 这一天，请核对。',
      'study/01-甲/01.md:6 没有“colour”这一项，可以写的有：id、title、minutes、source、tags、audience、on、expires。',
      'study/01-甲/01.md:9 手机上不显示列表，请把“- ”改成“1、”或者另起一段。',
    ]);
  });

  const right = {
    id: 'id: K01',
    title: 'title: 三会一课',
    minutes: 'minutes: 2',
    source: 'source: 条例第十一条',
  };

  it.each([
    ['title', `title: ${'长'.repeat(37)}`, 3, 'title 有 37 个字，最多 36 个。'],
    ['title', 'title:', 3, '请写 title，例如：title: 三会一课各是什么、多久一次'],
    ['title', 'title：三会一课', 3, '冒号要用英文的，后面空一格，例如：title: 内容'],
    ['title', 'title:三会一课', 3, '冒号后面要空一格，例如：title: 内容'],
    ['title', 'title: 任期: 三年', 3, '内容里有英文冒号加空格，请给整句内容加上双引号。'],
    ['title', 'title: @三会一课', 3, '内容开头的符号有特殊含义，请给内容加上双引号。'],
    ['title', 'title: [三会一课', 3, '引号或括号没有成对，请在这一行的末尾补上。'],
    ['title', 'title: [三会, 一课]', 3, '请写 title，例如：title: 三会一课各是什么、多久一次'],
    ['title', 'title: "三会一课', 3, '引号或括号没有成对，请在这一行的末尾补上。'],
    ['minutes', 'minutes: 0', 4, 'minutes 要写 1 到 15 的整数，例如：minutes: 2'],
    ['minutes', 'minutes: 2.5', 4, 'minutes 要写 1 到 15 的整数，例如：minutes: 2'],
    ['id', 'id: a b', 2, 'id 只用英文字母、数字、- 和 _，例如：id: K01'],
    ['source', 'source: 条例\nsource: 细则', 6, '同一项写了两次，请留一个。'],
    ['source', 'source: 条例\ntags: 换届', 6, 'tags 要写在方括号里，例如：tags: [换届, 党费]'],
    [
      'source',
      'source: 条例\ntags: [换届，党费]',
      6,
      '标签是 1 到 12 个字，用英文逗号分开，不带 #，例如：tags: [换届, 党费]',
    ],
    [
      'source',
      'source: 条例\naudience: #青年',
      6,
      'audience 是空的。# 开头的标签要加引号，例如：audience: "#青年"',
    ],
    [
      'source',
      'source: 条例\naudience: 青年',
      6,
      'audience 只能写 全体、书记 或 "#标签"，例如：audience: 书记',
    ],
    ['source', 'source: 条例\non: 12月4日', 6, '“12月4日”不是日期，要写成 2026-11-20 这样。'],
    [
      'source',
      'source: 条例\non: 2026-12-04\nexpires: 2026-12-03',
      7,
      'expires（最后一天）比 on（推送那天）还早，请核对。',
    ],
    ['source', 'source: &a 条例\ntags: [*a]', 6, '请不要用 * 引用，把内容再写一遍。'],
    ['source', 'source: !!js/function "x"', 5, '请不要用 ! 开头的写法。'],
  ] as const)('says what is wrong with %s in %j', async (key, lines, line, what) => {
    const head = Object.entries(right).map(([name, text]) => (name === key ? lines : text));
    await put('study/01-甲/01.md', study({ head }));
    expect(await problems()).toContain(`study/01-甲/01.md:${line} ${what}`);
    expect(await items()).toEqual([]);
  });

  it.each([
    ['', '第一行应当是三个减号 ---，下面写 id、title 等项，再用一行 --- 结束。'],
    ['三会一课\n\n正文', '第一行应当是三个减号 ---，下面写 id、title 等项，再用一行 --- 结束。'],
    ['---\nid: K01\n\n正文', '开头的说明没有结束：写完各项后，请单独写一行三个减号 ---。'],
  ])('says what is wrong with the frame of %j', async (text, what) => {
    await put('study/01-甲/01.md', text);
    expect(await problems()).toEqual([`study/01-甲/01.md:1 ${what}`]);
  });

  it('say when there is no body, or no line above it', async () => {
    await put('study/01-甲/01.md', study({ body: '\n  \n' }));
    expect(await problems()).toEqual(['study/01-甲/01.md:7 正文是空的，请在第二行 --- 下面写内容。']);
    await put('study/01-甲/01.md', '---\n---\n正文');
    expect(await problems()).toHaveLength(4);
  });

  it('survive an alias bomb and a tower of brackets', async () => {
    const bomb = ['a: &a [x,x,x,x,x,x,x,x,x]', ...'bcdefghi'.split('')].map((name, index, all) =>
      index === 0 ? name : `${name}: &${name} [${`*${index === 1 ? 'a' : all[index - 1]},`.repeat(9)}]`,
    );
    await put('study/01-甲/01.md', study({ head: bomb }));
    await put('study/01-甲/02.md', study({ head: [`id: ${'['.repeat(50_000)}`] }));
    const found = await problems();
    expect(found.filter((problem) => problem.includes('请不要用 * 引用'))).toHaveLength(72);
    expect(found.some((problem) => problem.startsWith('study/01-甲/02.md:'))).toBe(true);
  });

  it('name both places of an id that is used twice', async () => {
    await put(
      'study/02-乙/01.md',
      study({ head: ['title: 另一条', 'id: K01', 'minutes: 2', 'source: 条例'] }),
    );
    expect(await problems()).toEqual([
      'study/02-乙/01.md:3 id K01 已经用在 study/01-甲/01.md 第 2 行，请换一个没有用过的。',
    ]);
    expect((await items()).map((item) => item.title)).toEqual(['三会一课']);
  });

  it('name them also when the file has other faults, all in one run', async () => {
    await put(
      'study/02-乙/01.md',
      study({ head: ['id: k01', 'minutes: 2', 'source: 条例', 'on: 2026-12-02', 'expires: 2026-12-01'] }),
    );
    expect(await problems()).toEqual([
      'study/02-乙/01.md:2 缺少 title，例如：title: 三会一课各是什么、多久一次',
      'study/02-乙/01.md:2 id k01 已经用在 study/01-甲/01.md 第 2 行，请换一个没有用过的。',
      'study/02-乙/01.md:6 expires（最后一天）比 on（推送那天）还早，请核对。',
    ]);
  });

  it('name the encoding a file was saved in', async () => {
    await put('study/01-甲/01.md', Uint8Array.from([0xc8, 0xfd, 0xbb, 0xe1, 0xd2, 0xbb, 0xbf, 0xce]));
    await put('study/01-甲/02.md', Buffer.from(`\uFEFF${study()}`, 'utf16le'));
    await put('study/01-甲/03.md', Uint8Array.from([0x80, 0xff, 0xff, 0x00]));
    await put('study/01-甲/04.md', study({ body: '正文\0。' }));
    expect(await problems()).toEqual([
      'study/01-甲/01.md:1 文件的编码像是 GBK（记事本里叫 ANSI），请用“另存为”，编码选 UTF-8。',
      'study/01-甲/02.md:1 文件的编码是 UTF-16（记事本里叫 Unicode），请用“另存为”，编码选 UTF-8。',
      'study/01-甲/03.md:1 文件的编码认不出来，请用“另存为”，编码选 UTF-8。',
      'study/01-甲/04.md:1 这不是文字文件，里面有不可见的字符。',
    ]);
  });

  it('only advise on a body that needs two messages', async () => {
    await put('study/01-甲/01.md', study({ body: '字'.repeat(640) }));
    const { library, problems: found } = await loadLibrary(directory);
    expect(found).toEqual([
      {
        file: 'study/01-甲/01.md',
        line: 7,
        what: '正文有 1920 字节，一条消息放不下，会分两条发；少写约 7 个字就够了。',
        weight: 'advice',
      },
    ]);
    expect(library.studyItems).toHaveLength(1);
  });
});

describe('problems in a calendar', () => {
  it.each([
    [
      'off',
      '  元旦: 2026-01-01 至 2026-01-32',
      4,
      '“2026-01-01 至 2026-01-32”不对，要写成“第一天 至 最后一天”，两天都要存在，例如：春节: 2026-02-15 至 2026-02-23',
    ],
    [
      'off',
      '  元旦: 2026-01-03 至 2026-01-01',
      4,
      '“2026-01-03 至 2026-01-01”不对，要写成“第一天 至 最后一天”，两天都要存在，例如：春节: 2026-02-15 至 2026-02-23',
    ],
    ['off', '  元旦：2026-01-01 至 2026-01-03', 4, '冒号要用英文的，后面空一格，例如：元旦: 内容'],
    ['off', '  元旦: 2027-01-01 至 2027-01-03', 4, '2027-01-01 不在 2026 年。'],
    [
      'off',
      '  元旦: 2026-01-01 至 2026-01-03\n  春节: 2026-01-03 至 2026-01-05',
      5,
      '2026-01-03 已经写在元旦里了。',
    ],
    ['off', '  春节: 2026-02-15 至 2026-12-23', 4, '春节放假 312 天，太长了，请核对。'],
    ['work', '  - 2026-01-03', 6, '2026-01-03 已经写在元旦里了。'],
    ['work', '  - 2026-01-04\n  - 2026-01-05', 7, '2026-01-05 是周一，本来就上班，请核对。'],
    ['work', '  - 2025-01-04', 6, '2025-01-04 不在 2026 年。'],
    ['work', '  - 1月4日', 6, '“1月4日”不是日期，要写成 2026-11-20 这样。'],
    [
      'head',
      'notice: 通知',
      1,
      '通知已经发布的年份写 notice（通知名称）和 issued（发布日期）；还没有发布的只写 statutory，不写 work。',
    ],
    [
      'head',
      'statutory: 办法',
      1,
      '通知已经发布的年份写 notice（通知名称）和 issued（发布日期）；还没有发布的只写 statutory，不写 work。',
    ],
  ] as const)('say what is wrong with %s: %j', async (part, text, line, what) => {
    await put('calendar/2026.yaml', calendar({ [part]: text }));
    expect(await problems()).toContain(`calendar/2026.yaml:${line} ${what}`);
  });

  it('allow the New Year holiday to begin in December', async () => {
    const off = '  元旦: 2025-12-30 至 2026-01-01';
    await put('calendar/2026.yaml', calendar({ off, work: '  - 2025-12-28' }));
    expect(await problems()).toEqual([]);
  });

  it('say when a year has two files or a file no year', async () => {
    await put('calendar/2026.yml', calendar());
    await put('calendar/明年.yaml', calendar());
    await put('calendar/旧/2025.yaml', calendar());
    expect(await problems()).toEqual([
      'calendar/2026.yml:1 2026 年已经有 calendar/2026.yaml，一年只放一个文件。',
      'calendar/旧:1 放假安排不分文件夹，请把文件移上来。',
      'calendar/明年.yaml:1 文件名要写成年份，例如：2027.yaml',
    ]);
  });

  it('say what an empty file should hold', async () => {
    await put('calendar/2026.yaml', '');
    expect(await problems()).toEqual([
      'calendar/2026.yaml:1 off 下面每行写一个节日，例如：  春节: 2026-02-15 至 2026-02-23',
    ]);
  });
});

describe('the limits of sending', () => {
  it('are unknown when there is no such file', async () => {
    expect((await loadLibrary(directory)).library.sending).toEqual({ accounts: undefined });
  });

  it('are taken from the file', async () => {
    await put('sending/limits.yaml', 'accounts: 2000\n');
    expect((await loadLibrary(directory)).library.sending).toEqual({ accounts: 2000 });
  });

  it('are unknown, and said to be, when the file is wrong', async () => {
    await put('sending/limits.yaml', 'acounts: 两千\n');
    await put('sending/其他.yaml', '');
    expect((await loadLibrary(directory)).library.sending).toEqual({ accounts: undefined });
    expect(await problems()).toEqual([
      'sending/limits.yaml:1 缺少 accounts，例如：accounts: 2',
      'sending/limits.yaml:1 没有“acounts”这一项，是不是“accounts”？',
      'sending/其他.yaml:1 这里只放 limits.yaml。',
    ]);
  });
});

describe('problems in the folder', () => {
  it('are told when there is none', async () => {
    expect((await loadLibrary(join(directory, '没有'))).problems).toMatchObject([
      { line: 1, weight: 'error' },
    ]);
  });

  it('are told for everything that would be passed over', async () => {
    await put('studdy/01.md', study());
    await put('笔记.txt', 'x');
    await put('study/01.md', study());
    await put('study/01-甲/旧/01.md', study());
    await put('study/01-甲/三会一课.docx', 'x');
    await symlink('/etc/hostname', join(directory, 'study/01-甲/09.md'));
    expect(await problems()).toEqual([
      expect.stringMatching(/^studdy:1 没有这一类内容，可以用的文件夹有：study、quiz、calendar、hours.*。$/u),
      'study/01-甲/09.md:1 这是一个链接，没有读取；请放文件本身。',
      'study/01-甲/三会一课.docx:1 学习内容的文件名要以 .md 结尾。',
      'study/01-甲/旧:1 栏目里不再分文件夹，请把文件移上来。',
      'study/01.md:1 请把文件放进 study 下面的栏目文件夹里。',
      '笔记.txt:1 这里只放 README.md，其他文件请放进对应的文件夹。',
    ]);
  });

  it('are told for a file of unreasonable size', async () => {
    await put('study/01-甲/02.md', 'x'.repeat(300_000));
    expect(await problems()).toEqual(['study/01-甲/02.md:1 文件读不出来，或者超过了 256 KB。']);
  });
});
