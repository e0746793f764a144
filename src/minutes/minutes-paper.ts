import type { CurrentRoll } from '../attendance/read-roll.ts';
import { isThere, type RollLine } from '../attendance/roll.ts';
import { nameOf } from '../attendance/roll-words.ts';
import { yesNeeded } from '../attendance/quorum.ts';
import type { Block, WordDocument } from '../documents/document.ts';
import type { Meeting } from '../meetings/meeting.ts';
import type { Roster } from '../roster/roster-view.ts';
import { dayOf, monthOf, yearOf } from '../time/local-date.ts';
import { clockWords } from '../time/spoken-time.ts';
import { headingNames, type MinutesHeading } from './minutes-heading.ts';
import type { MinutesForPaper } from './minutes.ts';
import type { MinutesContent } from './read-minutes.ts';
import { readVote } from './read-vote.ts';

/** What stands at the head of every page. */
const standing = '草稿，以纸质原件为准';

/** The minutes as a paper to be checked, printed and signed: the fields of domain §6.1. */
export function minutesPaper(minutes: MinutesForPaper, roster: Roster): WordDocument {
  const { meeting, content, roll } = minutes;
  const organisation = roster.organisation(meeting.organisation)?.name ?? '';
  const parts = [
    ...listPart('theme', content),
    ...agendaPart(meeting, content),
    ...proseParts(content),
    ...votesPart(minutes),
    ...listPart('resolutions', content),
    ...listPart('rectification', content),
    ...listPart('tasks', content),
    ...listPart('attachments', content),
  ];
  return {
    title: `${organisation}${meeting.title}记录`,
    standing,
    blocks: [
      headTable(meeting, content, roll),
      ...absencePart(roll, roster),
      ...parts.flatMap(({ heading, blocks }, index) => [
        { kind: 'heading', text: `${ordinals[index] ?? ''}、${heading}` } as const,
        ...blocks,
      ]),
      { kind: 'signatures', labels: ['主持人', '记录人'] },
    ],
  };
}

/** `机关一支部党员大会记录 2026-11-25.docx` */
export function paperName({ title }: WordDocument, { date }: Meeting): string {
  return `${title} ${date}.docx`;
}

interface Part {
  readonly heading: string;
  readonly blocks: readonly Block[];
}

function headTable(meeting: Meeting, content: MinutesContent, { figures, facts }: CurrentRoll): Block {
  const single = (heading: MinutesHeading): string => content.get(heading)?.[0] ?? '';
  const voters = facts.voters === undefined ? `${meeting.invited.voting} 人（按名单）` : `${facts.voters} 人`;
  const online = figures.votersOnline === 0 ? '' : `，另线上 ${figures.votersOnline}`;
  return {
    kind: 'table',
    shares: [3, 8, 3, 5],
    rows: [
      ['时间', timeOfPaper(meeting, single('endedAt')), '地点', meeting.place ?? ''],
      ['主持人', single('chair'), '记录人', single('recorder')],
      ['应到', `${figures.expected} 人`, '实到', `${figures.there} 人`],
      ['请假', `${figures.leave} 人`, '未到', `${figures.missing} 人`],
      ['有表决权', voters, '其中到会', `${figures.voters} 人${online}`],
      ['形式', single('form'), '列席', (content.get('observers') ?? []).join('、')],
    ],
  };
}

/** `2026年11月25日 15:00 至 16:30` */
function timeOfPaper({ date, minute, until }: Meeting, ended: string): string {
  const day = `${yearOf(date)}年${monthOf(date)}月${dayOf(date)}日`;
  const end = ended === '' && until !== undefined ? clockWords(until) : ended;
  return `${day} ${clockWords(minute)}${end === '' ? '' : ` 至 ${end}`}`;
}

/** The absent by name, with the kind of reason only (domain §6.1). */
function absencePart({ lines }: CurrentRoll, roster: Roster): readonly Block[] {
  const absent = lines.filter((line) => !isThere(line) && line.standing !== 'guest');
  if (absent.length === 0) return [];
  const words = absent.map((line) => `${nameOf(roster, line.userid)}（${reasonOf(line)}）`);
  return [{ kind: 'paragraph', text: `缺席：${words.join('、')}` }];
}

function reasonOf(line: RollLine): string {
  if (line.state !== 'leave') return '未到';
  return line.reason === '请假' ? '请假' : `请假，${line.reason}`;
}

function agendaPart(meeting: Meeting, content: MinutesContent): readonly Part[] {
  const entries = content.get('agenda') ?? meeting.agenda;
  return entries.length === 0 ? [] : [{ heading: headingNames.agenda, blocks: [{ kind: 'list', entries }] }];
}

/** What was reported and said, as it was written. */
function proseParts(content: MinutesContent): readonly Part[] {
  return (['reports', 'course', 'speeches'] as const).flatMap((heading) => {
    const entries = content.get(heading) ?? [];
    const blocks = entries.map((text) => ({ kind: 'paragraph', text }) as const);
    return blocks.length === 0 ? [] : [{ heading: headingNames[heading], blocks }];
  });
}

/** Counted votes as a table, other lines as they stand; where a rule asks for it, what more than half is. */
function votesPart({ meeting, type, content, roll }: MinutesForPaper): readonly Part[] {
  const lines = content.get('votes') ?? [];
  if (lines.length === 0) return [];
  const votes = lines.flatMap((line) => readVote(line) ?? []);
  const others = lines.filter((line) => readVote(line) === undefined);
  const voters = roll.facts.voters ?? meeting.invited.voting;
  const half =
    type?.quorum === undefined ? '' : `应到会有表决权 ${voters} 人，超过半数为 ${yesNeeded(voters)} 人。`;
  return [
    {
      heading: headingNames.votes,
      blocks: [
        ...(votes.length === 0
          ? []
          : [
              {
                kind: 'table',
                head: ['表决事项', '同意', '反对', '弃权', '备注'],
                shares: [6, 2, 2, 2, 3],
                rows: votes.map(({ item, yes, no, abstain, note }) => [
                  item,
                  `${yes}`,
                  `${no}`,
                  `${abstain}`,
                  note,
                ]),
              } as const,
              {
                kind: 'paragraph',
                text: `${half}票数由计票人清点，以纸质记录为准。`,
              } as const,
            ]),
        ...others.map((text) => ({ kind: 'paragraph', text }) as const),
      ],
    },
  ];
}

function listPart(heading: MinutesHeading, content: MinutesContent): readonly Part[] {
  const entries = content.get(heading) ?? [];
  const [only = ''] = entries;
  if (entries.length === 0) return [];
  const block: Block = entries.length === 1 ? { kind: 'paragraph', text: only } : { kind: 'list', entries };
  return [{ heading: headingNames[heading], blocks: [block] }];
}

/** There are ten parts at most. */
const ordinals = '一二三四五六七八九十';
