import type { MovableClock } from './movable-clock.ts';
import type { SimulatedPerson } from './state/people.ts';

/** What the simulated corp looks like and where its bot lives. */
export interface SimulatorOptions {
  readonly corpId: string;
  readonly agentId: number;
  readonly secret: string;
  /** Signs callbacks. */
  readonly token: string;
  /** 43 letters and digits. */
  readonly encodingAesKey: string;
  readonly people: readonly SimulatedPerson[];
  /** The bot; several are replicas that take turns. Empty until known. */
  readonly callbackUrl: string | readonly string[];
  readonly clock: MovableClock;
  /** Called after the clock was moved, for example to let the bot look at it at once. */
  readonly afterMove?: (() => Promise<void>) | undefined;
  /** The instant behind 下一个工作日 8:29; Monday to Friday when left out. Both in epoch ms. */
  readonly nextWorkingMorning?: ((now: number) => number) | undefined;
  /** How long every API takes to answer, in milliseconds; 0 when left out. */
  readonly latencyMs?: number | undefined;
  /** How long a callback may take, in milliseconds; 5000 as WeCom has it when left out. */
  readonly callbackLimitMs?: number | undefined;
  /** The pause before a callback is tried again, in milliseconds; none when left out. */
  readonly retryAfterMs?: number | undefined;
  /** Where to keep the state over restarts; nowhere when left out. Uploads lie beside it. */
  readonly stateFile?: string | undefined;
  /** Where a line for the operator goes; to standard error when left out. */
  readonly complain?: ((line: string) => void) | undefined;
}
