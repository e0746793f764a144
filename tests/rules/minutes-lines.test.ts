import { describe, expect, it } from 'vitest';
import { readMinutesRequest } from '../../src/minutes/minutes-request.ts';
import { readTaskLine } from '../../src/minutes/read-task-line.ts';
import { readVote } from '../../src/minutes/read-vote.ts';
import { localDate } from '../../src/time/local-date.ts';

const today = localDate(2026, 11, 25);

describe('what follows 纪要', () => {
  it.each([
    ['7', 7, 'overview'],
    ['', undefined, 'overview'],
    ['７ 导出', 7, 'export'],
    ['7导出', 7, 'export'],
    ['7号 全文', 7, 'whole'],
    ['7 撤回上一段', 7, 'takeBack'],
    ['撤回', undefined, 'takeBack'],
  ])('%j', (said, number, kind) => {
    expect(readMinutesRequest(said)).toEqual({ number, wish: { kind } });
  });

  it.each([
    ['7 决议：通过预算', 7, '决议：通过预算'],
    ['7决议：通过预算', 7, '决议：通过预算'],
    ['决议：通过预算', undefined, '决议：通过预算'],
    ['7 12月1日前交报告', 7, '12月1日前交报告'],
    ['11月25日，大家讨论了', undefined, '11月25日，大家讨论了'],
    ['15:00 开会', undefined, '15:00 开会'],
    ['2026-11-25 开会', undefined, '2026-11-25 开会'],
    ['1、学习', undefined, '1、学习'],
    ['12人到会', undefined, '12人到会'],
    ['7 导出预算表', 7, '导出预算表'],
    ['7\n决议：\n通过', 7, '决议：\n通过'],
  ])('%j is written', (said, number, text) => {
    expect(readMinutesRequest(said)).toEqual({ number, wish: { kind: 'write', text } });
  });
});

describe('a line of tasks', () => {
  it.each([
    ['张三 12-01前 交报告', ['张三'], 12, 1, '交报告'],
    ['张三，12月1日前，交学习报告', ['张三'], 12, 1, '交学习报告'],
    ['张三 交学习报告 12-01前', ['张三'], 12, 1, '交学习报告'],
    ['张三、周琪 月底前 各交一份 小结', ['张三', '周琪'], 11, 30, '各交一份 小结'],
    ['zhang.san 明天 打电话', ['zhang.san'], 11, 26, '打电话'],
  ])('%j', (line, names, month, day, text) => {
    expect(readTaskLine(line, today)).toEqual({
      kind: 'task',
      names,
      due: localDate(2026, month, day),
      text,
    });
  });

  it.each([
    ['各小组交小结', '没有写清期限'],
    ['张三 交报告', '没有写清期限'],
    ['张三 12-01前', '没有写做什么'],
    ['张三 02-30 交报告', '日历上没有 02-30 这一天'],
    ['张三 11-20 交报告', '期限已经过了'],
    ['😀', '没有写清期限'],
    ['', '没有写清期限'],
  ])('%j is given to nobody: %s', (line, why) => {
    expect(readTaskLine(line, today)).toEqual({ kind: 'unclear', why });
  });
});

describe('a vote in minutes', () => {
  it.each([
    ['接收张三为预备党员：同意 10 票，反对 0 票，弃权 1 票，通过', '接收张三为预备党员', 10, 0, 1, '通过'],
    ['预算 赞成11人 反对1人', '预算', 11, 1, 0, ''],
    ['同意12', '', 12, 0, 0, ''],
    ['转正（同意：９；不同意：２；弃权：１）。', '转正', 9, 2, 1, ''],
  ])('%j', (line, item, yes, no, abstain, note) => {
    expect(readVote(line)).toEqual({ item, yes, no, abstain, note });
  });

  it.each(['一致通过', '同意', '大家同意张三的意见', '反对 3'])('is none: %j', (line) => {
    expect(readVote(line)).toBeUndefined();
  });
});
