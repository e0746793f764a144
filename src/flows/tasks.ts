import type { Turn } from '../chat/turn.ts';
import { Refusal } from '../errors.ts';
import type { Flow } from '../library/flow.ts';
import type { Person } from '../roster/roster.ts';
import type { LocalDate } from '../time/local-date.ts';
import type { BeginCase, Begun } from './beginning.ts';
import { speaksFor } from './own-places.ts';
import { refusePrivateText } from './private-text.ts';

/** Tasks that come out of something else, such as the minutes of a meeting. */
export interface Tasks {
  /**
   * States a task for one person, like 交办 does, and the message to them; several may be stated in one
   * turn. Throws a Refusal for a text that must not be stored. Taking it back is up to the caller's own
   * 撤销, with `takeBackCase`.
   */
  assign(turn: Turn, order: TaskOrder): Promise<Begun>;
}

export interface TaskOrder {
  readonly to: Person;
  readonly due: LocalDate;
  readonly text: string;
  /** Where it comes from, for people: 会议 7 的纪要. */
  readonly origin?: string;
}

/** The flow that tasks to persons follow: its id in `content/flows/`. */
const taskFlow = 'task';

export function createTasks({
  flows,
  beginCase,
}: {
  readonly flows: readonly Flow[];
  readonly beginCase: BeginCase;
}): Tasks {
  return {
    async assign(turn, { to, due, text, origin }) {
      const flow = flows.find(({ id }) => id === taskFlow);
      if (flow === undefined) throw new Refusal('这里没有设置任务这种流程，请告诉运维人员。');
      refusePrivateText(text, flow.never);
      const { member, roster } = turn;
      return beginCase(turn, flow, {
        at: { date: turn.today, minute: turn.minute },
        by: member.person.userid,
        from: speaksFor(member, roster),
        organisation: roster.branchOf(to.organisation)?.code ?? to.organisation,
        subject: to.userid,
        values: { 期限: due, 内容: text },
        ...(origin === undefined ? {} : { origin }),
      });
    },
  };
}
