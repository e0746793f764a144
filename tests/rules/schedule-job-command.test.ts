import { describe, expect, it } from 'vitest';
import { Fault } from '../../src/errors.ts';
import { runJobCommand } from '../../src/schedule/job-command.ts';
import { defineJob, type Job, type Slot } from '../../src/schedule/job.ts';
import { createZone } from '../../src/time/zone.ts';

const zone = createZone('Asia/Shanghai');
const now = Date.parse('2026-11-20T10:15:42+08:00');

/** What the jobs of these tests work with: a place to note what they did. */
interface Desk {
  readonly sent: string[];
}

const dailyPush = defineJob<Desk>({
  name: 'daily-push',
  schedule: '30 8 * * *',
  summary: '工作日早上送今天的学习内容',
  tolerance: 180,
  async run(slot, { sent }) {
    sent.push(`${slot.today} ${slot.minute} ${new Date(slot.at).toISOString()}`);
  },
  async preview(slot) {
    if (slot.today !== '2026-11-20') return [];
    return [
      { userid: 'lin.xiaotang', what: '今日学习：三会一课各是什么' },
      { userid: 'zhou.qi', what: '今日学习：\t三会一课\n各是什么' },
    ];
  },
});

const mondayBrief = defineJob<Desk>({
  ...dailyPush,
  name: 'monday-brief',
  schedule: '0 9 * * mon',
  summary: '周一早上告诉书记本周要做什么',
});

const retention = defineJob<Desk>({
  ...dailyPush,
  name: 'retention',
  schedule: '30 3 * * *',
  summary: '删除到期的记录',
  async run() {
    throw new Fault('delete old records', 'check that Redis answers', new Error('connect ECONNREFUSED'));
  },
});

/** Types one line after `npm run job --` and collects everything that came of it. */
async function job(...argv: readonly string[]): Promise<Result> {
  return jobOver([dailyPush, mondayBrief, retention], argv);
}

interface Result {
  readonly code: number;
  readonly printed: readonly string[];
  readonly told: string;
  readonly sent: readonly string[];
  readonly opened: readonly Slot[];
}

async function jobOver(jobs: readonly Job<Desk>[], argv: readonly string[]): Promise<Result> {
  const printed: string[] = [];
  const told: string[] = [];
  const sent: string[] = [];
  const opened: Slot[] = [];
  const code = await runJobCommand(argv, {
    jobs,
    zone,
    clock: { now: () => now },
    async open(slot) {
      opened.push(slot);
      return { sent };
    },
    print: (line) => printed.push(line),
    tell: (line) => told.push(line),
  });
  return { code, printed, told: told.join('\n'), sent, opened };
}

describe('npm run job -- list', () => {
  it('prints one job a line: name, schedule and summary, separated by tabs', async () => {
    const { code, printed, opened } = await job('list');

    expect(code).toBe(0);
    expect(printed).toEqual([
      'daily-push\t30 8 * * *\t工作日早上送今天的学习内容',
      'monday-brief\t0 9 * * mon\t周一早上告诉书记本周要做什么',
      'retention\t30 3 * * *\t删除到期的记录',
    ]);
    expect(opened).toEqual([]);
  });
});

describe('npm run job -- NAME', () => {
  it('runs the job for the present minute', async () => {
    const { code, sent, printed, told } = await job('daily-push');

    expect(code).toBe(0);
    expect(sent).toEqual(['2026-11-20 615 2026-11-20T02:15:00.000Z']);
    expect(printed).toEqual([]);
    expect(told).toBe('daily-push 已按 2026-11-20 10:15 运行。');
  });

  it.each([['2026-11-23 08:30'], ['2026-11-23 8:30'], ['2026-11-23　08：30'], [' ２０２６-11-23 08:30 ']])(
    'runs it as if at the local time %j',
    async (time) => {
      const { code, sent, opened } = await job('daily-push', '--at', time);

      expect(code).toBe(0);
      expect(sent).toEqual(['2026-11-23 510 2026-11-23T00:30:00.000Z']);
      expect(opened).toEqual([
        { at: Date.parse('2026-11-23T08:30:00+08:00'), today: '2026-11-23', minute: 510 },
      ]);
    },
  );

  it('understands a time whose quotation marks were left out', async () => {
    expect((await job('daily-push', '--at', '2026-11-23', '08:30')).sent).toHaveLength(1);
  });

  it('tells the whole reason when the job fails', async () => {
    const { code, told } = await job('retention');

    expect(code).toBe(1);
    expect(told).toBe('没有做成：delete old records; check that Redis answers（connect ECONNREFUSED）');
  });

  it('tells the reason when what the job needs cannot be opened', async () => {
    const told: string[] = [];
    const code = await runJobCommand(['daily-push'], {
      jobs: [dailyPush],
      zone,
      clock: { now: () => now },
      open: () => Promise.reject(new Error('connect ECONNREFUSED')),
      print: () => {},
      tell: (line) => told.push(line),
    });

    expect(code).toBe(1);
    expect(told).toEqual(['没有做成：connect ECONNREFUSED']);
  });
});

describe('npm run job -- NAME --dry-run', () => {
  it('prints who would get what, a line each, and sends nothing', async () => {
    const { code, printed, sent } = await job('daily-push', '--dry-run');

    expect(code).toBe(0);
    expect(printed).toEqual([
      'lin.xiaotang\t今日学习：三会一课各是什么',
      'zhou.qi\t今日学习： 三会一课 各是什么',
    ]);
    expect(sent).toEqual([]);
  });

  it('says so when nothing would be sent, without mixing it with the results', async () => {
    const { code, printed, told } = await job('daily-push', '--dry-run', '--at', '2026-11-21 08:30');

    expect(code).toBe(0);
    expect(printed).toEqual([]);
    expect(told).toBe('这时没有要发的。');
  });
});

describe('a command that is not understood', () => {
  it.each([
    [['dayly-push'], '没有叫“dayly-push”的定时任务。最接近的是：daily-push'],
    [['push'], '没有叫“push”的定时任务。最接近的是：daily-push'],
    [['每日推送'], '没有叫“每日推送”的定时任务。全部名字请看：npm run job -- list'],
    [['daily-push', '--at', '2026-02-30 08:30'], '没有 2026-02-30 这一天。例如：'],
    [['daily-push', '--at', '2026-11-20 25:00'], '没有 25:00 这个时刻，一天是 00:00 到 23:59。例如：'],
    [['daily-push', '--at', '2026-11-20 08:60'], '没有 08:60 这个时刻'],
    [['daily-push', '--at', '2026-11-20'], '看不懂时间“2026-11-20”，请写成“年-月-日 时:分”。例如：'],
    [['daily-push', '--at', '明天早上'], '看不懂时间“明天早上”'],
    [['daily-push', '--at', ''], '看不懂时间“”'],
    [['daily-push', '--at'], '看不懂“daily-push --at”。\n用法：'],
    [['daily-push', '--dryrun'], '看不懂“daily-push --dryrun”。\n用法：'],
    [['daily-push', 'now'], '看不懂“daily-push now”。\n用法：'],
    [['list', '--dry-run'], '看不懂“list --dry-run”。\n用法：'],
    [[], '用法：'],
  ])('%j is answered with a way on, and nothing runs', async (argv, answer) => {
    const { code, told, printed, sent, opened } = await job(...argv);

    expect(code).toBe(2);
    expect(told).toContain(answer);
    expect({ printed, sent, opened }).toEqual({ printed: [], sent: [], opened: [] });
  });

  it('shows the three nearest names, the nearest first', async () => {
    const names = ['integrity-reminder', 'meeting-reminders', 'study-reminders', 'duty-reminders'];
    const jobs = names.map((name) => ({ ...dailyPush, name }));

    const { told } = await jobOver(jobs, ['reminder']);
    expect(told).toBe(
      '没有叫“reminder”的定时任务。最接近的是：duty-reminders、study-reminders、meeting-reminders',
    );
  });

  it('shows an example that works when typed', async () => {
    const { told } = await job('daily-push', '--at', '25:00');
    const [, time = ''] = /--at "(.*)"/.exec(told) ?? [];

    expect(time).toBe('2026-11-20 08:30');
    expect((await job('daily-push', '--at', time)).code).toBe(0);
  });
});
