import * as z from 'zod';
import { parseLocalDate, type LocalDate } from '../time/local-date.ts';
import {
  memberKinds,
  memberStates,
  organisationKinds,
  posts,
  type Organisation,
  type Person,
} from './roster.ts';

const localDate = z.string().transform((text, context): LocalDate => {
  const date = parseLocalDate(text);
  if (date !== undefined) return date;
  context.addIssue({ code: 'custom', message: 'not a day' });
  return z.NEVER;
});

const organisation: z.ZodType<Organisation> = z.object({
  code: z.string().min(1),
  name: z.string().min(1),
  kind: z.enum(organisationKinds),
  parent: z.string().exactOptional(),
  termFrom: localDate.exactOptional(),
  termUntil: localDate.exactOptional(),
  officerSeats: z.int().nonnegative().exactOptional(),
});

const person: z.ZodType<Person> = z.object({
  userid: z.string().min(1),
  name: z.string().min(1),
  organisation: z.string().min(1),
  posts: z.array(z.enum(posts)),
  kind: z.enum(memberKinds),
  joinedOn: localDate.exactOptional(),
  tags: z.array(z.string()),
  state: z.enum(memberStates),
  inPostSince: localDate.exactOptional(),
});

/** A roster as it is kept in Redis. */
export const storedRosterForm = z.object({
  version: z.int().positive(),
  lists: z.object({ organisations: z.array(organisation), people: z.array(person) }),
});

/** Somebody who was on an earlier roster. */
export const leftPersonForm = z.object({
  userid: z.string(),
  name: z.string(),
  /** Name of the organisation, which may be gone too. */
  organisation: z.string(),
  /** The day of the import that no longer had them. */
  leftOn: localDate,
});
