import * as z from 'zod';
import { actorKinds, caseSubjects, starterRoles, subjectKinds, type Flow } from '../library/flow.ts';

/** A flow as it comes back from the store. */
const actor = z.union([
  z.object({ kind: z.enum(actorKinds) }),
  z.object({ kind: z.literal('account'), userid: z.string() }),
]);
const duration = z.object({ count: z.number(), unit: z.enum(['day', 'workday', 'month']) });
const timeRule = z.object({
  field: z.string().exactOptional(),
  otherwise: z.string().exactOptional(),
  plus: duration,
});
const next = z.union([
  z.object({ kind: z.literal('step'), name: z.string() }),
  z.object({ kind: z.enum(['end', 'stay']) }),
]);
const action = z.object({
  label: z.string(),
  by: actor.exactOptional(),
  notBefore: timeRule.exactOptional(),
  records: z.array(z.string()),
  next,
  tell: z.array(actor),
});
const labelled = { label: z.string(), optional: z.boolean() };
const field = z.discriminatedUnion('kind', [
  z.object({ ...labelled, kind: z.literal('text'), most: z.number() }),
  z.object({
    ...labelled,
    kind: z.literal('date'),
    when: z.enum(['past', 'future', 'any']),
    known: z.literal('termEnd').exactOptional(),
    between: z.object({ from: timeRule, until: timeRule }).exactOptional(),
  }),
  z.object({ ...labelled, kind: z.literal('choice'), choices: z.array(z.string()) }),
  z.object({ ...labelled, kind: z.literal('year') }),
  z.object({ ...labelled, kind: z.literal('number'), least: z.number(), most: z.number() }),
  z.object({ ...labelled, kind: z.literal('count'), least: z.number(), most: z.number() }),
]);
const step = z.object({
  name: z.string(),
  stage: z.string().exactOptional(),
  by: actor,
  ask: z.string().exactOptional(),
  source: z.string().exactOptional(),
  due: timeRule.exactOptional(),
  notBefore: timeRule.exactOptional(),
  remind: z.array(z.number()),
  overdue: z.array(z.object({ after: duration, to: actor })),
  actions: z.array(action),
  aside: z.boolean(),
});

export const flowForm: z.ZodType<Flow> = z.object({
  id: z.string(),
  name: z.string(),
  words: z.array(z.string()),
  summary: z.string(),
  example: z.string(),
  kind: z.enum(['task', 'case']),
  listed: z.boolean(),
  start: z.object({
    by: z.enum(starterRoles),
    about: z.enum(caseSubjects),
    only: z.array(z.enum(subjectKinds)).exactOptional(),
    records: z.array(z.string()),
    preview: z.boolean(),
    limit: z.object({ atMost: z.number(), notCounted: z.array(z.string()) }).exactOptional(),
  }),
  fields: z.array(field),
  steps: z.array(step),
  anytime: z.array(
    action.extend({
      by: actor,
      in: z.array(z.string()),
      every: duration.exactOptional(),
      from: z.string().exactOptional(),
    }),
  ),
  never: z.array(z.string()),
  keepMonths: z.number(),
});
