import { Refusal } from '../errors.ts';
import { refuseMarkedText } from '../notices/secrecy-marks.ts';

/** What was typed after 报错: perhaps a question's id, perhaps what is wrong with it. */
export interface TypedReport {
  readonly questionId?: string;
  /** One line, without the name of whoever wrote it. */
  readonly remark?: string;
}

/** Longer remarks are letters. */
const longestRemark = 60;

/** Throws a Refusal for a remark that is too long or has marks of classified papers. */
export function readReport(typed: string, isQuestion: (id: string) => boolean): TypedReport {
  const words = typed.normalize('NFKC').trim().replaceAll(/\s+/gu, ' ');
  const [first = ''] = words.split(' ');
  const questionId = isQuestion(first.toLowerCase()) ? first.toLowerCase() : undefined;
  const remark = questionId === undefined ? words : words.slice(first.length).trim();
  refuseMarkedText(remark);
  const { length } = [...remark];
  if (length > longestRemark) {
    throw new Refusal(`说明太长了：${length} 个字，最多 ${longestRemark} 个字。例如：报错 答案和条例不一致`);
  }
  return { ...(questionId === undefined ? {} : { questionId }), ...(remark === '' ? {} : { remark }) };
}
