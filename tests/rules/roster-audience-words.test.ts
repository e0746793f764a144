import { describe, expect, it } from 'vitest';
import { audienceAtStart } from '../../src/roster/audience-words.ts';

describe('who is meant, at the beginning of a line', () => {
  it.each([
    ['全体 周五前交', '全体'],
    ['@机关党委,#青年 除 @机关一支部 明天开会', '@机关党委,#青年 除 @机关一支部'],
    ['@机关党委, #青年 内容', '@机关党委, #青年'],
    ['@A1 + @A2 内容', '@A1 + @A2'],
    ['全体除书记 内容', '全体除书记'],
    ['全体 除了@A1、#青年 外 内容', '全体 除了@A1、#青年 外'],
    ['全体 除 张三 内容', '全体 除 张三'],
    ['书记 除 @A 除 @B 内容', '书记 除 @A 除 @B'],
    ['＠机关一支部，＃青年　内容', '＠机关一支部，＃青年'],
  ])('%s', (line, words) => {
    expect(audienceAtStart(line)).toBe(words);
  });

  it.each([
    ['全体 除夕放假通知', '全体'],
    ['全体 除书记外都要参加', '全体'],
    ['全体 、一、二', '全体 、一、二'],
    ['除 @A1 内容', ''],
    ['，，', ''],
  ])('and where a text begins like one: %s', (line, words) => {
    expect(audienceAtStart(line)).toBe(words);
  });

  it('takes no time with ten thousand characters', () => {
    const before = performance.now();
    for (const line of [
      '除'.repeat(10_000),
      '@a,'.repeat(5000),
      `全体${' '.repeat(10_000)}x`,
      '除 '.repeat(5000),
    ]) {
      audienceAtStart(line);
    }
    expect(performance.now() - before).toBeLessThan(1000);
  });
});
