import * as z from 'zod';
import { storedDate } from '../time/stored-date.ts';
import {
  memberKinds,
  memberStates,
  organisationKinds,
  posts,
  type Organisation,
  type Person,
} from './roster.ts';

const organisation: z.ZodType<Organisation> = z.object({
  code: z.string().min(1),
  name: z.string().min(1),
  kind: z.enum(organisationKinds),
  parent: z.string().exactOptional(),
  termFrom: storedDate.exactOptional(),
  termUntil: storedDate.exactOptional(),
  officerSeats: z.int().nonnegative().exactOptional(),
});

const person: z.ZodType<Person> = z.object({
  userid: z.string().min(1),
  name: z.string().min(1),
  organisation: z.string().min(1),
  posts: z.array(z.enum(posts)),
  kind: z.enum(memberKinds),
  joinedOn: storedDate.exactOptional(),
  tags: z.array(z.string()),
  state: z.enum(memberStates),
  inPostSince: storedDate.exactOptional(),
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
  leftOn: storedDate,
});
