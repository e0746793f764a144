import { Refusal } from '../errors.ts';
import type { DutyInForce } from '../library/duty-standard.ts';
import { comparable } from '../roster/comparable.ts';
import { nearName } from '../roster/near-name.ts';
import { quoted } from '../wording/quoted.ts';

/**
 * The duty somebody names: by its title or another word for it, else by a part of one that no other has.
 * Throws a Refusal, followed by `example`, with the one probably meant, or with what there is.
 */
export function namedDuty(
  typed: string,
  duties: readonly DutyInForce[],
  example: (title: string) => string,
): DutyInForce {
  const found = dutiesCalled(typed, duties);
  const [duty, second] = found;
  if (duty !== undefined && second === undefined) return duty;
  if (duty !== undefined) {
    throw new Refusal(`${quoted(typed)}可以是：${titlesOf(found)}。${example(duty.rule.title)}`);
  }
  const near = nearName(typed, duties.flatMap(namesOf));
  const meant = duties.find((one) => near !== undefined && namesOf(one).includes(near));
  if (meant !== undefined) {
    const { title } = meant.rule;
    throw new Refusal(`没有${quoted(typed)}这一项，是不是${title}？${example(title)}`);
  }
  throw new Refusal(
    `没有${quoted(typed)}这一项。有：${titlesOf(duties)}。${example(duties[0]?.rule.title ?? '')}`,
  );
}

/** All duties that are meant as well as each other. */
export function dutiesCalled(typed: string, duties: readonly DutyInForce[]): readonly DutyInForce[] {
  const wanted = comparable(typed);
  const called = (is: (name: string) => boolean) =>
    duties.filter((duty) => namesOf(duty).some((name) => is(comparable(name))));
  const whole = called((name) => name === wanted);
  if (whole.length > 0 || wanted === '') return whole;
  const begun = called((name) => name.startsWith(wanted));
  return begun.length > 0 ? begun : called((name) => name.includes(wanted));
}

function namesOf({ rule }: DutyInForce): readonly string[] {
  return [rule.title, ...rule.also];
}

/** As many as fit a phone. */
function titlesOf(duties: readonly DutyInForce[]): string {
  const titles = duties.slice(0, mostTitles).map(({ rule }) => rule.title);
  return `${titles.join('、')}${duties.length > mostTitles ? '等' : ''}`;
}

const mostTitles = 10;
