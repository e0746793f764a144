import { meetingWords } from '../meetings/meeting-words.ts';
import type { Turn } from '../chat/turn.ts';
import { quoted } from '../wording/quoted.ts';
import { shortened, shortLine } from '../wording/shortened.ts';
import { dateWords } from '../time/spoken-time.ts';
import { headingNames, minutesHeadings, singleHeadings, type MinutesHeading } from './minutes-heading.ts';
import type { TakenBackPiece, WrittenMinutes } from './minutes.ts';
import type { MinutesView } from './open-minutes.ts';
import type { ReadPiece } from './read-minutes.ts';
import type { GivenOut } from './task-giving.ts';

/** 纪要 7: what there is, what is missing, and how to go on. */
export function overviewText(view: MinutesView): string {
  const { meeting, type, draft, content } = view;
  const { number } = meeting;
  const tasks = draft.pieces.reduce((sum, piece) => sum + piece.tasks.length, 0);
  const parts = minutesHeadings.flatMap((heading) => {
    const entries = content.get(heading) ?? [];
    const [first = ''] = entries;
    if (entries.length === 0) return [];
    if (singleHeadings.has(heading)) return [`${headingNames[heading]}：${shortened(first, 20)}`];
    return [`${headingNames[heading]} ${entries.length} 条`];
  });
  const restricted =
    type?.minutes === undefined ? [] : [`这类会的发言写在纸质记录上，这里只记${type.minutes}。`];
  return [
    `${meetingWords(meeting)}纪要，${draft.pieces.length === 0 ? '还没有写' : `已记 ${draft.pieces.length} 段`}`,
    ...(parts.length === 0 ? [] : [`${parts.join('，')}${tasks === 0 ? '' : `（已交办 ${tasks}）`}`]),
    ...restricted,
    ...missingLines(view),
    `写一段，例如：纪要 ${number} ${exampleFor(view)}`,
    ...(draft.pieces.length === 0
      ? ['可以分几次发，也可以整篇粘贴；时间、地点、人数不用写。']
      : [`看全文发“纪要 ${number} 全文”，要 Word 稿发“纪要 ${number} 导出”。`]),
  ].join('\n');
}

/** The answer to 纪要 7 决议：…. */
export function writtenText(written: WrittenMinutes, turn: Turn): string {
  const { piece, view, given, notGiven, repeated } = written;
  const { meeting, draft } = view;
  const { number } = meeting;
  const [unclear] = notGiven;
  return [
    `已记第 ${draft.pieces.length} 段：${pieceWords(piece)}。`,
    ...(piece.passedOver.length === 0 ? [] : [`${piece.passedOver.join('、')}按会议和考勤填，没有另记。`]),
    ...givenLines(given, turn),
    ...(repeated === 0 ? [] : [`有 ${repeated} 条任务以前交办过，没有重复交办。`]),
    ...(unclear === undefined
      ? []
      : [
          `没有交办 ${notGiven.length} 条：${quoted(unclear.line)}${unclear.why}。`,
          `改好再发，例如：纪要 ${number} 任务：张三 12-01前 交报告`,
        ]),
    ...missingLines(view),
    `记错了，10 分钟内发“撤销”；看全部发“纪要 ${number}”。`,
  ].join('\n');
}

/** The answer to 纪要 7 撤回上一段, and to 撤销. */
export function takenBackPieceText({ meeting, piece, tasks }: TakenBackPiece): string {
  return [
    `已撤回${meetingWords(meeting)}纪要里的${quoted(shortLine(piece.text, 20))}。`,
    ...tasks,
    `发“纪要 ${meeting.number}”看现在有什么。`,
  ].join('\n');
}

/** 纪要 7 全文. */
export function wholeText({ meeting, content, draft }: MinutesView): string {
  if (draft.pieces.length === 0) return `${meetingWords(meeting)}还没有写纪要。`;
  const parts = minutesHeadings.flatMap((heading) => {
    const entries = content.get(heading) ?? [];
    if (entries.length === 0) return [];
    if (singleHeadings.has(heading)) return [`${headingNames[heading]}：${entries[0] ?? ''}`];
    return [`【${headingNames[heading]}】`, ...entries.map((entry, index) => `${index + 1}. ${entry}`)];
  });
  return [`${meetingWords(meeting)}纪要草稿，以纸质原件为准`, ...parts].join('\n');
}

function missingLines({ missing }: MinutesView): readonly string[] {
  return missing.length === 0 ? [] : [`还缺：${missing.map((heading) => headingNames[heading]).join('、')}`];
}

/** The first thing that is missing, as one would write it. */
function exampleFor({ missing }: MinutesView): string {
  const heading = missing[0] ?? 'tasks';
  return `${headingNames[heading]}：${examples[heading] ?? '…'}`;
}

const examples: Readonly<Partial<Record<MinutesHeading, string>>> = {
  chair: '张三',
  recorder: '李四',
  theme: '学习贯彻全会精神',
  course: '支委会报告了前三季度工作',
  resolutions: '同意支委会的工作安排',
  rectification: '支委会 月底前 完善学习制度',
  tasks: '张三 12-01前 交学习报告',
};

/** `决议 2 条，任务 1 条`. */
function pieceWords({ lines }: ReadPiece): string {
  return minutesHeadings
    .flatMap((heading) => {
      const own = lines.filter((line) => line.heading === heading);
      const [first] = own;
      if (first === undefined) return [];
      return singleHeadings.has(heading)
        ? [`${headingNames[heading]} ${shortened(first.text, 12)}`]
        : [`${headingNames[heading]} ${own.length} 条`];
    })
    .join('，');
}

function givenLines(given: readonly GivenOut[], { today }: Turn): readonly string[] {
  if (given.length === 0) return [];
  const shown = given
    .slice(0, mostShown)
    .map(({ person, number, due }) => `${person.name}（任务 ${number}，${dateWords(due, today)}前）`);
  const others = given.length > mostShown ? `等 ${given.length} 件` : '';
  return [`已交办：${shown.join('、')}${others}。`];
}

const mostShown = 3;
