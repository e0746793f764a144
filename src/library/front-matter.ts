import { errorAt, type Checked } from './problem.ts';

/** A Markdown file taken apart: the YAML between two lines of `---`, and the text after them. */
export interface FrontMatter {
  readonly yaml: string;
  /** The line on which the YAML begins, from 1. */
  readonly yamlLine: number;
  readonly body: string;
  /** The line on which the body begins, from 1. */
  readonly bodyLine: number;
}

export function splitFrontMatter(text: string): Checked<FrontMatter> {
  const lines = text.split('\n');
  if (!isFence(lines[0] ?? '')) {
    const what = '第一行应当是三个减号 ---，下面写 id、title 等项，再用一行 --- 结束。';
    return { problems: [errorAt(1, what)] };
  }

  const end = lines.findIndex((line, index) => index > 0 && isFence(line));
  if (end === -1) {
    return { problems: [errorAt(1, '开头的说明没有结束：写完各项后，请单独写一行三个减号 ---。')] };
  }

  return {
    value: {
      yaml: lines.slice(1, end).join('\n'),
      yamlLine: 2,
      body: lines.slice(end + 1).join('\n'),
      bodyLine: end + 2,
    },
  };
}

function isFence(line: string): boolean {
  return /^-{3,}\s*$/.test(line);
}
