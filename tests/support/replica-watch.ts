import { once } from 'node:events';
import { Cluster } from 'ioredis';
import type { RedisClient } from '../../src/redis/connect.ts';

/** Sees every command that Redis carries out, those of scripts too. */
export interface CommandWatch {
  /** The commands since the watch began, word by word, in order. */
  end(): Promise<readonly (readonly string[])[]>;
}

export async function watchCommands(redis: RedisClient): Promise<CommandWatch> {
  if (redis instanceof Cluster) throw new Error('the tests have one Redis');
  const monitor = await redis.monitor();
  const commands: (readonly string[])[] = [];
  monitor.on('monitor', (_time, command: readonly string[]) => void commands.push(command));
  return {
    async end() {
      const last = 'the last command';
      const seen = new Promise<void>((resolve) => {
        monitor.on('monitor', (_time, command: readonly string[]) => {
          if (command.includes(last)) resolve();
        });
      });
      await redis.echo(last);
      await seen;
      monitor.disconnect();
      await once(monitor, 'end');
      return commands;
    },
  };
}
