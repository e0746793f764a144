import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { cpSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { readXlsx } from 'hucre';
import { expect, it } from 'vitest';
import { generateRoster } from '../support/generate-roster.ts';
import { repository, setupProject } from '../support/setup-project.ts';
import { world } from '../support/world.ts';

/** The build alone, in a folder with no libraries but those the build has brought along. */
function image(): string {
  const project = setupProject();
  project.copyFromRepository(['src', 'handlers', 'jobs', 'package.json', 'package-lock.json']);
  symlinkSync(join(repository, 'node_modules'), join(project.folder, 'node_modules'));
  expect(project.run('build')).toMatchObject({ status: 0, errors: '' });

  const { folder, copyFromRepository } = setupProject();
  for (const path of ['dist', 'package.json']) {
    cpSync(join(project.folder, path), join(folder, path), { recursive: true });
  }
  copyFromRepository(['content']);
  return folder;
}

it(
  'the build draws pictures and writes long workbooks as the sources do, without the libraries it was built with',
  { timeout: 90_000 },
  async () => {
    const lists = generateRoster(20, 1500);
    const [first] = lists.people;
    const stage = await world({ replicas: 0, lists });
    const { settings, simulator } = stage;
    const service = spawn(process.execPath, ['src/setup/start.mjs'], {
      cwd: image(),
      env: {
        PORT: '0',
        HOST: '127.0.0.1',
        REDIS_URL: stage.redisUrl,
        REDIS_PREFIX: settings.redisPrefix,
        WECOM_CORP_ID: settings.corpId,
        WECOM_AGENT_ID: String(settings.agentId),
        WECOM_SECRET: settings.secret,
        WECOM_TOKEN: settings.token,
        WECOM_ENCODING_AES_KEY: settings.encodingAesKey,
        WECOM_API_BASE: settings.apiBase,
      },
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    const ended = once(service, 'exit');
    try {
      simulator.setCallbackUrl(`http://127.0.0.1:${await portOf(service.stdout)}/wecom/callback`);
      const person = simulator.person(first?.userid ?? '');
      expect(await person.says('我的 图')).toBe('[图片]');
      await person.types('导出 名册');
      const { bytes } = await person.opensFile('名册');
      expect((await readXlsx(bytes)).sheets.at(-1)?.rows).toHaveLength(1501);
    } finally {
      service.kill('SIGTERM');
      await ended;
      await stage.close();
    }
  },
);

/** From its log, once it listens. */
async function portOf(log: NodeJS.ReadableStream): Promise<number> {
  for await (const line of createInterface(log)) {
    const { msg, port } = JSON.parse(line) as { readonly msg: string; readonly port?: number };
    if (msg === 'listening' && port !== undefined) return port;
  }
  throw new Error('the service did not start; see what it printed');
}
