import { Refusal } from '../errors.ts';
import { quoted } from '../wording/quoted.ts';
import type { NoticeQuestion } from './notice-question.ts';

/**
 * Takes the questions off the end of a notice: `问：能参加吗？能/不能/还不定` has choices, `问：几个人来` asks
 * for a short text. Throws a Refusal that shows how a question is written.
 */
export function readQuestions(typed: string): {
  readonly text: string;
  readonly questions: readonly NoticeQuestion[];
} {
  const [text = '', ...asked] = typed.split(/(?:^|\s)问(?:题)?\d?\s*[:：]/u);
  if (asked.length > mostQuestions) {
    throw new Refusal(
      `一条通知最多带 ${mostQuestions} 个问题，这里有 ${asked.length} 个。要问得多，请发匿名测评。`,
    );
  }
  return { text: text.trim(), questions: asked.map((words) => readQuestion(words.trim())) };
}

const mostQuestions = 3;
/** In characters: with its number it is the title of a card. */
const longestAsk = 30;
/** In characters: a button holds no more (protocol §4.3). */
const longestChoice = 8;
/** In one line under a thumb. */
const mostChoices = 4;

const example = '例如：问：能参加吗？能/不能/还不定';

function readQuestion(words: string): NoticeQuestion {
  const inBrackets = withBrackets.exec(words)?.groups;
  const { ask = words, listed = '' } =
    inBrackets ?? (withMark.exec(words) ?? withBlank.exec(words))?.groups ?? {};
  const choices = listed
    .split(inBrackets === undefined ? /\s*[/／|｜]\s*/u : /\s*[/／|｜、，,]\s*/u)
    .map((choice) => choice.trim())
    .filter((choice) => choice !== '');
  if (ask.trim() === '') throw new Refusal(`“问：”后面还缺问题。${example}`);
  if ([...ask.trim()].length > longestAsk) {
    throw new Refusal(`问题${quoted(ask.trim())}太长了，最多 ${longestAsk} 个字。${example}`);
  }
  checkSubject(ask);
  checkChoices(choices);
  return { ask: ask.trim(), choices };
}

/** 能参加吗（能、不能） */
const withBrackets = /^(?<ask>[^(（]+?)\s*[(（](?<listed>[^)）]*[/／|｜、，,][^)）]*)[)）]\s*[?？]?$/su;
/** The choices stand behind the question mark, else behind a blank when there is a slash between them. */
const withMark = /^(?<ask>[^?？]*[?？])\s*(?<listed>.*)$/su;
const withBlank = /^(?<ask>.+?)\s+(?<listed>\S.*[/／|｜].*)$/su;

function checkChoices(choices: readonly string[]): void {
  const [only] = choices;
  if (choices.length === 1) {
    throw new Refusal(
      `只有一个选项${quoted(only ?? '')}。请写 2 到 ${mostChoices} 个，用 / 隔开。${example}`,
    );
  }
  if (choices.length > mostChoices) {
    throw new Refusal(`选项最多 ${mostChoices} 个，这里有 ${choices.length} 个。${example}`);
  }
  const long = choices.find((choice) => [...choice].length > longestChoice);
  if (long !== undefined)
    throw new Refusal(`选项${quoted(long)}太长了，最多 ${longestChoice} 个字。${example}`);
  const twice = choices.find((choice, index) => choices.indexOf(choice) !== index);
  if (twice !== undefined) throw new Refusal(`选项${quoted(twice)}写了两次。${example}`);
}

/** Opinions about persons belong into an anonymous survey if anywhere (domain §11.4). */
function checkSubject(ask: string): void {
  const aboutPersons =
    /(?:评价|评议|测评|评分|打分|投票|推荐|选举|(?:有什么|有何|的)(?:意见|看法)).{0,12}(?:同志|书记|委员|领导|干部|谁|哪位)|(?:同志|书记|委员|领导|干部|谁|哪位).{0,12}(?:评价|评议|测评|评分|打分|投票|推荐|称职|合格|优秀|意见|看法)/u;
  if (!aboutPersons.test(ask)) return;
  throw new Refusal(
    `${quoted(ask.trim())}像是在评人。通知里的问题记名，不能评价人、推荐人或者投票。请改成问事情的，${example}`,
  );
}
