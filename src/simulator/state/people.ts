/** One of the people a visitor may play. */
export interface SimulatedPerson {
  /** 1–64 letters, digits and `-_.@`; compared without regard to case (protocol §0.2). */
  readonly userid: string;
  readonly name: string;
  /** The name of the organisation under which the picker shows this person. */
  readonly organisation: string;
  /** For example 书记. */
  readonly post?: string | undefined;
}

/** How a person stands to the app; everything but `visible` keeps messages from arriving. */
export type Reach = 'visible' | 'invisible' | 'disabled' | 'unlicensed';

export interface People {
  readonly all: readonly SimulatedPerson[];
  /** Finds a person without regard to case. */
  find(userid: string): SimulatedPerson | undefined;
  /** `invisible` for people who do not exist. */
  reachOf(userid: string): Reach;
  setReach(userid: string, reach: Reach): void;
  /** Everybody who is not simply visible, by userid. */
  exceptions(): Readonly<Record<string, Reach>>;
}

export function createPeople(people: readonly SimulatedPerson[]): People {
  const byUserid = new Map(people.map((person) => [person.userid.toLowerCase(), person]));
  const reaches = new Map<string, Reach>();
  if (byUserid.size < people.length) throw new Error('two simulated people have the same userid');

  return {
    all: people,
    find: (userid) => byUserid.get(userid.toLowerCase()),
    reachOf(userid) {
      const key = userid.toLowerCase();
      return byUserid.has(key) ? (reaches.get(key) ?? 'visible') : 'invisible';
    },
    setReach(userid, reach) {
      if (reach === 'visible') reaches.delete(userid.toLowerCase());
      else reaches.set(userid.toLowerCase(), reach);
    },
    exceptions: () => Object.fromEntries(reaches),
  };
}
