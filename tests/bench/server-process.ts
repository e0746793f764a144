import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { Fault } from '../../src/errors.ts';

/** A server under test, in a process of its own. */
export interface ServerProcess {
  readonly port: number;
  /** What the process has used so far; only when it was started with `servers/report-usage.mjs`. */
  usage(): Promise<Usage>;
  stop(): Promise<void>;
}

export interface Usage {
  /** In user and in system mode, all threads together. */
  readonly cpuMicroseconds: number;
  readonly residentBytes: number;
}

/** Starts a server and waits until it has logged, as one JSON line, the port it listens on. */
export async function startServer(
  command: readonly string[],
  environment: NodeJS.ProcessEnv,
): Promise<ServerProcess> {
  const [program = '', ...words] = command;
  const child = spawn(program, words, { env: environment, stdio: ['ignore', 'pipe', 'inherit', 'ipc'] });
  if (child.stdout === null) throw new Error('a server without standard output');
  const ended = once(child, 'exit');
  const port = await portFrom(createInterface(child.stdout));
  if (port === undefined) throw new Fault(`starting ${command.join(' ')}`, 'see what it printed above');

  return {
    port,
    async usage() {
      child.send('usage');
      const [usage] = (await once(child, 'message')) as [Usage];
      return usage;
    },
    async stop() {
      child.kill();
      await ended;
    },
  };
}

/** Warnings are shown; `undefined` when the output ends before there is a port. */
function portFrom(lines: ReturnType<typeof createInterface>): Promise<number | undefined> {
  return new Promise((resolve) => {
    lines.on('line', (line) => {
      const { port, level, ...said } = JSON.parse(line) as Readonly<Record<string, unknown>>;
      if (typeof port === 'number') resolve(port);
      if (level === 'warn' || level === 'error') console.error(level, said);
    });
    lines.once('close', () => resolve(undefined));
  });
}
