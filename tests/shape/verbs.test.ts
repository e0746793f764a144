import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { readSourceFiles } from './source-files.ts';
import { textsOf } from './texts.ts';

const { scripts } = JSON.parse(readFileSync('package.json', 'utf8')) as {
  readonly scripts: Readonly<Record<string, string>>;
};

describe('the verbs of package.json', () => {
  it('are at least those that are promised (contract §1)', () => {
    const promised = ['demo', 'test', 'start', 'roster', 'content', 'job', 'doctor', 'bench'];
    const expected = [...promised, 'check', 'test:node24'];
    expect(Object.keys(scripts)).toEqual(expect.arrayContaining(expected));
  });

  it('begin with a file that is there, where they run one of ours', () => {
    const ours = Object.values(scripts).flatMap((script) => script.match(/\b(?:src|tests)\/\S+/gu) ?? []);
    expect(ours.length).toBeGreaterThan(8);
    expect(ours.filter((path) => !existsSync(path))).toEqual([]);
  });

  it('start the service in a container and by hand as npm does', () => {
    const words = (scripts['start'] ?? '').replace(/^exec /u, '').split(' ');
    expect(readFileSync('Dockerfile', 'utf8')).toContain(
      `CMD [${words.map((word) => `"${word}"`).join(', ')}]`,
    );
    expect(readFileSync('README.md', 'utf8')).toContain(`/usr/bin/${words.join(' ')}`);
  });

  it('are there wherever the documents or the service tell people to run one', () => {
    const documents = ['README.md', 'CONTRIBUTING.md', 'content/README.md', '.env.example', 'compose.yaml'];
    const texts = [
      ...documents.map((path) => readFileSync(path, 'utf8')),
      ...readSourceFiles().flatMap(textsOf),
    ];
    const told = texts.flatMap((text) => [...text.matchAll(/npm run ([a-z]\w*(?::\w+)*)/gu)]);
    const verbs = new Set(told.map(([, verb = '']) => verb));
    expect(verbs.size).toBeGreaterThan(5);
    expect([...verbs].filter((verb) => !(verb in scripts))).toEqual([]);
  });
});
