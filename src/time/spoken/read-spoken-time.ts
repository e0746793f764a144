import type { LocalDate } from '../local-date.ts';
import { clustersOf, rivalOf, tellingClusters, type Cluster } from './cluster.ts';
import type { Doubt, SpokenMoment } from './doubt.ts';
import { plainForm } from './plain-form.ts';
import { questionsAbout } from './questions.ts';
import { isAhead, momentsOf, saidMoments, type Now } from './said-moments.ts';
import { scan } from './scan.ts';

/** When something is to be, as far as a text says so. */
export interface SpokenTime {
  /** The likeliest day and time; undefined when the text tells of none. */
  readonly date?: LocalDate;
  /** Minute of the day, 0 to 1439. */
  readonly minute?: number;
  /** Minute at which it ends, 1 to 1440, when that was said. */
  readonly until?: number;
  /** The text without the words of the time, otherwise as it was typed. */
  readonly rest: string;
  /** What has to be asked back; empty when all is clear, and when the text tells of no time. */
  readonly doubts: readonly Doubt[];
  /** When there are doubts, complete moments to choose from: at most four, the likeliest first. */
  readonly choices: readonly SpokenMoment[];
}

/**
 * Finds a day, a time and perhaps an end in a Chinese text, wherever they stand in it: `下周三下午3点`,
 * `15:00-16:30 明天`, `12月1号 晚7点半`. What may be meant in two ways, and what is probably not meant (a day
 * off, the past, the night), comes back as a doubt with choices; nothing is guessed silently. In front of a
 * time `就定` says that it is meant as it stands.
 */
export function readSpokenTime(text: string, now: Now): SpokenTime {
  const plain = plainForm(text);
  const { today, calendar } = now;
  const clusters = clustersOf(scan(plain, { today, near: today, isWorkday: calendar.isWorkday }), plain);
  const telling = tellingClusters(clusters, plain);
  const said = saidMoments(piecesOf(telling), plain, now);
  if (said === undefined) return { rest: text.trim(), doubts: [], choices: [] };

  const rest = without(text, telling);
  const [first] = momentsOf(said);
  const rival = rivalOf(telling, clusters, plain);
  const other = rival && saidMoments(rival.pieces, plain, now);
  const [second] = other === undefined ? [] : momentsOf(other);
  const isOneTime = first === undefined || second === undefined || isSame(first, second);
  const choices = isOneTime ? [] : [first, second].filter((moment) => isAhead(moment, now));
  if (choices.length === 0) return { ...first, rest, ...questionsAbout(said, now) };
  return { ...choices[0], rest, doubts: [{ kind: 'twoTimes', words: '写了两个时间' }], choices };
}

function piecesOf(clusters: readonly Cluster[]): Cluster['pieces'] {
  return clusters.flatMap(({ pieces }) => pieces);
}

function isSame(first: SpokenMoment, second: SpokenMoment): boolean {
  return first.date === second.date && first.minute === second.minute;
}

/** What is left around the words of the time, without the small words that led to them. */
function without(text: string, clusters: readonly Cluster[]): string {
  const starts = [...clusters.map(({ start }) => start), text.length];
  const ends = [0, ...clusters.map(({ end }) => end)];
  return ends
    .map((end, index) => text.slice(end, starts[index]))
    .map((part, index) => (index === 0 ? part : part.replace(/^\s*(?:开始|左右|准时|整)/u, '')))
    .map((part, index) =>
      index === clusters.length
        ? part
        : part.replace(/(?:定于|定在|改到|改为|于|在|从|(?:会议|开会)?时间\s*[:：]?)\s*$/u, ''),
    )
    .map((part) => part.replaceAll(/^[\s,，]+|[\s,，]+$/gu, ''))
    .filter((part) => part !== '')
    .join(' ');
}
