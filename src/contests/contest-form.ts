import * as z from 'zod';
import { storedDate } from '../time/stored-date.ts';
import type { Contest } from './contest.ts';
import type { ContestResult } from './score.ts';

const base = {
  number: z.number(),
  name: z.string(),
  scope: z.string(),
  scopeName: z.string(),
  author: z.string(),
  questions: z.array(z.string()),
  seed: z.string(),
};

/** A contest as it comes back from the store. */
export const contestForm: z.ZodType<Contest> = z.discriminatedUnion('form', [
  z.object({ ...base, form: z.literal('room'), openedAt: z.number(), seconds: z.number() }),
  z.object({ ...base, form: z.literal('challenge'), from: storedDate, until: storedDate }),
]);

/** What is kept of a contest that is over. */
export const resultForm: z.ZodType<ContestResult> = z.object({
  withdrawn: z.array(z.number()),
  questions: z.number(),
  units: z.array(z.object({ code: z.string(), name: z.string(), right: z.number(), people: z.number() })),
  people: z.number(),
  tookPart: z.number(),
});
