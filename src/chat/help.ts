import { roles, roleSuffices, type Role } from '../roster/role.ts';
import { whoMay } from '../roster/who-may.ts';
import { argumentForms } from './arguments.ts';
import { commandGroups, type Command, type CommandGroup } from './command.ts';
import { normalise } from './normalise.ts';

/** The words by which a command is known from all others: 签到, 导出 名册. */
export function nameOf({ names, args }: Command): string {
  const only = argumentForms(args)[0]?.fixed;
  return only === undefined ? names[0] : `${names[0]} ${only}`;
}

/** How a command is typed: `请假 编号 [原因]`. */
export function usageOf(command: Command): string {
  const typed = argumentForms(command.args).filter((form) => !form.onButtons);
  const words = typed.map(({ label, optional, askedFor }) => (optional && !askedFor ? `[${label}]` : label));
  return [command.names[0], ...words].join(' ');
}

/** What somebody with this role may do: by groups the first words of each, with examples, on one screen. */
export function helpText(commands: readonly Command[], role: Role): string {
  const groups = groupsFor(commands, role).flatMap(({ group, words }) => {
    const shown = words.slice(0, mostWords).join(' · ');
    const rest = words.length > mostWords ? ` 等 ${words.length} 个` : '';
    return [`【${group}】${shown}${rest}`, `　例如：${groupExamples[group].join('、')}`];
  });
  return [
    '直接发这些词就行：',
    ...groups,
    '想看一组全部的词，发“帮助 会议和通知”；一个词怎么用，发“帮助 请假”。',
  ].join('\n');
}

/** As many short words as fit two lines of a phone. */
const mostWords = 7;

/** Each of them is an example of a command that everybody who sees the group may use. */
export const groupExamples: Readonly<Record<CommandGroup, readonly string[]>> = {
  学习: ['答题', '搜索 换届'],
  会议和通知: ['签到 4821', '请假 出差'],
  我的: ['免打扰 22:00-07:30'],
  支部工作: ['提醒 学习', '登记 主题党日 11-18'],
  工委工作: ['通知 全体 周五前完成年度党费公示'],
};

/**
 * Everything about one command, and all words of a group when it is the name of one; whoever may not use it
 * hears who may. `undefined` when there is none of this name.
 */
export function helpOn(commands: readonly Command[], role: Role, name: string): string | undefined {
  const wanted = normalise(name);
  const group = groupText(commands, role, wanted);
  const named = commands.filter(({ names }) => names.map(normalise).includes(wanted));
  const allowed = named.filter((command) => roleSuffices(role, command.role));
  const [first] = allowed;
  if (first === undefined) return group ?? refused(named);

  const aliases = first.names.slice(1);
  return [
    ...allowed.map((command) => `${usageOf(command)}：${command.summary}`),
    ...(aliases.length === 0 ? [] : [`也可以发：${aliases.join('、')}`]),
    `例如：${allowed.flatMap(({ examples }) => examples).join('；')}`,
    ...(group === undefined ? [] : [group]),
  ].join('\n');
}

function groupText(commands: readonly Command[], role: Role, wanted: string): string | undefined {
  const found = groupsFor(commands, role).find(({ group }) => normalise(group) === wanted);
  return found && `【${found.group}】全部 ${found.words.length} 个：${found.words.join(' · ')}`;
}

function refused(named: readonly Command[]): string | undefined {
  const [easiest] = named.toSorted((a, b) => roles.indexOf(a.role) - roles.indexOf(b.role));
  return easiest && `“${easiest.names[0]}”由${whoMay[easiest.role]}使用。\n发“帮助”看看您能做什么。`;
}

interface WordGroup {
  readonly group: CommandGroup;
  readonly words: readonly string[];
}

/** Each word once, in the first group that has it. */
function groupsFor(commands: readonly Command[], role: Role): readonly WordGroup[] {
  const allowed = commands.filter((command) => roleSuffices(role, command.role));
  const seen = new Set<string>();
  return commandGroups.flatMap((group) => {
    const words = allowed.filter((command) => command.group === group).map(({ names }) => names[0]);
    const fresh = [...new Set(words)].filter((word) => !seen.has(word));
    for (const word of fresh) seen.add(word);
    return fresh.length === 0 ? [] : [{ group, words: fresh }];
  });
}
