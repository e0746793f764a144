import { timeWords } from '../time/spoken-time.ts';
import type { Slot } from './job.ts';
import { readJobRequest, type JobRequest, type Known } from './job-request.ts';

export interface JobCommandParts<Context> extends Known<Context> {
  /** Opens what a job works with. Called only when a job is run, so that `list` needs no Redis. */
  open(slot: Slot): Promise<Context>;
  /** Results, one line each. */
  print(line: string): void;
  /** What is for people only, so that it does not mix with the results. */
  tell(line: string): void;
}

/**
 * `npm run job` (contract §1). Returns the exit code: 0 when it was done, 1 when the job failed, 2 when
 * the command was not understood, and then nothing was run.
 */
export async function runJobCommand<Context>(
  argv: readonly string[],
  parts: JobCommandParts<Context>,
): Promise<number> {
  let request: JobRequest<Context>;
  try {
    request = readJobRequest(argv, parts);
  } catch (error) {
    parts.tell(reasonOf(error));
    return 2;
  }
  try {
    await carryOut(request, parts);
    return 0;
  } catch (error) {
    parts.tell(`没有做成：${reasonOf(error)}`);
    return 1;
  }
}

async function carryOut<Context>(
  request: JobRequest<Context>,
  parts: JobCommandParts<Context>,
): Promise<void> {
  if (request.kind === 'list') {
    for (const { name, schedule, summary } of parts.jobs) parts.print(line(name, schedule, summary));
    return;
  }

  const { job, slot } = request;
  const services = await parts.open(slot);
  if (request.kind === 'run') {
    await job.run(slot, services);
    parts.tell(`${job.name} 已按 ${slot.today} ${timeWords(slot.minute)} 运行。`);
    return;
  }

  const planned = await job.preview(slot, services);
  for (const { userid, what } of planned) parts.print(line(userid, what));
  if (planned.length === 0) parts.tell('这时没有要发的。');
}

/** Fields separated by tabs; whatever would break the line or the fields becomes a space. */
function line(...fields: readonly string[]): string {
  return fields.map((field) => field.replace(/\s+/g, ' ')).join('\t');
}

/** The whole chain of causes: "cannot run it" alone helps nobody. */
function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  const message = error.message || error.name;
  return error.cause === undefined ? message : `${message}（${reasonOf(error.cause)}）`;
}
