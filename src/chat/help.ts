import { roleSuffices } from '../roster/role.ts';
import type { Role } from '../roster/role.ts';
import { argumentForms } from './arguments.ts';
import { commandGroups, type Command } from './command.ts';
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

/** What somebody with this role may do: the words, by groups, and how to see more of one. */
export function helpText(commands: readonly Command[], role: Role): string {
  const allowed = commands.filter((command) => roleSuffices(role, command.role));
  const groups = commandGroups.flatMap((group) => {
    const members = allowed.filter((command) => command.group === group);
    const words = [...new Set(members.map(({ names }) => names[0]))];
    return words.length === 0 ? [] : [`【${group}】${words.join(' · ')}`];
  });
  return [
    '直接发这些词就行：',
    ...groups,
    '例如：签到、搜索 换届。',
    '想知道某一条怎么用，发“帮助 学习”这样的话。',
  ].join('\n');
}

/** Everything about one command; `undefined` when there is none of this name that the role may use. */
export function helpOn(commands: readonly Command[], role: Role, name: string): string | undefined {
  const wanted = normalise(name);
  const found = commands.filter(
    (command) => roleSuffices(role, command.role) && command.names.map(normalise).includes(wanted),
  );
  const [first] = found;
  if (first === undefined) return undefined;
  const aliases = first.names.slice(1);
  return [
    ...found.map((command) => `${usageOf(command)}：${command.summary}`),
    ...(aliases.length === 0 ? [] : [`也可以发：${aliases.join('、')}`]),
    `例如：${found.flatMap(({ examples }) => examples).join('；')}`,
  ].join('\n');
}
