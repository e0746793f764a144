import { once } from 'node:events';
import { connect } from 'node:net';
import { createInterface } from 'node:readline';

/** Sees every command that Redis carries out, those of scripts too. */
export interface CommandWatch {
  /** The commands since the watch began, as Redis's MONITOR writes them, in order. */
  end(): Promise<readonly string[]>;
}

/** `redisUrl`: a Unix socket. */
export async function watchCommands(redisUrl: string): Promise<CommandWatch> {
  const socket = connect(redisUrl.replace('unix://', ''));
  const lines = createInterface(socket);
  const commands: string[] = [];
  // The mark need not be the last line of its packet: other commands may follow it at once.
  const ended = new Promise<void>((resolve) => {
    lines.on('line', (line) => {
      commands.push(line);
      if (line.includes(endMark)) resolve();
    });
  });
  socket.write('MONITOR\r\n');
  await once(lines, 'line');

  return {
    async end() {
      const other = connect(redisUrl.replace('unix://', ''));
      other.end(`ECHO ${endMark}\r\n`);
      await ended;
      socket.destroy();
      other.destroy();
      return commands.slice(
        0,
        commands.findIndex((line) => line.includes(endMark)),
      );
    },
  };
}

const endMark = 'end-of-watch';
