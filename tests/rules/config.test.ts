import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { readConfig, readLocalConfig, type Config } from '../../src/config.ts';
import type { Environment } from '../../src/config/read-variables.ts';
import { fileVariables, localVariables, wecomVariables } from '../../src/config/variables.ts';

const complete = {
  WECOM_CORP_ID: 'wx5823bf96d3bd56c7',
  WECOM_AGENT_ID: '1000002',
  WECOM_SECRET: 'PAIAKJSDhjaskdh-asdh_askdjhaskd83ASGDJkasdk',
  WECOM_TOKEN: 'QDG6eK',
  WECOM_ENCODING_AES_KEY: 'jWmYm7qr5nMoAUwZRjGtBxmz3KA1tkAj3ykkR6q2B2C',
};

function configOf(environment: Environment): Config {
  const read = readConfig(environment);
  if ('problems' in read) throw new Error(read.problems.join('\n'));
  return read.config;
}

function problemsOf(environment: Environment): readonly string[] {
  const read = readConfig({ ...complete, ...environment });
  return 'problems' in read ? read.problems : [];
}

describe('the defaults', () => {
  it('are those of the contract', () => {
    expect(configOf(complete)).toEqual({
      port: 8080,
      host: '0.0.0.0',
      publicUrl: 'http://localhost:8080',
      callbackMaxSkewSeconds: 0,
      redisUrl: 'redis://127.0.0.1:6379',
      redisPrefix: 'zb',
      contentDir: 'content',
      dataDir: 'data',
      timezone: 'Asia/Shanghai',
      committeeUserids: [],
      logLevel: 'info',
      corpId: 'wx5823bf96d3bd56c7',
      agentId: 1_000_002,
      secret: 'PAIAKJSDhjaskdh-asdh_askdjhaskd83ASGDJkasdk',
      token: 'QDG6eK',
      encodingAesKey: 'jWmYm7qr5nMoAUwZRjGtBxmz3KA1tkAj3ykkR6q2B2C',
      apiBase: 'https://qyapi.weixin.qq.com',
    });
  });

  it('stand for a variable that is empty, as a compose file leaves it', () => {
    expect(configOf({ ...complete, PORT: '', REDIS_URL: ' ', COMMITTEE_USERIDS: '' })).toEqual(
      configOf(complete),
    );
  });

  it('take the public address from the port', () => {
    expect(configOf({ ...complete, PORT: '9000' }).publicUrl).toBe('http://localhost:9000');
  });

  it('need no WeCom app where nobody speaks to WeCom', () => {
    expect(readLocalConfig({})).toHaveProperty('config.redisPrefix', 'zb');
  });
});

describe('what is given', () => {
  it('loses the blanks around it and the slashes after an address', () => {
    const config = configOf({
      ...complete,
      PUBLIC_URL: ' https://zhibu.example.com/bot/ \n',
      WECOM_TOKEN: ' QDG6eK ',
    });
    expect(config.publicUrl).toBe('https://zhibu.example.com/bot');
    expect(config.token).toBe('QDG6eK');
  });

  it.each(['lin.xt,zhou_q', 'lin.xt， zhou_q', ' lin.xt、zhou_q, ', 'lin.xt,,zhou_q', 'lin.xt zhou_q，，'])(
    'reads the committee from %j',
    (text) => {
      expect(configOf({ ...complete, COMMITTEE_USERIDS: text }).committeeUserids).toEqual([
        'lin.xt',
        'zhou_q',
      ]);
    },
  );

  it.each(['0.0.0.0', '127.0.0.1', '::', '::1', 'localhost', 'bot-1.internal', 'zhibu_bot'])(
    'may be listened on when it is %s',
    (host) => expect(configOf({ ...complete, HOST: host }).host).toBe(host),
  );

  it('may be a folder for data that is still to be made', () => {
    const folder = mkdtempSync(join(tmpdir(), 'branch-assistant-'));
    const data = join(folder, 'new/data');
    expect(problemsOf({ DATA_DIR: data })).toEqual([]);
    expect(existsSync(data)).toBe(true);
    rmSync(folder, { recursive: true });
  });

  it('may be an AES key that base64 would spell differently, as published ones are', () => {
    expect(problemsOf({ WECOM_ENCODING_AES_KEY: 'abcdefghijklmnopqrstuvwxyz0123456789ABCDEFG' })).toEqual([]);
  });
});

describe('what is wrong', () => {
  it('is listed all at once, in the order of the contract, each with its variable and what to do', () => {
    const read = readConfig({ PORT: '80a', TIMEZONE: 'Mars/Phobos' });
    const problems = 'problems' in read ? read.problems : [];
    expect(problems.map((problem) => problem.split('：')[0])).toEqual([
      'PORT',
      'TIMEZONE',
      'WECOM_CORP_ID',
      'WECOM_AGENT_ID',
      'WECOM_SECRET',
      'WECOM_TOKEN',
      'WECOM_ENCODING_AES_KEY',
    ]);
    expect(problems[0]).toBe('PORT：应是 0 到 65535 的整数（现在是“80a”）。');
    expect(problems[4]).toBe(
      'WECOM_SECRET：没有设置。请填自建应用的 Secret，在管理后台“应用管理”里打开该应用可以看到。',
    );
  });

  it.each([
    ['PORT', '65536'],
    ['PORT', '-1'],
    ['HOST', 'a b'],
    ['HOST', '999.9.9.9'],
    ['HOST', '10.0.0'],
    ['HOST', ':::'],
    ['CONTENT_DIR', '/nope'],
    ['CONTENT_DIR', 'package.json'],
    ['DATA_DIR', '/proc/x'],
    ['DATA_DIR', 'package.json'],
    ['PUBLIC_URL', 'zhibu.example.com'],
    ['PUBLIC_URL', 'https://zhibu.example.com/?a=b'],
    ['CALLBACK_MAX_SKEW_SECONDS', '1.5'],
    ['REDIS_URL', 'http://127.0.0.1:6379'],
    ['REDIS_PREFIX', 'z{b}'],
    ['TIMEZONE', '北京'],
    ['COMMITTEE_USERIDS', '张三'],
    ['COMMITTEE_USERIDS', 'lin.xt,张三'],
    ['LOG_LEVEL', 'loud'],
    ['WECOM_CORP_ID', 'ww123'],
    ['WECOM_AGENT_ID', '0'],
    ['WECOM_AGENT_ID', 'abc'],
    ['WECOM_SECRET', '"quoted-secret"'],
    ['WECOM_TOKEN', 'with-hyphen'],
    ['WECOM_TOKEN', 'a'.repeat(33)],
    ['WECOM_ENCODING_AES_KEY', 'a'.repeat(42)],
    ['WECOM_ENCODING_AES_KEY', `${'a'.repeat(42)}+`],
    ['WECOM_API_BASE', 'qyapi.weixin.qq.com'],
  ])('%s=%s is refused', (name, value) => {
    expect(problemsOf({ [name]: value })).toEqual([expect.stringMatching(new RegExp(`^${name}：.+。$`))]);
  });

  it('says where it looked for a folder, and what to do', () => {
    expect(problemsOf({ CONTENT_DIR: '/nope', DATA_DIR: '/proc/x' })).toEqual([
      'CONTENT_DIR：找不到文件夹 /nope。请写内容所在的文件夹，例如 content。',
      'DATA_DIR：不能在文件夹 /proc/x 里写文件。请让运行服务的用户可以写它，或者换一个，例如 data。',
    ]);
  });

  it.each(['WECOM_SECRET', 'WECOM_TOKEN', 'WECOM_ENCODING_AES_KEY', 'REDIS_URL'])(
    'is never shown when it is %s',
    (name) => {
      expect(problemsOf({ [name]: 'hunter2, the secret' }).join()).not.toContain('hunter2');
    },
  );
});

describe('a variable in a file', () => {
  let folder: string;
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'branch-assistant-'));
    writeFileSync(join(folder, 'secret'), 'from-the-file\n');
    writeFileSync(join(folder, 'empty'), '\n');
  });
  afterAll(() => rmSync(folder, { recursive: true }));

  it('is read without the line end that editors add', () => {
    const environment = { ...complete, WECOM_SECRET: undefined, WECOM_SECRET_FILE: join(folder, 'secret') };
    expect(configOf(environment).secret).toBe('from-the-file');
  });

  it.each(['missing', 'empty'])('that is %s is named', (name) => {
    const file = join(folder, name);
    expect(problemsOf({ WECOM_SECRET: undefined, WECOM_SECRET_FILE: file })).toEqual([
      `WECOM_SECRET_FILE：文件 ${file} 不存在、读不了或是空的。`,
    ]);
  });

  it('and in the environment as well is one too many', () => {
    expect(problemsOf({ WECOM_SECRET_FILE: join(folder, 'secret') })).toEqual([
      'WECOM_SECRET：和 WECOM_SECRET_FILE 同时设置了，请只留一个。',
    ]);
  });

  it('is possible for every variable of the app, and for the address of Redis with its password', () => {
    const ofTheApp = Object.keys(wecomVariables).filter((name) => name !== 'WECOM_API_BASE');
    expect([...fileVariables].toSorted()).toEqual([...ofTheApp, 'REDIS_URL'].toSorted());
  });
});

describe('the files for operators', () => {
  const names = Object.keys({ ...localVariables, ...wecomVariables });

  it('.env.example names every variable, no other, and would be accepted once filled in', async () => {
    const lines = (await readFile('.env.example', 'utf8')).matchAll(/^(?:# )?([A-Z_]+)=(.*)$/gm);
    const example = Object.fromEntries(Array.from(lines, ([, name = '', value]) => [name, value]));
    expect(Object.keys(example).toSorted()).toEqual(names.toSorted());
    expect(problemsOf({ ...example, ...complete })).toEqual([]);
  });

  it('compose.yaml keeps Redis on disk and sets only variables that exist', async () => {
    const { services } = parse(await readFile('compose.yaml', 'utf8')) as {
      services: Record<
        string,
        { command?: string; environment?: Record<string, string>; volumes?: string[] }
      >;
    };
    expect(services['redis']?.command).toContain('--appendonly yes');
    expect(services['redis']?.volumes).toContain('redis:/data');
    expect(names).toEqual(expect.arrayContaining(Object.keys(services['bot']?.environment ?? {})));
  });
});
