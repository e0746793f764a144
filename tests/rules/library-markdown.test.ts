import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { plainText, unsupportedMarkdown } from '../../src/library/markdown.ts';
import { lengthOf, longestSummary, summarise } from '../../src/library/summary.ts';

describe('Markdown that phones show', () => {
  it.each([
    '# 标题',
    '###### 小标题',
    '**加粗**，然后 **再加粗**。',
    '> 引用一句',
    '[官方网站](https://www.12371.cn/a_b_c)',
    '发“`签到`”',
    '<font color="warning">提醒</font>',
    '1、第一 2、第二',
    '2.5 小时，3*4=12，5 * 6',
    '比例 0.5%～2%，A < B，a_b_c 和 snake_case',
    '2026-11-20 - 周五',
    '#',
    '',
  ])('is let through: %j', (line) => {
    expect(unsupportedMarkdown(line, 1)).toEqual([]);
  });

  it.each([
    ['- 一', '列表'],
    ['  * 一', '列表'],
    ['• 一', '列表'],
    ['1. 一', '列表'],
    ['| 一 | 二 |', '表格'],
    ['---', '横线'],
    ['***', '横线'],
    ['![图](https://a.cn/b.png)', '图片'],
    ['```js', '代码块'],
    ['~~删~~', '删除线'],
    ['#标题', '# 后面要空一格'],
    ['**没有结束', '两个星号'],
    ['这是*斜体*字', '斜体'],
    ['_斜体_', '斜体'],
    ['`没有结束', '反引号'],
    ['[点这里](javascript:alert(1))', '链接'],
    ['[点这里](www.12371.cn)', '链接'],
    ['<b>粗</b>', '尖括号'],
    ['<font color="red">红</font>', '尖括号'],
    ['<!-- 注释 -->', '尖括号'],
    ['<@zhangsan>', '尖括号'],
    ['乱\uFFFD码', '乱码'],
  ])('is not %j, and the editor is told once, about %s', (line, word) => {
    const problems = unsupportedMarkdown(`第一行\n${line}`, 7);
    expect(problems).toHaveLength(1);
    expect(problems[0]).toMatchObject({ line: 8, weight: 'error' });
    expect(problems[0]?.what).toContain(word);
  });

  it('is no paragraph without an end', () => {
    expect(unsupportedMarkdown('['.repeat(250_000), 1)).toEqual([
      { line: 1, what: '一段最多 2000 个字，请分段。', weight: 'error' },
    ]);
  });
});

describe('plain text', () => {
  it('has no marks and no empty lines', () => {
    const body =
      '# 标题\n\n**重点**：见[网站](https://a.cn)。\n\n> 引用\n\n发 `签到`，<font color="info">绿</font>。\n';
    expect(plainText(body)).toBe('标题\n重点：见网站。\n引用\n发 签到，绿。');
  });
});

describe('a summary', () => {
  it('is what stands before the first heading', () => {
    expect(summarise('第一段。\n第二段，**重点**。\n\n**小标题**\n第三段。')).toBe(
      '第一段。\n第二段，重点。',
    );
    expect(summarise('# 标题\n\n第一段。\n## 又一个\n第二段。')).toBe('第一段。');
  });

  it('takes whole paragraphs as long as they fit', () => {
    const paragraphs = ['一'.repeat(70), '二'.repeat(70), '三'.repeat(70)];
    expect(summarise(paragraphs.join('\n\n'))).toBe(`${'一'.repeat(70)}\n${'二'.repeat(70)}`);
  });

  it('cuts a first paragraph that is too long, visibly and never inside a character', () => {
    const summary = summarise('𠮷'.repeat(200));
    expect(summary).toBe(`${'𠮷'.repeat(149)}…`);
  });

  it('does not end by announcing what is not there', () => {
    expect(summarise(`第一段。\n分三步：\n${'步'.repeat(150)}`)).toBe('第一段。');
  });

  it('is never longer than a card takes', () => {
    const piece = fc.constantFrom('字', '**', '\n', '# ', '：', '𠮷', '长'.repeat(60), '> ');
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 40 }), (pieces) => {
        expect(lengthOf(summarise(pieces.join('')))).toBeLessThanOrEqual(longestSummary);
      }),
    );
  });
});
