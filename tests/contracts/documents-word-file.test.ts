import { describe, expect, it } from 'vitest';
import { wordFile } from '../../src/documents/word-file.ts';
import { wordText } from '../support/word-text.ts';

describe('a Word file', () => {
  it('holds everything the document says, in its order', async () => {
    const bytes = await wordFile({
      title: '党员大会记录',
      standing: '草稿',
      blocks: [
        { kind: 'table', shares: [1, 2], rows: [['时间', '15:00']] },
        { kind: 'heading', text: '一、议题' },
        { kind: 'list', entries: ['学习', '研究'] },
        { kind: 'paragraph', text: '大家讨论了。' },
        {
          kind: 'table',
          head: ['事项', '同意'],
          shares: [3, 1],
          rows: [
            ['预算', '10'],
            ['计划', '9'],
          ],
        },
        { kind: 'signatures', labels: ['主持人'] },
      ],
    });
    expect(wordText(bytes)).toEqual([
      '党员大会记录',
      '时间',
      '15:00',
      '一、议题',
      '1. 学习',
      '2. 研究',
      '大家讨论了。',
      '事项',
      '同意',
      '预算',
      '10',
      '计划',
      '9',
      '主持人（签字）：',
    ]);
  });

  it('bears whatever people type: marks of XML, emoji, halves of them, signs nobody sees', async () => {
    const text = '<w:t>&amp;"\'😀\ud83d\u0000\u0008\u200b=1+1';
    const bytes = await wordFile({ title: text, standing: text, blocks: [{ kind: 'paragraph', text }] });
    expect(wordText(bytes)).toEqual(['<w:t>&amp;"\'😀\ufffd\u200b=1+1', '<w:t>&amp;"\'😀\ufffd\u200b=1+1']);
  });
});
