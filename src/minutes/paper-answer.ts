import { meetingWords } from '../meetings/meeting-words.ts';
import type { FileAnswer } from '../chat/answer.ts';
import { wordFile } from '../documents/word-file.ts';
import type { Roster } from '../roster/roster-view.ts';
import { headingNames } from './minutes-heading.ts';
import { minutesPaper, paperName } from './minutes-paper.ts';
import type { MinutesForPaper } from './minutes.ts';

/** 纪要 7 导出: the paper, and what is still to be done with it. */
export async function paperAnswer(minutes: MinutesForPaper, roster: Roster): Promise<FileAnswer> {
  const { meeting, missing, roll } = minutes;
  const paper = minutesPaper(minutes, roster);
  const leave = roll.figures.leave;
  return {
    text: [
      `${meetingWords(meeting)}纪要的 Word 草稿随后发来，以签字的纸质原件为准。`,
      ...(missing.length === 0
        ? []
        : [`还缺：${missing.map((heading) => headingNames[heading]).join('、')}`]),
      ...(leave === 0 ? [] : [`请假的 ${leave} 人，下个工作日上午会收到议题和决议，用来补学。`]),
      '草稿在这里再存 30 天，请打印、签字、存档。',
    ].join('\n'),
    file: {
      name: paperName(paper, meeting),
      bytes: await wordFile(paper),
      subject: `纪要 ${meeting.number}`,
    },
  };
}
