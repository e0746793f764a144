import { parseArgs } from 'node:util';
import { distance } from 'fastest-levenshtein';
import { Refusal } from '../errors.ts';
import type { Clock } from '../time/clock.ts';
import { parseLocalDate } from '../time/local-date.ts';
import type { Zone } from '../time/zone.ts';
import type { Job, Slot } from './job.ts';

/** What the operator asks for after `npm run job --`. */
export type JobRequest<Context> =
  | { readonly kind: 'list' }
  | { readonly kind: 'run' | 'preview'; readonly job: Job<Context>; readonly slot: Slot };

/** What a request is read against. */
export interface Known<Context> {
  readonly jobs: readonly Job<Context>[];
  readonly clock: Clock;
  readonly zone: Zone;
}

/**
 * Reads `list`, or `NAME [--at "2026-11-20 08:30"] [--dry-run]`; the time is local, and without it the
 * slot is the present minute. Throws a Refusal when there is no such job, day or time.
 */
export function readJobRequest<Context>(argv: readonly string[], known: Known<Context>): JobRequest<Context> {
  const { words, at, dryRun } = readWords(argv);
  const [name, ...further] = words;
  if (name === undefined) throw new Refusal(usage);
  if (name === 'list' && argv.length === 1) return { kind: 'list' };
  if (name === 'list' || (at === undefined && further.length > 0)) throw unreadable(argv);

  const job = jobNamed(name, known.jobs);
  // A time typed without its quotation marks arrives in two pieces.
  const instant = at === undefined ? known.clock.now() : readTime([at, ...further].join(' '), name, known);
  return { kind: dryRun ? 'preview' : 'run', job, slot: slotAt(instant, known.zone) };
}

const usage = [
  '用法：',
  'npm run job -- list　列出定时任务',
  'npm run job -- 任务名　现在就运行',
  'npm run job -- 任务名 --at "2026-11-20 08:30"　当作那时运行',
  'npm run job -- 任务名 --dry-run　只看会发给谁，不发送',
].join('\n');

function unreadable(argv: readonly string[]): Refusal {
  return new Refusal(`看不懂“${argv.join(' ')}”。\n${usage}`);
}

interface Words {
  readonly words: readonly string[];
  readonly at: string | undefined;
  readonly dryRun: boolean;
}

function readWords(argv: readonly string[]): Words {
  try {
    const { positionals, values } = parseArgs({
      args: [...argv],
      allowPositionals: true,
      options: { at: { type: 'string' }, 'dry-run': { type: 'boolean', default: false } },
    });
    return { words: positionals, at: values.at, dryRun: values['dry-run'] };
  } catch {
    throw unreadable(argv);
  }
}

function jobNamed<Context>(name: string, jobs: readonly Job<Context>[]): Job<Context> {
  const job = jobs.find((candidate) => candidate.name === name);
  if (job !== undefined) return job;

  const near = nearest(name, jobs);
  const hint = near.length > 0 ? `最接近的是：${near.join('、')}` : '全部名字请看：npm run job -- list';
  throw new Refusal(`没有叫“${name}”的定时任务。${hint}`);
}

/** At most three names: those that contain what was typed, or of which a third is wrong or missing. */
function nearest(typed: string, jobs: readonly { readonly name: string }[]): readonly string[] {
  return jobs
    .map(({ name }) => ({ name, slips: distance(name, typed) }))
    .filter(({ name, slips }) => name.includes(typed) || slips <= Math.ceil(name.length / 3))
    .toSorted((a, b) => a.slips - b.slips)
    .slice(0, 3)
    .map(({ name }) => name);
}

function readTime<Context>(text: string, name: string, { clock, zone }: Known<Context>): number {
  const example = `例如：npm run job -- ${name} --at "${zone.localAt(clock.now()).date} 08:30"`;
  const match = /^(\d{4}-\d{2}-\d{2}) (\d{1,2}):(\d{2})$/.exec(text.normalize('NFKC').trim());
  if (match === null) throw new Refusal(`看不懂时间“${text}”，请写成“年-月-日 时:分”。${example}`);

  const [, day = '', hour = '', minute = ''] = match;
  const date = parseLocalDate(day);
  if (date === undefined) throw new Refusal(`没有 ${day} 这一天。${example}`);
  if (Number(hour) > 23 || Number(minute) > 59) {
    throw new Refusal(`没有 ${hour}:${minute} 这个时刻，一天是 00:00 到 23:59。${example}`);
  }
  return zone.instantOf(date, Number(hour) * 60 + Number(minute));
}

function slotAt(instant: number, zone: Zone): Slot {
  const at = Math.floor(instant / 60_000) * 60_000;
  const { date, minute } = zone.localAt(at);
  return { at, today: date, minute };
}
