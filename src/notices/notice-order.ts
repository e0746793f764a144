import { Refusal } from '../errors.ts';
import type { LocalMoment } from '../time/local-moment.ts';
import type { NoticeQuestion } from './notice-question.ts';
import type { NoticeUrgency } from './notice.ts';
import { readQuestions } from './read-questions.ts';
import { beginsWithTime, readSendingTime, type Now } from './sending-time.ts';
import { refuseMarkedText } from './secrecy-marks.ts';

/** What stands after the audience, understood. */
export interface NoticeOrder {
  readonly urgency: NoticeUrgency;
  /** 定时. */
  readonly when?: LocalMoment;
  /** What was sent before goes with it. */
  readonly thing?: ThingWord;
  readonly text: string;
  readonly link?: string;
  readonly questions: readonly NoticeQuestion[];
}

/** What stands for something that was sent before. */
const thingWords = ['文件', '附件', '图片', '照片', '链接'] as const;
export type ThingWord = (typeof thingWords)[number];

/**
 * Reads `加急 文件 定时 明天9点 请看附件 https://… 问：能参加吗？能/不能`; everything but the text may be
 * missing. Throws a Refusal that says what was wrong.
 */
export function readNoticeOrder(typed: string, now: Now): NoticeOrder {
  // Before anything is looked for in it: WeCom's own messages are shorter, a forged one may not be.
  if (typed.length > longestText) throw tooLong(Buffer.byteLength(typed));
  refuseMarkedText(typed);
  const { rest, ...options } = readLastOption(readOptions(typed.trim(), now), now);
  const { text: withLink, questions } = readQuestions(rest);
  const { text, link } = takeLink(withLink);
  if (options.urgency === 'urgent' && options.when !== undefined) {
    throw new Refusal('“加急”是现在就发，“定时”是到时候发，两个请留一个。');
  }
  checkText(text, link, questions, options.thing);
  return { ...options, text, questions, ...(link === undefined ? {} : { link }) };
}

type Options = Pick<NoticeOrder, 'urgency' | 'when' | 'thing'> & { readonly rest: string };

function readOptions(typed: string, now: Now): Options {
  const { word, gap = '', rest = '' } = option.exec(typed)?.groups ?? {};
  if (word === undefined || (word === '定时' && gap === '' && !beginsWithTime(rest, now)))
    return { urgency: 'usual', rest: typed };
  if (word === '加急') return { ...readOptions(rest, now), urgency: 'urgent' };
  if (word === '定时') {
    const { when, rest: behind } = readSendingTime(rest, now);
    // A second 定时 belongs to the text.
    return {
      ...(behind.startsWith('定时') ? { urgency: 'usual', rest: behind } : readOptions(behind, now)),
      when,
    };
  }
  const thing = thingWords.find((one) => word.endsWith(one));
  return { ...readOptions(rest, now), ...(thing === undefined ? {} : { thing }) };
}

/** 加急, or 定时 with nothing but its time, may also stand behind everything: there it would go out at once. */
function readLastOption(read: Options, now: Now): Options {
  const { before, word, time = '' } = lastOption.exec(read.rest)?.groups ?? {};
  if (before === undefined) return read;
  if (word === '加急') return { ...read, urgency: 'urgent', rest: before };
  if (read.when !== undefined || !beginsWithTime(time, now)) return read;
  const { when, rest } = readSendingTime(time, now);
  return rest === '' ? { ...read, when, rest: before } : read;
}

const lastOption = /^(?<before>.*\S)\s+(?<word>加急|定时[\s:：]*(?<time>\S[^\n]{0,20}))$/su;

/** 定时 may be written together with its time, and 定时体检 is no 定时; the others are words of their own: 带文件. */
const option = new RegExp(
  `^(?<word>(?:加急|[带附]?(?:${thingWords.join('|')}))(?=\\s|$)|定时)(?<gap>[\\s:：]*)(?<rest>.*)$`,
  'su',
);

/** The first address in the text becomes what the card opens; the words around it close up. */
function takeLink(text: string): { readonly text: string; readonly link?: string } {
  const { before, link, behind } = linked.exec(text)?.groups ?? {};
  if (before === undefined || link === undefined || behind === undefined) return { text };
  const joint = before === '' || /^(?:$|[\s，。；！？、,.;!?])/u.test(behind) ? '' : ' ';
  return { text: `${before}${joint}${behind}`.trim(), link };
}

const linked =
  /^(?<before>.*?)[^\S\n]*(?<link>https?:\/\/[^\s<>"“”，。；！？、（）《》]+)[^\S\n]*(?<behind>.*)$/isu;

/** A notice has to fit into one message with its heading and what to do (2,048 bytes, protocol §4.2). In bytes. */
const longestText = 1800;

function checkText(
  text: string,
  link: string | undefined,
  questions: readonly NoticeQuestion[],
  thing: ThingWord | undefined,
): void {
  const parts = [text, link ?? '', ...questions.flatMap(({ ask, choices }) => [ask, ...choices])];
  const bytes = Buffer.byteLength(parts.join('\n'));
  if (bytes > longestText) throw tooLong(bytes);
  if (text === '' && link === undefined && thing === undefined) {
    throw new Refusal('还缺通知的内容。例如：通知 全体 周五前完成年度党费公示');
  }
  if (text !== '' && !/[\p{L}\p{N}]/u.test(text)) {
    throw new Refusal(
      '通知里没有文字，大家看不出要做什么。请写上一句话，例如：通知 全体 周五前完成年度党费公示',
    );
  }
}

function tooLong(bytes: number): Refusal {
  return new Refusal(
    `通知太长了：现在约 ${Math.ceil(bytes / 3)} 个汉字，最多约 ${longestText / 3} 个。请缩短，或把全文放在网页或文件里，只发要点。`,
  );
}
