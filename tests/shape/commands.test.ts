import { describe, expect, it } from 'vitest';
import { commands } from '../../handlers/index.ts';
import { commandGroups, type Command } from '../../src/chat/command.ts';
import { groupExamples, helpOn, helpText } from '../../src/chat/help.ts';
import { normalise } from '../../src/chat/normalise.ts';
import { createRouter } from '../../src/chat/router.ts';
import { roles, roleSuffices, type Role } from '../../src/roster/role.ts';
import { declaredCommands } from './declared-commands.ts';
import { declarationsIn } from './declarations.ts';

const router = createRouter(declaredCommands);

/** The folders of handlers/ and the roles their commands are for. */
const folders: readonly (readonly [folder: string, roles: readonly Role[]])[] = [
  ['handlers/member', ['member']],
  ['handlers/secretary', ['groupLeader', 'secretary']],
  ['handlers/committee', ['committee']],
];

describe('the declared commands', () => {
  it.each(folders)(
    'are in %s one a file, named for it, for the roles of the folder',
    async (folder, served) => {
      const declarations = await declarationsIn(folder);
      expect(declarations.map(({ exports }) => [...exports.keys()])).toEqual(
        declarations.map(({ fileName }) => [camelCase(fileName)]),
      );
      const declared = declarations.flatMap(({ exports }) => [...exports.values()]) as readonly Command[];
      expect(declared.filter(({ role }) => !served.includes(role))).toEqual([]);
      expect(commands).toEqual(expect.arrayContaining([...declared]));
    },
  );

  it('are in handlers/index.ts once each, and no other', async () => {
    const declared = await Promise.all(folders.map(([folder]) => declarationsIn(folder)));
    expect(commands).toHaveLength(declared.flat().length);
    expect(new Set(commands).size).toBe(commands.length);
  });

  it('share a word only when they are one command in two forms', () => {
    const owners = new Map<string, Set<string>>();
    for (const { names } of declaredCommands) {
      for (const name of names.map(normalise)) {
        owners.set(name, new Set(owners.get(name)).add(names[0]));
      }
    }
    expect([...owners].filter(([, canonical]) => canonical.size > 1)).toEqual([]);
  });

  it.each(declaredCommands.flatMap((command) => command.examples.map((line) => ({ line, command }))))(
    'understand their own example $line',
    ({ line, command }) => {
      expect(router.resolve(line)?.command).toBe(command);
    },
  );

  it.each(declaredCommands.map((command) => [command.names[0], command] as const))(
    'say in one short Chinese line what %s does',
    (_name, { summary, group }) => {
      expect(summary).toMatch(/^\p{Script=Han}[^\n！!。|]{3,39}$/u);
      expect(commandGroups).toContain(group);
    },
  );
});

describe('帮助', () => {
  it.each(roles)('fits one phone screen for a %s', (role) => {
    expect(helpText(declaredCommands, role).split('\n').length).toBeLessThanOrEqual(screenLines);
  });

  it.each(roles)('names each word once to a %s, all of them under their groups', (role) => {
    const words = commandGroups.flatMap((group) => {
      const lines = helpOn(declaredCommands, role, group)?.split('\n') ?? [];
      return /^【.+】全部 \d+ 个：(.+)$/u.exec(lines.at(-1) ?? '')?.[1]?.split(' · ') ?? [];
    });
    const allowed = declaredCommands.filter((command) => roleSuffices(role, command.role));
    expect(words.toSorted()).toEqual([...new Set(allowed.map(({ names }) => names[0]))].toSorted());
  });

  it.each(commandGroups)('shows examples of %s that everybody who sees the group may type', (group) => {
    const least = roles.find((role) => helpText(declaredCommands, role).includes(`【${group}】`)) ?? 'member';
    const typed = declaredCommands.flatMap((command) =>
      roleSuffices(least, command.role) ? command.examples : [],
    );
    expect(typed).toEqual(expect.arrayContaining([...groupExamples[group]]));
  });

  it.each(declaredCommands.map(({ names }) => names[0]))('explains %s on one phone screen', (name) => {
    const lines = helpOn(declaredCommands, 'committee', name)?.split('\n') ?? [];
    expect(lines.length).toBeGreaterThanOrEqual(2);
    expect(lines.length).toBeLessThanOrEqual(screenLines);
  });
});

/** A phone screen (dialogues, rule 1). */
const screenLines = 12;

function camelCase(fileName: string): string {
  return fileName.replaceAll(/-(\w)/gu, (_hyphen, letter: string) => letter.toUpperCase());
}
