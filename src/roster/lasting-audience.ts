import * as z from 'zod';

/**
 * An audience for keeping: a single term as it is, such as `@A1`, `#青年` or an account; several as JSON.
 * It means the same when organisations are renamed and saved lists deleted.
 */
export interface JoinedAudience {
  /** Each again an audience for keeping. */
  readonly of: readonly string[];
  readonly except: readonly string[];
}

export function lastingAudience({ of, except }: JoinedAudience): string {
  const [first, second] = of;
  if (first !== undefined && second === undefined && except.length === 0) return first;
  return JSON.stringify({ of, except });
}

/** What an audience for keeping is made of; `undefined` when it is a single term. */
export function joinedAudience(lasting: string): JoinedAudience | undefined {
  return lasting.startsWith('{') ? form.parse(JSON.parse(lasting)) : undefined;
}

/** The same without one person by name; `undefined` when nobody would be meant any more. */
export function withoutPerson(lasting: string, userid: string): string | undefined {
  const joined = joinedAudience(lasting);
  if (joined === undefined) return lasting.toLowerCase() === userid.toLowerCase() ? undefined : lasting;
  const others = (terms: readonly string[]): readonly string[] =>
    terms.flatMap((term) => withoutPerson(term, userid) ?? []);
  const of = others(joined.of);
  return of.length === 0 ? undefined : lastingAudience({ of, except: others(joined.except) });
}

const form = z.object({ of: z.array(z.string()), except: z.array(z.string()) });
