import { describe, expect, it } from 'vitest';
import { Fault } from '../../src/errors.ts';
import { createLog, type Log, type LogLevel } from '../../src/log.ts';

interface Capture {
  readonly log: Log;
  readonly lines: string[];
}

function capture(level: LogLevel = 'debug'): Capture {
  const lines: string[] = [];
  return { log: createLog(level, { write: (line) => lines.push(line) }), lines };
}

describe('a log', () => {
  it('is one JSON object a line, with its level as a word and its time in full', () => {
    const { log, lines } = capture();
    log.info({ port: 8080 }, 'listening');
    expect(lines).toHaveLength(1);
    expect(lines[0]?.endsWith('\n')).toBe(true);
    expect(JSON.parse(lines[0] ?? '')).toMatchObject({
      level: 'info',
      time: expect.stringMatching(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/) as string,
      port: 8080,
      msg: 'listening',
    });
  });

  it('leaves out what is below its level', () => {
    const { log, lines } = capture('warn');
    log.debug({}, 'a');
    log.info({}, 'b');
    log.warn({}, 'c');
    log.error({}, 'd');
    expect(lines.map((line) => (JSON.parse(line) as { msg: string }).msg)).toEqual(['c', 'd']);
  });

  it('tells an error with its cause and where it happened', () => {
    const { log, lines } = capture();
    log.error({ err: new Fault('sending', 'try again', new TypeError('no route')) }, 'stopped');
    expect(JSON.parse(lines[0] ?? '')).toMatchObject({
      err: {
        type: 'Fault',
        message: 'sending; try again',
        stack: expect.stringContaining('log.test.ts') as string,
        cause: { type: 'TypeError', message: 'no route' },
      },
    });
  });

  it('tells what was thrown that is no error', () => {
    const { log, lines } = capture();
    log.error({ err: 'enough' }, 'stopped');
    expect(JSON.parse(lines[0] ?? '')).toMatchObject({ err: { type: 'string', message: 'enough' } });
  });

  it('ends with an error that is its own cause', () => {
    const { log, lines } = capture();
    const error = new Error('round');
    error.cause = error;
    log.error({ err: error }, 'stopped');
    expect(lines).toHaveLength(1);
  });
});

describe('a log never holds', () => {
  const url = 'https://qyapi.weixin.qq.com/cgi-bin/message/send?access_token=hunter2&debug=1';

  it.each([
    ['a token in the message', {}, `POST ${url} failed`],
    ['a token in a field', { url }, 'failed'],
    ['a token in an error', { err: new Error(`connect ECONNREFUSED ${url}`) }, 'failed'],
    ['a token in the cause of an error', { err: new Error('a', { cause: new Error(url) }) }, 'failed'],
    ['a token in a path', { path: '/cgi-bin/gettoken?corpid=ww1&corpsecret=hunter2' }, 'failed'],
    ['a secret by its name', { request: { headers: { Authorization: 'hunter2' } } }, 'failed'],
    ['a secret in a list', { apps: [{ corp_secret: 'hunter2' }, { encodingAESKey: 'hunter2' }] }, 'failed'],
    ['the password of Redis', { url: 'redis://bot:hunter2@cache:6379/0' }, 'failed'],
  ])('%s', (_, fields, message) => {
    const { log, lines } = capture();
    log.error(fields, message);
    expect(lines[0]).toContain('failed');
    expect(lines[0]).not.toContain('hunter2');
  });

  it('what a library hangs on its errors, such as a command with the words of a person in it', () => {
    const { log, lines } = capture();
    const error = Object.assign(new Error('ERR wrong type'), {
      command: { name: 'set', args: ['k', '请假 看病'] },
    });
    log.error({ err: error }, 'failed');
    expect(lines[0]).toContain('ERR wrong type');
    expect(lines[0]).not.toContain('看病');
  });

  it('less than the place a request went to', () => {
    const { log, lines } = capture();
    log.error({ url }, 'failed');
    expect(lines[0]).toContain('https://qyapi.weixin.qq.com/cgi-bin/message/send');
  });
});
