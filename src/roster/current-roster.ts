import { createRoster, type Roster } from './roster-view.ts';
import type { RosterStore } from './roster-store.ts';

/** The roster in memory, renewed when another process has imported a new one. */
export interface CurrentRoster {
  /** The roster of the version a turn was claimed with; '' before the first import. */
  ofVersion(version: string): Promise<Roster>;
  /** The roster as it is now; one short look at Redis. */
  latest(): Promise<Roster>;
  /** What is in memory, perhaps out of date; `undefined` before the first look. */
  known(): Roster | undefined;
}

export function createCurrentRoster(
  store: Pick<RosterStore, 'load' | 'version'>,
  committeeUserids: readonly string[],
): CurrentRoster {
  let roster: Roster | undefined;
  let loading: Promise<Roster> | undefined;

  return {
    known: () => roster,
    async ofVersion(version) {
      const wanted = Number(version);
      if (roster !== undefined && roster.version >= wanted) return roster;
      const loaded = await load();
      // A load that was under way already may have read the version before.
      return loaded.version >= wanted ? loaded : load();
    },
    async latest() {
      const version = await store.version();
      return roster?.version === version ? roster : load();
    },
  };

  /** Loaded once, however many turns wait for it. */
  function load(): Promise<Roster> {
    loading ??= store
      .load()
      .then((stored) => {
        roster = createRoster(stored?.lists ?? { organisations: [], people: [] }, {
          version: stored?.version ?? 0,
          committeeUserids,
        });
        return roster;
      })
      .finally(() => {
        loading = undefined;
      });
    return loading;
  }
}
