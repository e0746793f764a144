import type { Turn } from '../chat/turn.ts';
import { Refusal } from '../errors.ts';
import { scopeOf } from '../hours/scope.ts';
import type { DutyRules } from '../library/duty-rules.ts';
import { dutiesInForce, type DutyInForce } from '../library/duty-standard.ts';
import type { DutyBook } from './duty-book.ts';
import { lastList } from './last-list.ts';
import { dutiesCalled, namedDuty } from './named-duty.ts';
import { ownDuties } from './own-duties.ts';

export interface BasisParts {
  readonly rules: DutyRules;
  readonly book: Pick<DutyBook, 'read'>;
}

/** 依据 2, 依据 组织生活会. */
export function createBasis({ rules, book }: BasisParts) {
  return async (turn: Turn, typed: string): Promise<DutyInForce> => {
    const inForce = dutiesInForce(rules, turn.today);
    const number = /^[1-9]\d?$/u.exec(typed.normalize('NFKC').trim())?.[0];
    if (number === undefined) return namedFor(turn, typed, inForce);

    const shown = lastList(turn.desk, turn.today);
    const codes = shown.length > 0 ? shown : await openCodes(turn);
    const code = codes[Number(number) - 1];
    const duty = inForce.find(({ rule }) => rule.code === code);
    if (duty !== undefined) return duty;
    const range = codes.length === 0 ? '现在没有列出的项目' : `列出的是 1 到 ${codes.length}`;
    throw new Refusal(`没有第 ${number} 项，${range}。发“还差什么”看列表，或写名称，例如：依据 主题党日`);
  };

  /** 换届 is that of the own organisation, if it has one. */
  function namedFor(turn: Turn, typed: string, inForce: readonly DutyInForce[]): DutyInForce {
    const { kind } = scopeOf(turn);
    const own = inForce.filter(({ rule }) => rule.scope.includes(kind));
    const called = dutiesCalled(typed, own);
    return namedDuty(typed, called.length === 1 ? called : inForce, example);
  }

  async function openCodes(turn: Turn): Promise<readonly string[]> {
    const { open } = await ownDuties(book, turn, scopeOf(turn));
    return open.map(({ duty }) => duty.rule.code);
  }
}

const example = (title: string): string => `例如：依据 ${title}`;
