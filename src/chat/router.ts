import { Refusal } from '../errors.ts';
import { quoted } from '../wording/quoted.ts';
import { isMarkedAudience } from '../roster/audience-words.ts';
import { argumentForms, type ArgumentForm } from './arguments.ts';
import { assignWords } from './assign-words.ts';
import type { Command } from './command.ts';
import { normalise } from './normalise.ts';

/** A line that was understood: which command, and its arguments, checked. */
export interface Resolved {
  readonly command: Command;
  readonly args: Readonly<Record<string, unknown>>;
}

export interface Router {
  /**
   * Finds the command a line stands for; `undefined` when no command fits.
   * Throws a `Refusal` that shows how to say it when the command is clear but its arguments are not.
   */
  resolve(line: string): Resolved | undefined;
  /** The command whose word a line begins with, whatever follows. */
  commandOf(line: string): Command | undefined;
  /** The commands with exactly this name or alias. */
  named(name: string): readonly Command[];
}

/**
 * Commands may share their words when they are told apart by what follows: 通知 lists, 通知 全体 … sends.
 * They are tried in the order given. Throws when a word belongs to commands of different names.
 */
export function createRouter(commands: readonly Command[]): Router {
  const byName = new Map<string, Command[]>();
  for (const command of commands) {
    for (const name of command.names.map(normalise)) {
      const others = byName.get(name) ?? [];
      const stranger = others.find((other) => other.names[0] !== command.names[0]);
      if (stranger) throw new Error(`${stranger.names[0]} and ${command.names[0]} are both called ${name}`);
      byName.set(name, [...others, command]);
    }
  }
  const longestFirst = [...byName.keys()].toSorted((a, b) => b.length - a.length);

  return {
    commandOf: (line) => byName.get(nameAtStart(normalise(line)) ?? '')?.[0],
    named: (name) => byName.get(normalise(name)) ?? byName.get(lettersOf(normalise(name))) ?? [],
    resolve(line) {
      const normal = normalise(line);
      const whole = byName.get(normal) ?? byName.get(lettersOf(normal));
      if (whole) return firstFitting(whole, '');

      const name = nameAtStart(normal);
      if (name === undefined) return undefined;
      const rest = restAfter(name, line);
      try {
        return firstFitting(byName.get(name) ?? [], rest);
      } catch (error) {
        // 签到表在哪 is no 签到 with a strange code: without a blank, only arguments that fit count.
        if (error instanceof Refusal && !/^\s/u.test(rest)) return undefined;
        throw error;
      }
    },
  };

  function nameAtStart(normal: string): string | undefined {
    return longestFirst.find((candidate) => normal.startsWith(candidate));
  }
}

/** 收到。 and 收 到 are 收到. */
function lettersOf(normal: string): string {
  return normal.replaceAll(/[\s\p{P}\p{S}]/gu, '');
}

/** When none fits, the person hears of the one that most was right of; of the last among equals. */
function firstFitting(commands: readonly Command[], rest: string): Resolved {
  let nearest: Misfit | undefined;
  for (const command of commands) {
    const reading = read(command, rest);
    if ('args' in reading) return { command, args: reading.args };
    if (nearest === undefined || reading.right >= nearest.right) nearest = reading;
  }
  const choices = nearest?.right === 0 ? fixedWordsText(commands, rest) : undefined;
  throw new Refusal(choices ?? nearest?.reason ?? '没有看懂。');
}

/** What to say when one word tells all these commands apart, and what follows is none of those words. */
function fixedWordsText(commands: readonly Command[], rest: string): string | undefined {
  const [said = ''] = rest.trim().split(/\s/u);
  const withArguments = commands.filter(({ args }) => argumentForms(args).length > 0);
  const words = withArguments.map(({ args }) => argumentForms(args)[0]?.fixed);
  const [example] = withArguments;
  if (said === '' || example === undefined || words.length < 2 || words.includes(undefined)) return undefined;
  return `“${said}”没有看懂，应当是：${words.join('、')}。${exampleOf(example, [], 0)}`;
}

/** What was typed after the command's name, untouched. Normalising may change lengths, so the cut is searched. */
function restAfter(name: string, line: string): string {
  for (let end = 1; end < line.length; end += 1) {
    if (normalise(line.slice(0, end)) === name) return line.slice(end);
  }
  return '';
}

/** Why a line does not fit a command, and how many of its arguments were right. */
interface Misfit {
  readonly right: number;
  readonly reason: string;
}

function read(command: Command, rest: string): Pick<Resolved, 'args'> | Misfit {
  const forms = argumentForms(command.args);
  const { said, left } = assignWords(forms, rest);
  const misfit = (wrong: number, reason: string, right = rightWords(forms, said, wrong)): Misfit => ({
    right: wrong,
    reason: `${reason}。${exampleOf(command, right, wrong)}`,
  });

  const parsed = command.args.safeParse(
    Object.fromEntries(
      said.flatMap((words, index) => (words === undefined ? [] : [[forms[index]?.key, words]])),
    ),
  );
  if (parsed.success)
    return left === '' ? { args: parsed.data } : misfit(forms.length, `${quoted(left)}是多出来的`);
  const issue = parsed.error.issues[0];
  const index = forms.findIndex(({ key }) => key === issue?.path[0]);
  const form = forms[index];
  // About the arguments together.
  if (form === undefined) return misfit(forms.length, issue?.message ?? '没有看懂');
  const wrong = said[index];
  if (wrong !== undefined)
    return misfit(index, `${quoted(wrong)}没有看懂，${issue?.message ?? `应当是${form.label}`}`);
  const before = forms[index - 1];
  const whom = said[index - 1] ?? '';
  // Of 通知 明天开会 nobody can tell whether it is a notice, or a list of people who have no mark.
  return before?.extent === 'audience' && !isMarkedAudience(whom)
    ? misfit(index - 1, `还缺${before.label}，或者还缺${form.label}`, [
        ...said.slice(0, index - 1),
        undefined,
        whom,
      ])
    : misfit(index, `还缺${form.label}`);
}

/** What can be kept in an example: what stands before the mistake, and what is known by its form. */
function rightWords(
  forms: readonly ArgumentForm[],
  said: readonly (string | undefined)[],
  wrong: number,
): readonly (string | undefined)[] {
  return forms.map(({ isKnown }, index) => {
    const words = said[index];
    if (words === undefined || index === wrong) return undefined;
    if (isKnown !== undefined) return isKnown(words) ? words : undefined;
    return index < wrong ? words : undefined;
  });
}

/** A correct line that keeps the words the person got right; the last argument may be several words. */
function exampleOf(command: Command, right: readonly (string | undefined)[], wrong: number): string {
  const examples = command.examples.map((example) => example.split(' '));
  const [name, ...words] = examples.find(({ length }) => length > wrong + 1) ?? examples[0] ?? [];
  const last = right.length - 1;
  const own = right.map(
    (said, index) => said ?? words.slice(index, index === last ? undefined : index + 1).join(' '),
  );
  return `例如：${[name, ...own].filter((word) => word !== '').join(' ')}`;
}
