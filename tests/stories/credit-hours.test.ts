import { describe, expect, it } from 'vitest';
import { stories } from '../support/stories.ts';

const begin = stories();
const it2 = it;
describe('x', () => {
  it2('prints', async () => {
    const { person, goTo } = await begin({ start: '2026-11-20 09:00' });
    const chen = person('陈志刚');
    const say = async (name: string, line: string) => console.log(`${name}> ${line}\n${await person(name).says(line)}\n`);
    await say('林晓棠', '学时');
    await say('林晓棠', '我的');
    await say('陈志刚', '记学时 集中培训 4 11-18 张三 林晓棠');
    await say('陈志刚', '记学时 集中培训 半天 11-18 全体');
    await say('陈志刚', '记学时 集中培训 4 11-18 张三');
    await say('陈志刚', '撤销');
    await say('陈志刚', '撤销');
    await say('林晓棠', '学时');
    await say('陈志刚', '学时 支部');
    await say('陈志刚', '撤学时 集中培训 11-18 林晓棠、吴刚');
    await say('陈志刚', '撤销');
    await say('钱文静', '学时 全部');
    await say('林晓棠', '学时 去年');
    await say('林晓棠', '我的数据');
    for (const line of ['记学时 集训 4 11-18 张三','记学时 集中培训 -4 11-18 张三','记学时 集中培训 0 11-18 张三','记学时 集中培训 4.3 11-18 张三','记学时 集中培训 400 11-18 张三','记学时 集中培训 9 11-18 张三','记学时 党课 半天 11-18 张三','记学时 党课 4 2026-02-30 张三','记学时 党课 4 12-25 张三','记学时 党课 4 2024-12-25 张三','记学时 党课 4 11-18 马晓峰','记学时 党课 4 11-18 张珊','记学时 党课 4 11-18 方一鸣','记学时 党课 4 11-18 @机关二支部','记学时 党课 4 11-18 #青年','记学时 党课 4 11-18','记学时 集中培训 3天 11-16至18 全体除张三、吴刚','记学时 党课 2小时 昨天 班子 张三','记学时 党课 4 11-20至11-18 张三','记学时 党课 4 大前天 张三','学时 abc', '学时 全部','记学时 测试 1 11-18 张三 非理论', '撤学时 党课 11-10 张三','撤学时 测试 11-18 全体', '记学时'])
      await say('陈志刚', line);
    await say('钱文静', '记学时 集中培训 8 11-11 书记');
    await say('陈志刚', '撤学时 集中培训 11-11 陈志刚');
    await say('方一鸣', '学时');
    await say('吴刚', '学时');
    await say('吴刚', '我的');
  });
});
