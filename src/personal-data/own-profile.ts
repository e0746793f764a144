import type { Turn } from '../chat/turn.ts';
import { personCells } from '../roster/sheet-cells.ts';
import type { Cell } from '../sheets/sheet.ts';
import { preferencesOn } from '../preferences/preferences.ts';
import { timeWords } from '../time/spoken-time.ts';
import type { OwnTable } from './own-table.ts';
import { settingsText } from './personal-data-text.ts';

export interface OwnProfileParts {
  /** How many anonymous surveys were handed in that are not counted yet: all that is known of them. */
  readonly surveys: { handedIn(userid: string): Promise<number> };
  /** The minute of the day the person chose for reviews. */
  readonly reviews: { chosenBy(userid: string): Promise<number | undefined> };
}

/** What the roster says of a person, and what the person has chosen. */
export function createOwnProfile({ surveys, reviews }: OwnProfileParts): OwnTable {
  return async (turn) => {
    const { userid } = turn.member.person;
    const [handedIn, reviewsAt] = await Promise.all([surveys.handedIn(userid), reviews.chosenBy(userid)]);
    const rows: readonly (readonly [string, Cell])[] = [
      ...rosterRows(turn),
      ['设置', settingsText(preferencesOn(turn.desk), turn)],
      ['错题复习时间', reviewsAt === undefined ? undefined : timeWords(reviewsAt)],
      ['已交、还没有统计的匿名测评', handedIn === 0 ? undefined : handedIn],
    ];
    return {
      name: '名册和设置',
      columns: [{ title: '项目' }, { title: '内容' }],
      rows: rows.filter(([, cell]) => cell !== undefined),
    };
  };
}

function rosterRows({ member: { person, organisation } }: Turn): readonly (readonly [string, Cell])[] {
  const filled = Object.entries(personCells(person)).filter(([, text]) => text !== '');
  return [['组织', organisation.name], ...filled];
}
