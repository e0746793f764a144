/** A vote as it stands in minutes: the paper ballots of the room, counted by its tellers, never by us. */
export interface RecordedVote {
  readonly item: string;
  readonly yes: number;
  readonly no: number;
  readonly abstain: number;
  /** What was written behind the numbers. */
  readonly note: string;
}

/** `接收张三为预备党员：同意 10 票，反对 0 票，弃权 1 票，通过`; `undefined` for what is no such line. */
export function readVote(line: string): RecordedVote | undefined {
  const found = grammar.exec(line.replaceAll(/[０-９]/gu, (digit) => digit.normalize('NFKC')))?.groups;
  if (found === undefined) return undefined;
  const { item = '', yes, no = '0', abstain = '0', note = '' } = found;
  return {
    item: item.replace(separators, ''),
    yes: Number(yes),
    no: Number(no),
    abstain: Number(abstain),
    note: note.replace(/^[\s,，;；。、)）]+|[\s。)）]+$/gu, ''),
  };
}

const separators = /[\s:：,，;；、(（]+$/u;
const count = (name: string): string => String.raw`\s*[:：]?\s*(?<${name}>\d{1,5})\s*[票人]?[\s,，;；、]*`;
const grammar = new RegExp(
  String.raw`^(?<item>.*?)(?:同意|赞成)${count('yes')}(?:(?:反对|不同意|不赞成)${count('no')})?(?:弃权${count('abstain')})?(?<note>.*)$`,
  'su',
);
