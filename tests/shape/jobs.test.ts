import { describe, expect, it } from 'vitest';
import { jobs } from '../../jobs/index.ts';
import type { Job } from '../../src/schedule/job.ts';
import { readSchedule } from '../../src/schedule/schedule.ts';
import { declarationsIn } from './declarations.ts';

describe('the declared jobs', () => {
  it('are one a file, named for it, and all of them in jobs/index.ts', async () => {
    const declarations = await declarationsIn('jobs');
    const declared = declarations.flatMap(({ exports }) => [...exports.values()]) as readonly Job[];
    expect(declared.map(({ name }) => name)).toEqual(declarations.map(({ fileName }) => fileName));
    expect(new Set(jobs)).toEqual(new Set(declared));
    expect(jobs).toHaveLength(declared.length);
  });

  it.each(jobs.map((job) => [job.name, job] as const))(
    '%s says what it does, when, and for how long that is worth catching up',
    (name, { summary, schedule, tolerance }) => {
      expect(name).toMatch(/^[a-z]+(?:-[a-z]+)*$/u);
      expect(summary).toMatch(/^[^！!\n\t|]*\p{Script=Han}[^！!\n\t|]*$/u);
      expect(readSchedule(schedule)).toBeDefined();
      // Less is over before the crash of a process is noticed (src/schedule/job.ts).
      expect(tolerance).toBeGreaterThanOrEqual(3);
    },
  );
});
