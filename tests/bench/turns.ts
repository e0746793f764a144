import { prepareCallbacks } from './callbacks.ts';
import { closedLoop } from './closed-loop.ts';
import { checkReplies, type ReplyCheck } from './replies.ts';
import type { Contender } from './rounds.ts';
import type { ServerProcess } from './server-process.ts';
import { quantile } from './statistics.ts';

/** One kind of callback to one server. */
export interface TurnKind {
  readonly name: string;
  readonly server: ServerProcess;
  /** What everybody types. */
  readonly line: string;
  /** Who types it in this round. */
  people(round: number): readonly string[];
  readonly check: ReplyCheck;
  /** Brings about what the turn presupposes. */
  before?(): Promise<void>;
  /** Waits for what the turn leads to besides its reply, and checks it; it counts as the server's work. */
  after?(userids: readonly string[]): Promise<void>;
}

export interface TurnSample {
  /** What the server used, in user and in system mode. */
  readonly cpuPerCallback: number;
  readonly callbacksPerSecond: number;
  /** In milliseconds. */
  readonly p50: number;
  readonly p99: number;
  /** Under load. */
  readonly residentBytes: number;
}

/** As many as performance.md measures with. */
const connections = 64;

export function turnContender(kind: TurnKind): Contender<TurnSample> {
  const { server, line, check } = kind;
  return {
    name: kind.name,
    async measure(round) {
      const userids = kind.people(round);
      const callbacks = prepareCallbacks(userids, line);
      await kind.before?.();

      const before = await server.usage();
      const { replies, latencies, seconds } = await closedLoop(
        server.port,
        callbacks.map(({ request }) => request),
        connections,
      );
      await kind.after?.(userids);
      const after = await server.usage();

      checkReplies(replies, userids, check);
      return {
        cpuPerCallback: (after.cpuMicroseconds - before.cpuMicroseconds) / callbacks.length,
        callbacksPerSecond: callbacks.length / seconds,
        p50: quantile(latencies, 0.5),
        p99: quantile(latencies, 0.99),
        residentBytes: after.residentBytes,
      };
    },
  };
}
