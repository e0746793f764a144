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
  lines.on('line', (line) => void commands.push(line));
  socket.write('MONITOR\r\n');
  await once(lines, 'line');

  return {
    async end() {
      const other = connect(redisUrl.replace('unix://', ''));
      other.end('ECHO end-of-watch\r\n');
      while (!commands.at(-1)?.includes('end-of-watch')) await once(lines, 'line');
      socket.destroy();
      other.destroy();
      return commands;
    },
  };
}
