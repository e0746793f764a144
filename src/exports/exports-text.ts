import type { Command } from '../chat/command.ts';
import { nameOf } from '../chat/help.ts';
import { roleSuffices, type Role } from '../roster/role.ts';

/** 导出: what this person may export, one a line with what to send. */
export function exportsText(commands: readonly Command[], role: Role): string {
  const kinds = commands.filter(
    (command) => nameOf(command).startsWith('导出 ') && roleSuffices(role, command.role),
  );
  return [
    '您可以导出（表格会作为文件发给您）：',
    ...kinds.map(({ examples: [line], summary }) => `${line}：${summary}`),
    `例如：${kinds[0]?.examples[0] ?? ''}`,
  ].join('\n');
}
