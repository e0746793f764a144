import { existsSync, readFileSync } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type * as z from 'zod';
import { jobs } from '../../jobs/index.ts';
import { fileVariables, localVariables, wecomVariables } from '../../src/config/variables.ts';
import { prepareImport } from '../../src/roster/prepare-import.ts';
import { localDate } from '../../src/time/local-date.ts';
import { declaredCommands } from './declared-commands.ts';
import { withDeclaredTables } from './readme-tables.ts';

const readme = readFileSync('README.md', 'utf8');

describe('the README', () => {
  // To write the tables anew: npm run tests -- tests/shape/readme.test.ts --update
  it('lists commands and jobs exactly as they are declared', async () => {
    await expect(withDeclaredTables(readme, declaredCommands, jobs)).toMatchFileSnapshot('../../README.md');
  });

  it('lists every variable of the environment with its default', () => {
    const rows = [...sectionOf('设置').matchAll(/^\| `([A-Z_]+)` \| (.+?) \|/gmu)];
    const documented = rows.map(([, name, shown]) => ({ name, shown }));
    const declared = Object.entries({ ...wecomVariables, ...localVariables }).map(([name, form]) => ({
      name,
      shown: defaultOf(name, form),
    }));
    expect(documented.toSorted(byName)).toEqual(declared.toSorted(byName));
  });

  it('names the variables that may come from a file', () => {
    const [, sentence = ''] = /以环境变量为准。(.+)也可以写成 `变量_FILE/u.exec(readme) ?? [];
    expect([...sentence.matchAll(/`([A-Z_]+)`/gu)].map(([, name]) => name)).toEqual(fileVariables);
  });

  it('links to files that are there', () => {
    const links = [...readme.matchAll(/\]\((?!https?:)([^)]+)\)/gu)].map(([, path = '']) => path);
    expect(links.length).toBeGreaterThan(3);
    expect(links.filter((path) => !existsSync(path))).toEqual([]);
  });

  it('shows a roster that can be imported as it stands', async () => {
    const [organisations = '', people = ''] = tablesOf(sectionOf('名册'));
    const folder = await mkdtemp(join(tmpdir(), 'branch-assistant-'));
    await writeFile(join(folder, '组织.csv'), organisations);
    await writeFile(join(folder, '人员.csv'), people);
    const nothingStored = { load: async () => undefined } as Parameters<typeof prepareImport>[1];
    const { problems, proposal } = await prepareImport(folder, nothingStored, localDate(2026, 11, 20));
    await rm(folder, { recursive: true });
    expect(problems).toEqual([]);
    expect(proposal?.lists.people.map(({ name }) => name)).toEqual(['赵明远', '林晓棠']);
  });
});

function byName(one: { readonly name?: string | undefined }, other: { readonly name?: string | undefined }) {
  return (one.name ?? '').localeCompare(other.name ?? '');
}

/** As the table shows it: in code marks, or in words where there is none. */
function defaultOf(name: string, form: z.ZodType): string {
  if (name === 'PUBLIC_URL') return '`http://localhost:端口`';
  const { success, data } = form.safeParse(undefined);
  if (!success) return '要填';
  const text = String(data);
  return text === '' ? '空' : `\`${text}\``;
}

/** What stands under a heading of the second level. */
function sectionOf(heading: string): string {
  const [, section] = new RegExp(`^## ${heading}\n(.*?)^## `, 'msu').exec(readme) ?? [];
  if (section === undefined) throw new Error(`README.md has no section ${heading}`);
  return section;
}

/** The tables of a text as comma-separated lines. */
function tablesOf(text: string): readonly string[] {
  return [...text.matchAll(/(?:^\|.*\|\n)+/gmu)].map(([table]) => {
    const rows = table
      .trim()
      .split('\n')
      .filter((row) => !row.startsWith('| ---'));
    return rows
      .map((row) =>
        row
          .split('|')
          .slice(1, -1)
          .map((cell) => cell.trim())
          .join(','),
      )
      .join('\n');
  });
}
