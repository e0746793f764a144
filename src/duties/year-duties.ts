import type { Cell, Column } from '../sheets/sheet.ts';
import { scopeOf } from '../hours/scope.ts';
import { localDate, type LocalDate } from '../time/local-date.ts';
import { groupedNumber } from '../wording/grouped-number.ts';
import type { ReadYearPart } from '../year-book/year-part.ts';
import type { DutyBook } from './duty-book.ts';
import { shareWords } from './obligation-words.ts';
import { isMet, type Obligation } from './obligation.ts';
import { termTitle } from './period-words.ts';
import { tellsOfSomebody } from './tells-of-somebody.ts';

/** The duties of a year that were met and those that are open, by organisation in the order of the roster. */
export function createYearDuties(book: Pick<DutyBook, 'read'>): ReadYearPart {
  return async (turn, year) => {
    const { roster, today } = turn;
    const organisations = roster.subtree(scopeOf(turn).code);
    const stretch = { from: localDate(year, 1, 1), until: localDate(year, 12, 31) };
    const all = (await book.read({ roster, organisations, today, stretch })).flat();
    const begun = all.filter(({ opens }) => opens <= today);
    const met = begun.filter(isMet).length;
    const nameOf = (code: string): string => roster.organisation(code)?.name ?? code;
    return {
      figure: begun.length === 0 ? '' : `义务已办 ${groupedNumber(met)}/${groupedNumber(begun.length)} 项`,
      sheet: {
        name: '义务',
        heading: [
          `到 ${today} 已经开始的 ${begun.length} 项里，已办 ${met} 项。助手启用前到期的不列。`,
          '没有登记不等于没有办：办过的，书记发“登记 名称 日期”补上。',
        ],
        columns,
        rows: all.map((obligation) =>
          rowOf(obligation, nameOf(obligation.organisation), today, organisations.length > 1),
        ),
      },
    };
  };
}

const columns: readonly Column[] = [
  { title: '组织' },
  { title: '事项' },
  { title: '最后一天', kind: 'day' },
  { title: '情况' },
  { title: '哪天办的' },
  { title: '依据' },
];

/** `amongOthers`: seen by officers above the organisation. */
function rowOf(
  obligation: Obligation,
  organisation: string,
  today: LocalDate,
  amongOthers: boolean,
): readonly Cell[] {
  const { due, duty, met } = obligation;
  const isHidden = amongOthers && tellsOfSomebody(obligation);
  return [
    organisation,
    termTitle(obligation, today),
    due === undefined ? undefined : { date: due },
    isHidden ? '人少，不列' : stateWords(obligation, today),
    met.join('、'),
    duty.rule.source,
  ];
}

function stateWords(obligation: Obligation, today: LocalDate): string {
  const { opens, share, arranged } = obligation;
  if (isMet(obligation)) return '已办';
  if (opens > today) return '还没有到';
  if (share !== undefined) return shareWords(share);
  return arranged === undefined ? '还没有登记' : `已定 ${arranged}`;
}
