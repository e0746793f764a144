import { existsSync, readFileSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readSourceFiles } from './source-files.ts';
import { textsOf } from './texts.ts';

const files = readSourceFiles();

describe('the files', () => {
  it('are short enough to be read at once', () => {
    const long = files.filter(({ text }) => text.split('\n').length > 250);
    expect(long.map(({ path }) => path)).toEqual([]);
  });

  it('are named for what they are about', () => {
    const vague = /(?:^|[/.-])(?:utils?|helpers?|misc|common|shared|stuff|lib)(?:[/.-]|$)/u;
    const paths = [...files.map(({ path }) => path), ...filesIn('tests')];
    // "Shared" says what that Redis is: one for the whole run.
    expect(paths.filter((path) => vague.test(path))).toEqual(['tests/support/shared-redis.ts']);
  });

  it('leave nothing for later', () => {
    const later = /\b(?:TO\s?DO|FIX\s?ME|X{3})\b/u;
    expect(linesWith(later, ['src', 'handlers', 'jobs', 'tests', 'content', ...documents])).toEqual([]);
  });

  it('say nothing of the machine they were written on', () => {
    // Folders of one machine, and registries of packages other than the public one.
    const place =
      /(?<![\w.$}])\/(?:home|root|work|Users)\/\w|https?:\/\/(?!registry\.npmjs\.org)[\w.-]*(?:registry|npm|mirror)[\w.-]*\//u;
    const everything = ['src', 'handlers', 'jobs', 'tests', 'content', ...documents, ...settings];
    expect(linesWith(place, everything)).toEqual([]);
  });
});

describe('what people read', () => {
  it('is polite, calm and free of praise, pressure and comparison', () => {
    const texts = files.flatMap((file) => textsOf(file).map((text) => `${file.path}: ${text}`));
    expect(texts.filter((text) => tactless.test(text))).toEqual([]);
  });

  it('is so in the content and the documents, too', () => {
    expect(linesWith(/！|务必|[你妳]/u, ['content', ...documents])).toEqual([]);
  });
});

const documents = ['README.md', 'CONTRIBUTING.md', 'CHANGELOG.md'].filter((path) => existsSync(path));
const settings = [
  '.env.example',
  '.npmrc',
  'Dockerfile',
  'compose.yaml',
  'package.json',
  'package-lock.json',
];

/** Dialogues, rules 2 and 3, and what the product never does (README). */
const tactless = new RegExp(
  [
    '！',
    String.raw`\p{Script=Han}!`,
    '你',
    '务必|必须|抓紧|尽快|立即|马上|逾期|未完成|落后|通报',
    '排名|排行|名次|积分|打榜|点赞|连续签到',
    '真棒|太棒|优秀|加油|辛苦|恭喜',
  ].join('|'),
  'u',
);

/** Lines that match, each with its place. */
function linesWith(pattern: RegExp, places: readonly string[]): readonly string[] {
  return places.flatMap(filesIn).flatMap((path) => {
    const lines = readFileSync(path, 'utf8').split('\n');
    return lines.flatMap((line, index) =>
      pattern.test(line) ? [`${path}:${index + 1} ${line.trim()}`] : [],
    );
  });
}

/** The text files below a folder, or the file itself. */
function filesIn(place: string): readonly string[] {
  if (!statSync(place).isDirectory()) return [place];
  const names = readdirSync(place, { recursive: true, withFileTypes: true });
  return names
    .filter((entry) => entry.isFile() && !/\.(?:png|xlsx)$/u.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name));
}
