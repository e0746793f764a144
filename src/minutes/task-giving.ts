import type { Turn } from '../chat/turn.ts';
import { peopleNamed } from '../flows/named-subject.ts';
import type { Tasks } from '../flows/tasks.ts';
import { lengthOf } from '../library/summary.ts';
import type { Person } from '../roster/roster.ts';
import { quoted } from '../wording/quoted.ts';
import type { LocalDate } from '../time/local-date.ts';
import type { GivenTask, MinutesDraft } from './minutes-draft.ts';
import type { ReadPiece } from './read-minutes.ts';
import { readTaskLine } from './read-task-line.ts';

/** What became of the lines of tasks in a piece of minutes. */
export interface TaskGiving {
  readonly given: readonly GivenOut[];
  /** They stand in the minutes and were given to nobody. */
  readonly notGiven: readonly { readonly line: string; readonly why: string }[];
  /** How many lines were given out before, by this or an earlier piece. */
  readonly repeated: number;
}

export interface GivenOut extends GivenTask {
  readonly person: Person;
  readonly due: LocalDate;
}

/** States a task for each person in each line that says who, until when and what. */
export async function giveTasks(
  turn: Turn,
  { number, pieces }: MinutesDraft,
  piece: ReadPiece,
  tasks: Tasks,
): Promise<TaskGiving> {
  const known = new Set(pieces.flatMap((one) => one.tasks.map(({ line }) => line)));
  const given: GivenOut[] = [];
  const notGiven: { line: string; why: string }[] = [];
  let repeated = 0;

  for (const { text: line } of piece.lines.filter(({ heading }) => heading === 'tasks')) {
    const key = line.normalize('NFKC').replaceAll(/\s/gu, '');
    if (known.has(key)) {
      repeated += 1;
      continue;
    }
    known.add(key);
    const order: Order =
      given.length >= mostTasks ? { why: `一段最多交办 ${mostTasks} 件，请另发` } : orderOf(turn, line);
    if ('why' in order) {
      notGiven.push({ line, why: order.why });
      continue;
    }
    for (const person of order.people) {
      const { due, text } = order;
      const begun = await tasks.assign(turn, { to: person, due, text, origin: `会议 ${number} 的纪要` });
      given.push({ number: begun.found.number, line: key, person, due });
    }
  }
  return { given, notGiven, repeated };
}

type Order =
  | { readonly people: readonly Person[]; readonly due: LocalDate; readonly text: string }
  | { readonly why: string };

function orderOf({ member, roster, today }: Turn, line: string): Order {
  const read = readTaskLine(line, today);
  if (read.kind === 'unclear') return { why: read.why };
  if (lengthOf(read.text) > longestTask) return { why: `写得太长，一件任务最多 ${longestTask} 个字` };
  const people: Person[] = [];
  for (const name of read.names) {
    const [person, second] = peopleNamed(name, member, roster);
    if (person === undefined) return { why: `您这里没有${quoted(name)}` };
    if (second !== undefined) return { why: `有同名的${person.name}，请写账号` };
    people.push(person);
  }
  return { people, due: read.due, text: read.text };
}

/** What is given out together has to fit into one answer, and so has taking it back. */
const mostTasks = 8;

/** As long as the flow of tasks takes it (`content/flows/`). */
const longestTask = 300;
