import { fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { startReplica } from '../support/replica-start.ts';
import { world, type World } from '../support/world.ts';

const program = fileURLToPath(new URL('pictures-sender-process.ts', import.meta.url));

/** The first sender is killed when WeCom has taken its call and before it learns of that. */
describe.concurrent('a picture whose sender is killed', () => {
  it('after WeCom got the file arrives once', { timeout: 60_000 }, async () => {
    await killedDuring('media/upload', ({ simulator, person }) => {
      expect(picturesOf(person)).toBe(1);
      expect(simulator.calls('media/upload')).toHaveLength(2);
      expect(simulator.calls('message/send')).toHaveLength(1);
    });
  });

  it(
    'after WeCom got the message is sent again with the same bytes, and arrives once',
    { timeout: 60_000 },
    async () => {
      await killedDuring('message/send', ({ simulator, person }) => {
        expect(picturesOf(person)).toBe(1);
        expect(simulator.calls('media/upload')).toHaveLength(1);
        const [first, ...repeats] = simulator.calls('message/send').map(({ body }) => body);
        expect(repeats).toEqual([first]);
      });
    },
  );
});

function picturesOf(person: World['person']): number {
  return person('林晓棠')
    .messages()
    .filter(({ content }) => content.kind === 'image').length;
}

async function killedDuring(api: string, check: (stage: World) => void): Promise<void> {
  const stage = await world({ replicas: 0 });
  const { simulator, settings, redisUrl, clock } = stage;
  const sender = fork(program, [JSON.stringify({ settings, redisUrl, now: clock.now() })], {
    execArgv: ['--import', 'tsx'],
  });
  try {
    simulator.setCallbackUrl(await callbackUrlOf(sender));
    simulator.failNext(api, { kind: 'timeoutAfterAccept' });
    await stage.person('林晓棠').types('我的 图');
    await simulator.waitFor(() => simulator.calls(api).length === 1, `a call of ${api}`);
    sender.kill('SIGKILL');
    await once(sender, 'exit');

    const survivor = await startReplica(stage);
    await survivor.settle();
    await survivor.stop();
    check(stage);
    expect(simulator.violations).toEqual([]);
  } finally {
    sender.kill('SIGKILL');
    await stage.close();
  }
}

async function callbackUrlOf(sender: ChildProcess): Promise<string> {
  const [port] = (await Promise.race([once(sender, 'message'), once(sender, 'exit')])) as [number];
  if (!sender.connected) throw new Error('the sender did not start; see what it printed');
  return `http://127.0.0.1:${port}/wecom/callback`;
}
