import type { DutyInForce, LocalWord } from '../library/duty-standard.ts';
import type { DutyStrength } from '../library/duty-rules.ts';
import { paceWords } from '../library/duty-words.ts';

/** 依据: where a duty stands, what it says in short, and how strong its word is. */
export function basisText(duty: DutyInForce): string {
  const { rule, numberFrom, besides } = duty;
  return [
    `${rule.title}（${rule.scope.join('、')}）`,
    rule.says,
    `依据：${rule.source}，${rule.from} 起`,
    numberFrom === undefined ? `多久：${paceWords(rule)}` : localNumber(duty, numberFrom),
    `轻重：${strengthWords[rule.strength]}`,
    ...(rule.keep === undefined ? [] : [`留下：${rule.keep}`]),
    ...besides.slice(0, mostBesides).map(besideLine),
  ].join('\n');
}

const mostBesides = 3;

function localNumber({ rule }: DutyInForce, { preset, change }: LocalWord): string {
  return `多久：${paceWords(rule)}。这个数来自${preset.name}：${change.source ?? preset.source}`;
}

function besideLine({ preset, change }: LocalWord): string {
  return `${preset.name}：${change.says ?? `也是${paceWords(change)}`}`;
}

/** What the word of the rule means for whoever has to do it. */
const strengthWords: Readonly<Record<DutyStrength, string>> = {
  应当: '写的是“应当”，要做到',
  至少: '写的是“至少”，可以多，不能少',
  一般: '写的是“一般”，有特殊情况可以另行安排',
  定期: '写的是“定期”或“按期”，没有写次数，由本单位定',
  及时: '写的是“及时”，没有写期限',
  惯例: '没有条文，是习惯的做法',
};
