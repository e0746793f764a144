import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';

/** How the machine is divided, so that the server under test shares its core with nobody. */
export interface Cores {
  /** Goes in front of the command that starts a server. */
  readonly serverPrefix: readonly string[];
  /** For the head of the report. */
  readonly description: string;
}

/** Gives servers the first core; this process, and whatever else it starts, gets all others. */
export function divideCores(): Cores {
  const [first, ...others] = allowedCores();
  const isDivided = others.length > 0 && taskset('-acp', others.join(','), String(process.pid));
  if (first === undefined || !isDivided) {
    return {
      serverPrefix: [],
      description:
        'the server is not pinned to a core (that takes taskset and two cores): expect wide spreads',
    };
  }
  return {
    serverPrefix: ['taskset', '-c', first],
    description: `server on core ${first}; generator, Redis and WeCom's stand-in on core ${others.join(', ')}`,
  };
}

/** The cores this process may use, from Linux' list such as `0-3,8`; none elsewhere. */
function allowedCores(): readonly string[] {
  const list = /^Cpus_allowed_list:\s*(\S+)/mu.exec(readStatus())?.[1] ?? '';
  return list.split(',').flatMap((range) => {
    const [from = Number.NaN, to = from] = range.split('-').map(Number);
    return from <= to ? Array.from({ length: to - from + 1 }, (_, index) => String(from + index)) : [];
  });
}

function readStatus(): string {
  try {
    return readFileSync('/proc/self/status', 'utf8');
  } catch {
    return '';
  }
}

function taskset(...words: readonly string[]): boolean {
  return spawnSync('taskset', words, { stdio: 'ignore' }).status === 0;
}
