import { spawnSync } from 'node:child_process';
import { copyFileSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { repository, setupProject } from '../support/setup-project.ts';

/** Runs the linter, with the project's rules, over these files; what it says of each, `''` for nothing. */
function lint(files: Readonly<Record<string, string>>): Record<string, string> {
  const at = setupProject({ ...files, 'tsconfig.json': '{"compilerOptions":{"types":["node"]}}' });
  copyFileSync(join(repository, '.oxlintrc.json'), join(at.folder, '.oxlintrc.json'));
  symlinkSync(join(repository, 'node_modules'), join(at.folder, 'node_modules'));
  const oxlint = join(repository, 'node_modules/.bin/oxlint');
  const words = ['--format=json', ...Object.keys(files)];
  const { stdout } = spawnSync(oxlint, words, { cwd: at.folder, encoding: 'utf8' });
  const { diagnostics } = JSON.parse(stdout) as {
    diagnostics: readonly { readonly filename: string; readonly code: string; readonly help?: string }[];
  };
  return Object.fromEntries(
    Object.keys(files).map((file) => [
      file,
      diagnostics
        .filter(({ filename }) => filename === file)
        .map(({ code, help = '' }) => `${code}: ${help}`)
        .join('\n'),
    ]),
  );
}

function importing(
  imports: readonly (readonly [file: string, imported: string, ...unknown[]])[],
): Record<string, string> {
  return Object.fromEntries(
    imports.map(([file, imported]) => [file, `export { value } from '${imported}';\n`]),
  );
}

describe('the linter', () => {
  it('keeps the arrows, and says which way they point', () => {
    const forbidden = [
      ['handlers/member/http.ts', 'koa', 'returns what to say'],
      ['handlers/member/database.ts', 'ioredis', 'Ask a domain'],
      ['handlers/member/file.ts', 'node:fs', 'no file, no process'],
      ['handlers/member/store.ts', '../../src/study/study-store.ts', 'Ask a domain'],
      ['handlers/member/wire.ts', '../../src/wecom/client.ts', 'Return a reply'],
      ['handlers/member/stand-in.ts', '../../src/simulator/simulator.ts', 'stands in for WeCom'],
      ['jobs/redis.ts', '../src/redis/connect.ts', 'Ask a domain'],
      ['jobs/log.ts', '../src/log.ts', 'Arrows point downwards'],
      ['src/study/http.ts', 'koa-router', 'knows nothing of HTTP'],
      ['src/study/wire.ts', '../wecom/client.ts', "never sees WeCom's wire"],
      ['src/a-new-domain/wire.ts', '../wecom/client.ts', "never sees WeCom's wire"],
      ['src/study/handler.ts', '../../handlers/index.ts', 'Arrows point downwards'],
      ['src/wecom/study.ts', '../study/study.ts', 'nothing of what stands on it'],
      ['src/wecom/cards/turn.ts', '../../chat/turn.ts', 'nothing of what stands on it'],
      ['src/wecom/new.ts', '../a-new-domain/anything.ts', 'nothing of what stands on it'],
      ['src/errors.ts', './roster/roster.ts', 'nothing of what stands on it'],
      ['src/time/roster.ts', '../roster/roster.ts', 'nothing of what stands on it'],
      ['src/app.ts', './simulator/simulator.ts', 'stands in for WeCom'],
    ] as const;
    const said = lint(importing(forbidden));
    for (const [file, , reason] of forbidden) {
      expect(said).toHaveProperty([file], expect.stringContaining('no-restricted-imports'));
      expect(said[file]).toContain(reason);
    }
  });

  it('lets what points downwards pass', () => {
    const allowed = [
      ['handlers/member/cards.ts', '../../src/study/study-cards.ts'],
      ['src/study/study-store.ts', '../redis/commit.ts'],
      ['src/wecom/cards/length.ts', '../text-length.ts'],
      ['src/wecom/cards/fault.ts', '../../errors.ts'],
      ['src/wecom/keys.ts', '../redis/keys.ts'],
      ['src/wecom/card.ts', './cards/button-card.ts'],
      ['src/simulator/main.ts', '../app.ts'],
      ['src/app.ts', './wecom/client.ts'],
      ['src/roster/command-line.ts', '../config.ts'],
    ] as const;
    expect(Object.values(lint(importing(allowed))).join('')).toBe('');
  });

  it('keeps clock, process and network out of where they do not belong', () => {
    const said = lint({
      'handlers/member/clock.ts': 'export const at = Date.now();\n',
      'src/study/clock.ts': 'export const at = Date.now();\n',
      'src/study/process.ts': 'process.exitCode = 1;\n',
      'src/app.ts': "export const answer = await fetch('https://example.com');\n",
      'src/study/names.ts': "import { z } from 'zod';\nexport const name = z.string();\n",
      'src/main.ts': 'process.exitCode = 1;\n',
    });
    expect(said).toEqual({
      'handlers/member/clock.ts': expect.stringContaining('no-restricted-properties') as string,
      'src/study/clock.ts': expect.stringContaining('no-restricted-properties') as string,
      'src/study/process.ts': expect.stringContaining('no-restricted-globals') as string,
      'src/app.ts': expect.stringContaining('no-restricted-globals') as string,
      'src/study/names.ts': expect.stringContaining('import-style') as string,
      'src/main.ts': '',
    });
  });
});
