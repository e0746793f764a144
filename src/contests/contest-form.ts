import * as z from 'zod';
import { storedDate } from '../time/stored-date.ts';
import type { Contest } from './contest.ts';
import type { ContestResult } from './score.ts';

/** What is read back from Redis is checked. Both throw when it is damaged. */
export function readContest(json: string): Contest {
  return contestForm.parse(JSON.parse(json));
}

export function readResult(json: string): ContestResult {
  return resultForm.parse(JSON.parse(json));
}

const base = {
  number: z.number(),
  name: z.string(),
  scope: z.string(),
  scopeName: z.string(),
  author: z.string(),
  questions: z.array(z.string()),
  seed: z.string(),
};

const contestForm: z.ZodType<Contest> = z.discriminatedUnion('form', [
  z.object({ ...base, form: z.literal('room'), openedAt: z.number(), seconds: z.number() }),
  z.object({ ...base, form: z.literal('challenge'), from: storedDate, until: storedDate }),
]);

const resultForm: z.ZodType<ContestResult> = z.object({
  withdrawn: z.array(z.number()),
  questions: z.number(),
  units: z.array(z.object({ code: z.string(), name: z.string(), right: z.number(), people: z.number() })),
  people: z.number(),
  tookPart: z.number(),
});
