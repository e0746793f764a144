/** What a part of a line is about. */
export type Label = 'answer' | 'because' | 'source' | 'tags' | 'type' | 'ignored';

export interface LabelledPart {
  /** Absent for what stands before the first label. */
  readonly label?: Label;
  readonly text: string;
}

/** Takes a line such as `【答案】B【解析】每季度一次。【出处】条例第十一条` apart. */
export function splitLabels(line: string): LabelledPart[] {
  const found = [...line.matchAll(labelled)].filter(
    ({ index, groups }) => groups?.bracketed !== undefined || standsFree(line.slice(0, index)),
  );
  const before = line.slice(0, found[0]?.index ?? line.length).trim();
  const parts = found.map((match, place) => {
    const name = match.groups?.bracketed ?? match.groups?.plain ?? '';
    const text = line.slice(match.index + match[0].length, found[place + 1]?.index ?? line.length);
    return { label: labelOf(name), text: text.trim() };
  });
  return before === '' && parts.length > 0 ? parts : [{ text: before }, ...parts];
}

const labels: readonly { readonly label: Label; readonly names: string }[] = [
  { label: 'because', names: '答案解析|试题解析|题目解析|解析|详解|解释' },
  { label: 'answer', names: '正确答案|参考答案|标准答案|本题答案|答案' },
  { label: 'source', names: '题目出处|出处|法规依据|政策依据|条文依据|依据|来源' },
  { label: 'tags', names: '标签|分类' },
  { label: 'type', names: '题目类型|试题类型|题型' },
  { label: 'ignored', names: '难易程度|难度系数|难度|分值|分数|考点|知识点|题号' },
];

const names = labels.map((kind) => kind.names).join('|');

/** In brackets, or before a colon; 答案 at the beginning of a line also without one: `答案 B`. */
const labelled = new RegExp(
  `[【\\[](?<bracketed>${names})(?:[】\\]]\\s*[:：]?|[:：]\\s*(?=[^】\\]]*[】\\]]))|(?<plain>${names})(?:\\s*[:：]|(?<=^\\s*(?:正确|参考|标准)?答案)(?:\\s+(?=[A-HＡ-Ｈ√×✓✗对错])|(?=[A-HＡ-Ｈ√×✓✗])|\\s*$))`,
  'gu',
);

/** In the middle of a sentence such as `以此为依据：` the word is no label. */
function standsFree(before: string): boolean {
  return /(?:^|[\s。；;)）】\]！!？?]|[:：]\s*[A-HＡ-Ｈ√×✓✗对错]+[,，]?)$/u.test(before);
}

function labelOf(name: string): Label {
  return labels.find((kind) => kind.names.split('|').includes(name))?.label ?? 'ignored';
}
