import { fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { startReplica } from '../support/replica-start.ts';
import { world, type World } from '../support/world.ts';
import { isOf, uploadKinds, type UploadKind } from './uploads-kinds.ts';

const program = fileURLToPath(new URL('uploads-sender-process.ts', import.meta.url));

/** The first sender is killed when WeCom has taken its call and before it learns of that. */
describe.concurrent.each(uploadKinds)('what is uploaded, of type $name, whose sender is killed', (kind) => {
  it('after WeCom got the file arrives once', { timeout: 120_000 }, async () => {
    await killedDuring('media/upload', kind, ({ simulator }) => {
      expect(simulator.calls('media/upload')).toHaveLength(2);
      expect(simulator.calls('message/send')).toHaveLength(1);
    });
  });

  it(
    'after WeCom got the message is sent again with the same bytes, and arrives once',
    { timeout: 120_000 },
    async () => {
      await killedDuring('message/send', kind, ({ simulator }) => {
        expect(simulator.calls('media/upload')).toHaveLength(1);
        const [first, ...repeats] = simulator.calls('message/send').map(({ body }) => body);
        expect(repeats).toEqual([first]);
      });
    },
  );
});

async function killedDuring(api: string, kind: UploadKind, check: (stage: World) => void): Promise<void> {
  const stage = await world({ replicas: 0 });
  const { simulator, settings, redisUrl, clock } = stage;
  const sender = fork(program, [JSON.stringify({ settings, redisUrl, now: clock.now() })], {
    execArgv: ['--import', 'tsx'],
  });
  try {
    simulator.setCallbackUrl(await callbackUrlOf(sender));
    simulator.failNext(api, { kind: 'timeoutAfterAccept' });
    await stage.person(kind.asker).types(kind.line);
    await simulator.waitFor(() => simulator.calls(api).length === 1, `a call of ${api}`);
    sender.kill('SIGKILL');
    await once(sender, 'exit');

    const survivor = await startReplica(stage);
    await survivor.settle();
    await survivor.stop();
    const shown = stage.person(kind.asker).messages();
    expect(shown.filter((message) => isOf(kind, message))).toHaveLength(1);
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
