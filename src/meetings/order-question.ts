import type { Turn } from '../chat/turn.ts';
import { Refusal } from '../errors.ts';
import type { Organisation } from '../roster/roster.ts';
import type { Doubt, SpokenMoment } from '../time/spoken/doubt.ts';
import type { SpokenTime } from '../time/spoken/read-spoken-time.ts';
import { convenedOrganisation, groupsBelow, guestsCalled, refuseOthersMeetings } from './convening.ts';
import type { MeetingOrder, OrderParts } from './meeting-order.ts';
import type { OrderWords } from './order-words.ts';

/** What was understood of a call: all of it, or what has to be asked first. */
export type UnderstoodOrder = { readonly kind: 'order'; readonly order: MeetingOrder } | OrderQuestion;

/** Something is missing, or may mean two things; what is known is kept for every choice. */
export type OrderQuestion = { readonly known: OrderParts } & (
  | {
      readonly kind: 'when';
      /** Empty when somebody only wants another time. */
      readonly doubts: readonly Doubt[];
      readonly choices: readonly SpokenMoment[];
    }
  | { readonly kind: 'type' }
  | { readonly kind: 'group'; readonly groups: readonly Organisation[] }
);

/**
 * Looks up whom and what the words of a call mean. Throws a Refusal for what the officer may not call, for
 * people and organisations that do not exist, and when no time was said at all.
 */
export function understandOrder(turn: Turn, words: OrderWords): UnderstoodOrder {
  const { time, type, title, place, monthly, agenda } = words;
  if (type !== undefined) refuseOthersMeetings(turn, type);
  refuseLong('地点', place, longestPlace);
  refuseLong('会议的名称', title, longestTitle);
  const known = {
    organisation: convenedOrganisation(turn, words.organisation),
    ...(monthly === undefined ? {} : { monthly }),
    ...(place === undefined ? {} : { place }),
    agenda,
    guests: guestsCalled(turn, words.guests),
  };
  const named: OrderParts = type === undefined || title === undefined ? known : { ...known, type, title };
  if (time.doubts.length > 0) {
    return { kind: 'when', doubts: time.doubts, choices: time.choices, known: named };
  }
  const when = momentOf(time);
  if (when === undefined) throw new Refusal(noTime(named));
  if (type === undefined || title === undefined) return { kind: 'type', known: { ...named, when } };
  const order = { ...known, type, title, when };
  if (type.invites !== '小组' || known.organisation.kind === '党小组') return { kind: 'order', order };

  const [group, ...others] = groupsBelow(turn, known.organisation);
  if (group === undefined) throw new Refusal(`${known.organisation.name}没有分党小组，可以开党员大会。`);
  if (others.length > 0) return { kind: 'group', groups: [group, ...others], known: order };
  return { kind: 'order', order: { ...order, organisation: group } };
}

/** So that both stand in one line of a card (protocol §4.3: 36 and 44 characters). */
const longestTitle = 20;
const longestPlace = 20;

function refuseLong(what: string, text: string | undefined, longest: number): void {
  const length = [...(text ?? '')].length;
  if (length <= longest) return;
  throw new Refusal(`${what}“${text}”有 ${length} 个字，最多 ${longest} 个，请写短一些。`);
}

function momentOf({ date, minute, until }: SpokenTime): SpokenMoment | undefined {
  if (date === undefined || minute === undefined) return undefined;
  return { date, minute, ...(until === undefined ? {} : { until }) };
}

/** With the person's own words in the example (dialogues.md, rule 7). */
function noTime({ title = '党员大会', place = '308会议室', agenda = [] }: OrderParts): string {
  const items = agenda.length === 0 ? '' : ` ${agenda.join('；')}`;
  return `还没有说什么时候开。例如：开会 下周三下午3点 ${title} ${place}${items}`;
}
