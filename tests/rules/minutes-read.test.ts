import { describe, expect, it } from 'vitest';
import { minutesContent, readMinutesPiece } from '../../src/minutes/read-minutes.ts';

/** `heading text` a line. */
function read(text: string): readonly string[] {
  return readMinutesPiece(text).lines.map((line) => `${line.heading} ${line.text}`);
}

describe('a piece of minutes', () => {
  it.each([
    ['支委会报告了前三季度工作。', ['course 支委会报告了前三季度工作。']],
    ['主持人：陈志刚', ['chair 陈志刚']],
    ['主持人:陈志刚', ['chair 陈志刚']],
    ['主 持 人 ： 陈志刚', ['chair 陈志刚']],
    ['一、主持：陈志刚', ['chair 陈志刚']],
    ['【决议】\n1. 通过预算\n2、通过计划', ['resolutions 通过预算', 'resolutions 通过计划']],
    [
      '决议\n（一）通过预算\n① 通过计划\n- 通过方案',
      ['resolutions 通过预算', 'resolutions 通过计划', 'resolutions 通过方案'],
    ],
    ['【决议】：通过预算', ['resolutions 通过预算']],
    ['议题一：学习；议题二：研究', ['agenda 学习；议题二：研究']],
    ['议题一：学习\n议题2：研究', ['agenda 学习', 'agenda 研究']],
    ['会议强调：要抓实', ['course 会议强调：要抓实']],
    ['会上，决议：无', ['course 会上，决议：无']],
    ['决议：1.5 万元用于培训', ['resolutions 1.5 万元用于培训']],
    ['会议情况：\n3. 大家讨论', ['course 3. 大家讨论']],
    ['', []],
    ['决议：', []],
    ['\u2028\n \r\n', []],
  ])('%j', (text, lines) => {
    expect(read(text)).toEqual(lines);
  });

  it('takes single values and tasks among other lines for lines of their own', () => {
    expect(read('决议：\n通过预算\n任务：张三 12-01前 交报告\n通过计划')).toEqual([
      'resolutions 通过预算',
      'tasks 张三 12-01前 交报告',
      'resolutions 通过计划',
    ]);
    expect(read('主持人：陈志刚\n大家讨论了预算')).toEqual(['chair 陈志刚', 'course 大家讨论了预算']);
    expect(read('任务：\n张三 12-01前 交报告\n李四 交表')).toEqual([
      'tasks 张三 12-01前 交报告',
      'tasks 李四 交表',
    ]);
    expect(read('主题\n不忘初心\n大家讨论了预算')).toEqual(['theme 不忘初心', 'course 大家讨论了预算']);
  });

  it('passes over what the meeting and its roll tell', () => {
    const { lines, passedOver } = readMinutesPiece('时间：11月25日\n地点：308\n应到：13人\n记录人：何雨晴');
    expect(lines).toEqual([{ heading: 'recorder', text: '何雨晴' }]);
    expect(passedOver).toEqual(['时间', '地点', '应到']);
  });
});

describe('the minutes of several messages', () => {
  it('are put together under their headings; of single values the latest holds', () => {
    const content = minutesContent([
      '主持人：陈志刚\n决议：\n通过预算',
      '接着讨论',
      '决议：通过计划\n主持人：何雨晴',
    ]);
    expect(Object.fromEntries(content)).toEqual({
      chair: ['何雨晴'],
      resolutions: ['通过预算', '通过计划'],
      course: ['接着讨论'],
    });
  });
});
