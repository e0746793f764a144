import { usageOf } from '../../src/chat/help.ts';
import { commandGroups, type Command } from '../../src/chat/command.ts';
import { roleTitles } from '../../src/roster/role.ts';
import type { Job } from '../../src/schedule/job.ts';

/** The README with its tables written anew from what is declared; everything else stays as it is. */
export function withDeclaredTables(
  readme: string,
  commands: readonly Command[],
  jobs: readonly Job[],
): string {
  return fill(fill(readme, 'commands', commandTable(commands)), 'jobs', jobTable(jobs));
}

/** Replaces what stands between `<!-- name -->` and `<!-- /name -->`. */
function fill(text: string, name: string, content: string): string {
  const [before, rest] = text.split(`<!-- ${name} -->\n`);
  const [, after] = rest?.split(`<!-- /${name} -->\n`) ?? [];
  if (before === undefined || after === undefined) throw new Error(`README.md has no place for ${name}`);
  return `${before}<!-- ${name} -->\n${content}<!-- /${name} -->\n${after}`;
}

function commandTable(commands: readonly Command[]): string {
  const ordered = commandGroups.flatMap((group) => commands.filter((command) => command.group === group));
  const rows = ordered.map((command) => [
    [usageOf(command), ...command.names.slice(1)].map(code).join(' · '),
    exampleOf(command),
    command.summary,
    roleTitles[command.role],
  ]);
  return table(['怎么说', '例如', '做什么', '谁能用'], rows);
}

/** The bare word stands in the column before already. */
function exampleOf({ names, examples }: Command): string {
  const telling = examples.find((line) => line !== names[0]);
  return telling === undefined ? '' : code(telling);
}

function jobTable(jobs: readonly Job[]): string {
  const rows = jobs.map(({ name, schedule, summary }) => [code(name), code(schedule), summary]);
  return table(['名字', '什么时候（分 时 日 月 周）', '做什么'], rows);
}

function table(heads: readonly string[], rows: readonly (readonly string[])[]): string {
  return [heads, heads.map(() => '---'), ...rows].map((cells) => `| ${cells.join(' | ')} |\n`).join('');
}

function code(text: string): string {
  return `\`${text}\``;
}
