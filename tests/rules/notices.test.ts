import { describe, expect, it } from 'vitest';
import { Refusal } from '../../src/errors.ts';
import { receiptFigures, type ReceiptState } from '../../src/notices/receipt.ts';
import { figureLines } from '../../src/notices/figure-lines.ts';
import { refuseMarkedText } from '../../src/notices/secrecy-marks.ts';
import { localDate } from '../../src/time/local-date.ts';

describe('texts with marks of classified or internal papers', () => {
  it.each([
    '秘密★ 关于某事的通知',
    '机密',
    '这是绝密材料',
    'ＸＸ内部资料，请查收',
    '内部文件，注意保存',
    '属于国家秘密',
    '涉及工作秘密的材料',
    '本件不得外传',
    '严禁外传',
  ])('refuses %j and names the mark', (text) => {
    expect(() => refuseMarkedText(text)).toThrow(Refusal);
  });

  it.each([
    '周五前完成年度党费公示，回复收到',
    '请确认内容不含涉密和内部文件',
    '下周开展保密教育，请准时参加',
    '密切联系群众',
    '注意保暖',
  ])('lets %j pass', (text) => {
    expect(() => refuseMarkedText(text)).not.toThrow();
  });
});

describe('receipts', () => {
  const states: ReceiptState[] = [
    { kind: 'confirmed', at: { date: localDate(2026, 11, 20), minute: 600 } },
    { kind: 'sent' },
    { kind: 'sent' },
    { kind: 'accepted' },
    { kind: 'unreachable', reason: '不在可见范围' },
    { kind: 'unreachable', reason: '账号停用' },
    { kind: 'unreachable', reason: '不在可见范围' },
  ];
  it('add up to all recipients', () => {
    const { total, confirmed, unconfirmed, waiting, unreachable } = receiptFigures(states);
    const missed = [...unreachable.values()].reduce((sum, count) => sum + count, 0);
    expect(confirmed + unconfirmed + waiting + missed).toBe(total);
    expect(total).toBe(states.length);
  });

  it('are shown with denominator and reasons', () => {
    expect(figureLines(receiptFigures(states))).toEqual([
      '已确认 1/7',
      '未确认 2',
      '正在发送或到时间再送 1',
      '未送达 3：不在可见范围 2，账号停用 1',
    ]);
  });
});
