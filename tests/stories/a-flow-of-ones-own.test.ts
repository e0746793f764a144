import { cp, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { commandWords } from '../../handlers/command-words.ts';
import { loadLibrary } from '../../src/library/load-library.ts';
import { stories } from '../support/stories.ts';
import { confirming, dialogue } from './a-dialogue.ts';

const begin = stories();
let folder: string;

beforeEach(async () => {
  folder = join(await mkdtemp(join(tmpdir(), 'content-')), 'content');
  await cp('content', folder, { recursive: true });
});
afterEach(() => rm(join(folder, '..'), { recursive: true }));

/** What an editor writes; no line of program goes with it. */
const visit = `id: visit
name: 走访
words: [走访]
summary: 登记一次联系点走访，发现的问题有人办
example: 走访 @机关一支部 11-18 会议记录不全

start:
  who: 工委
  for: 组织
  record: [哪天, 发现的问题]
  preview: 是

fields:
  哪天: 过去的日期
  发现的问题: 文字 200
  办得怎样: 选择 已办、办不了
  说明: 文字 100 可不写

steps:
  答复:
    who: 本组织
    ask: 办了点“回复”，选办得怎样。
    due: 10个工作日
    remind: [1天前]
    overdue: [1天后 发起人]
    actions:
      回复: { record: [办得怎样, 说明], next: 看答复 }
  看答复:
    who: 发起人
    actions:
      满意: 结束
      再办: 答复

anytime:
  作罢: { who: 发起人, next: 结束, tell: [本组织] }
`;

describe('an editor adds a flow', () => {
  it('as a file, and people begin and end cases with its own words', async () => {
    await writeFile(join(folder, 'flows', '20-走访.yaml'), visit);
    const { library, problems } = await loadLibrary(folder, commandWords);
    expect(problems.filter(({ file }) => file.startsWith('flows/'))).toEqual([]);
    const world = await begin({ library });
    const say = dialogue(world);

    expect(await say('钱文静', '帮助 工委工作')).toContain('走访');
    expect(await say('钱文静', '帮助 走访')).toBe(
      '走访 @组织 哪天 发现的问题：登记一次联系点走访，发现的问题有人办\n例如：走访 @机关一支部 11-18 会议记录不全',
    );
    expect(await say('陈志刚', '帮助 支部工作')).not.toContain('走访');
    expect(await say('张三', '办理 发展党员 方一鸣')).toBe(
      '“发展党员”由书记、副书记、委员和机关工委使用。\n发“办理”看看您能办什么。',
    );
    expect(await say('钱文静', 'zoufang')).toContain('您是想发“走访”吗');

    expect(await say('钱文静', '走访 @机关一支部 11-18 会议记录不全')).toBe(
      [
        '预览（还没有发出）',
        '走访，发给：机关一支部（3 人）',
        '哪天 11月18日（周三）',
        '会议记录不全',
        '期限：12月4日（周五）前',
        '请确认：内容不含涉密和内部文件',
        '[确认] [取消]',
      ].join('\n'),
    );
    expect(await say('钱文静', '确认')).toContain('走访 1：会议记录不全\n现在：答复（机关一支部）');
    expect(await say('陈志刚', '事项')).toContain('1 走访 会议记录不全 · 12月4日前');
    expect(await say('陈志刚', '回复 1')).toContain('请选办得怎样');
    expect(await say('陈志刚', '已办')).toContain('接下来：看答复（云溪市直机关工委）');
    expect(await say('钱文静', '再办 1')).toContain('接下来：答复（机关一支部）');
    expect(await say('陈志刚', '回复 1 已办 都补齐了')).toContain('已回复：走访 1');
    expect(await say('钱文静', '满意 1')).toContain('这件事办完了。');
    expect(await say('钱文静', '办理 走访 @机关二支部 昨天 没有问题')).toContain(
      '走访，发给：机关二支部（2 人）',
    );
  });

  it('and is told, with file and line, of one that cannot work; the others work on', async () => {
    await writeFile(join(folder, 'flows', '20-走访.yaml'), visit);
    await writeFile(
      join(folder, 'flows', '21-坏的.yaml'),
      visit
        .replace('id: visit', 'id: bad')
        .replace('name: 走访', 'name: 坏的')
        .replace('words: [走访]', 'words: [通知]')
        .replace('example: 走访', 'example: 通知'),
    );
    await writeFile(join(folder, 'flows', '22-又一个.yaml'), visit.replace('who: 本组织', 'who: 支委会'));
    await writeFile(join(folder, 'flows', '23-再一个.yaml'), visit);
    await writeFile(join(folder, 'flows', 'README.txt'), '说明');
    const { library, problems } = await loadLibrary(folder, commandWords);
    const lines = problems
      .filter(({ file }) => file.startsWith('flows/'))
      .map(({ file, line, what }) => `${file}:${line}  ${what}`);
    expect(lines).toEqual([
      'flows/21-坏的.yaml:3  “通知”已经是助手的命令，请换一个词。',
      expect.stringContaining('flows/22-又一个.yaml:21  没有“支委会”这个角色。'),
      'flows/23-再一个.yaml:1  id visit已经用在 flows/20-走访.yaml，请换一个。',
      'flows/README.txt:1  流程的文件名要以 .yaml 结尾。',
    ]);
    const world = await begin({ library });
    expect(await confirming(dialogue(world))('钱文静', '走访 @机关一支部 11-18 会议记录不全')).toContain(
      '走访 1',
    );
  });
});

describe('an editor changes a flow while cases run', () => {
  it('they go on as they began; new ones go the new way', async () => {
    await writeFile(join(folder, 'flows', '20-走访.yaml'), visit);
    const before = await loadLibrary(folder, commandWords);
    const world = await begin({ library: before.library });
    const say = dialogue(world);
    await confirming(say)('钱文静', '走访 @机关一支部 11-18 会议记录不全');

    // The step 看答复 is gone, and the answer is called otherwise.
    const changed = visit
      .replace('回复: { record: [办得怎样, 说明], next: 看答复 }', '回话: { record: [说明], next: 结束 }')
      .replace(/ {2}看答复:\n(?: {4,}.*\n)+/u, '');
    await writeFile(join(folder, 'flows', '20-走访.yaml'), changed);
    const after = await loadLibrary(folder, commandWords);
    expect(after.problems.filter(({ file }) => file === 'flows/20-走访.yaml')).toEqual([]);
    await world.restart({ library: after.library });

    expect(await say('陈志刚', '事项 1')).toContain('[回复] [看经过]');
    expect(await say('陈志刚', '事项 1 回复 已办')).toContain('接下来：看答复');
    expect(await say('钱文静', '事项 1 满意')).toContain('这件事办完了。');
    await confirming(say)('钱文静', '走访 @机关一支部 11-18 还缺一份');
    expect(await say('陈志刚', '事项 2')).toContain('[回话] [看经过]');
    expect(await say('陈志刚', '回话 2')).toContain('这件事办完了。');
  });

  it('also when its file is gone', async () => {
    await writeFile(join(folder, 'flows', '20-走访.yaml'), visit);
    const world = await begin({ library: (await loadLibrary(folder, commandWords)).library });
    const say = dialogue(world);
    await confirming(say)('钱文静', '走访 @机关一支部 11-18 会议记录不全');
    await rm(join(folder, 'flows', '20-走访.yaml'));
    await world.restart({ library: (await loadLibrary(folder, commandWords)).library });
    expect(await say('陈志刚', '事项 1 回复 已办')).toContain('接下来：看答复');
    expect(await say('钱文静', '走访 @机关一支部 11-18 还缺一份')).not.toContain('预览');
    expect(await say('钱文静', '事项 1 满意')).toContain('这件事办完了。');
  });
});
