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
    ({ index, groups }) => groups?.plain === undefined || standsFree(line.slice(0, index)),
  );
  const before = line.slice(0, found[0]?.index ?? line.length).trim();
  const parts = found.map(({ index, groups, 0: mark }, place) => {
    const text = line.slice(index + mark.length, found[place + 1]?.index ?? line.length).trim();
    const name =
      groups?.bracketed ??
      groups?.opened ??
      groups?.plain ??
      groups?.leading ??
      (groups?.short === undefined ? '' : '答案');
    return { label: labelOf(name), text: groups?.opened === undefined ? text : text.replace(closing, '') };
  });
  return before === '' && parts.length > 0 ? parts : [{ text: before }, ...parts];
}

const labels: readonly { readonly label: Label; readonly names: string }[] = [
  { label: 'because', names: '答案解析|试题解析|题目解析|解析|详解|解释' },
  { label: 'answer', names: '正确答案|参考答案|标准答案|本题答案|答案选项|正确选项|答案' },
  { label: 'source', names: '题目出处|出处|法规依据|政策依据|条文依据|依据|来源' },
  { label: 'tags', names: '标签|分类' },
  { label: 'type', names: '题目类型|试题类型|题型' },
  {
    label: 'ignored',
    names: '难易程度|难度系数|难易度|难度|分值|分数|考点|知识点|题号|试题编号|题目编号|所属章节|章节',
  },
];

const names = labels.map((kind) => kind.names).join('|');

/** `【答案】B`, `（答案：B）`, `答案：B`, and at the beginning of a line also `答案 B` and `答：B`. */
const labelled = new RegExp(
  [
    `[【\\[](?<bracketed>${names})[】\\]]\\s*[:：]?`,
    `[【\\[(（](?<opened>${names})\\s*[:：]`,
    `(?<plain>${names})\\s*[:：]`,
    '^(?<short>答)\\s*[:：]',
    `^(?<leading>(?:正确|参考|标准)?答案)(?=\\s*(?:[A-HＡ-Ｈ√×✓✗]|$)|\\s+[对错正])`,
  ].join('|'),
  'gu',
);
const closing = /[】\])）]$/u;

/** In the middle of a sentence such as `以此为依据：` the word is no label. */
function standsFree(before: string): boolean {
  return /(?:^|[\s。；;)）】\]？?]|[】\]:：]\s*[A-HＡ-Ｈ√×✓✗对错]+[,，、]?)$/u.test(before);
}

function labelOf(name: string): Label {
  return labels.find((kind) => kind.names.split('|').includes(name))?.label ?? 'ignored';
}
