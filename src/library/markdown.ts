import { errorAt, type ProblemInFile } from './problem.ts';

/**
 * What WeCom's application messages show (protocol §4.2.1): headings, bold, links, code in a line,
 * quotes and three font colours. Everything else appears as raw signs on the phone.
 */
export function unsupportedMarkdown(body: string, firstLine: number): ProblemInFile[] {
  return body.split('\n').flatMap((line, index) => {
    const broken = line.length > longestParagraph ? [tooLong] : rules.filter((rule) => rule.applies(line));
    return broken.map((rule) => errorAt(firstLine + index, rule.what));
  });
}

/** The text without its marks, as a card or a search result shows it. */
export function plainText(body: string): string {
  return body
    .split('\n')
    .map((line) =>
      line
        .replace(/^\s*(?:#{1,6}|>+)\s+/, '')
        .replaceAll(/\[([^\]]*)\]\([^)]*\)/g, '$1')
        .replaceAll(/\*\*|`|<\/?font[^>]*>/g, '')
        .trim(),
    )
    .join('\n')
    .replaceAll(/\n{2,}/g, '\n')
    .trim();
}

interface MarkdownRule {
  readonly what: string;
  applies(line: string): boolean;
}

/** Nobody reads a longer one on a phone, and some rules take time that grows with its square. */
const longestParagraph = 2000;
const tooLong = { what: `一段最多 ${longestParagraph} 个字，请分段。` };

const matching = (pattern: RegExp) => (line: string) => pattern.test(line);

const rules: readonly MarkdownRule[] = [
  { what: '手机上不显示列表，请把“- ”改成“1、”或者另起一段。', applies: matching(/^\s*[-*+•]\s/) },
  { what: '手机上不显示列表，请把“1. ”改成“1、”。', applies: matching(/^\s*\d+[.)]\s/) },
  { what: '手机上不显示表格，请改成几行文字。', applies: matching(/^\s*\||\|\s*:?-{2,}/) },
  { what: '手机上不显示横线，请空一行。', applies: matching(/^\s*([-*_=])(?:\s*\1){2,}\s*$/) },
  { what: '手机上不显示图片，请去掉。', applies: matching(/!\[[^\]]*\]\(/) },
  { what: '手机上不显示代码块，请去掉 ```。', applies: matching(/^\s*(?:```|~~~)/) },
  { what: '手机上不显示删除线，请去掉 ~~。', applies: matching(/~~\S/) },
  { what: '标题的 # 后面要空一格。', applies: matching(/^#{1,6}[^#\s]/) },
  { what: '标题最多用六个 #。', applies: matching(/^#{7,}/) },
  { what: '加粗的两边都要写两个星号 **。', applies: (line) => isOdd(line.replaceAll(/\*{3,}/g, ''), '**') },
  {
    what: '手机上不显示斜体，请去掉单个的 * 或 _，或者改成 **加粗**。',
    applies: (line) =>
      /(?:^|[^*\w])([*_])[^\s*_](?:[^*_]*[^\s*_])?\1(?![*\w])/.test(line.replaceAll('**', '')),
  },
  { what: '反引号 ` 要成对写在同一行。', applies: (line) => isOdd(line.replaceAll('```', ''), '`') },
  {
    what: '链接要写成 [文字](https://网址)。',
    applies: (line) =>
      [...line.matchAll(/(?<!!)\[[^\]]*\]\(([^)]*)\)/g)].some(([, url = '']) => !isWebAddress(url)),
  },
  {
    what: '除了 <font color="info">、comment、warning 三种颜色，请不要用尖括号。',
    applies: (line) =>
      /<[A-Za-z/!@]/.test(line.replaceAll(/<font color="(?:info|comment|warning)">|<\/font>/g, '')),
  },
  // The sign that decoders put in place of what they could not read.
  { what: '这一行有乱码，请重新输入。', applies: matching(/\uFFFD/) },
];

function isOdd(line: string, mark: string): boolean {
  return line.split(mark).length % 2 === 0;
}

function isWebAddress(text: string): boolean {
  return /^https?:\/\/[^\s/]/.test(text);
}
