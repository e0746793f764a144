import type { LocalDate } from '../time/local-date.ts';
import { readSpokenDeadline } from '../time/spoken/read-spoken-day.ts';

/** `张三 12-01前 交报告`: who, until when, what; or why it cannot be given to anybody. */
export type TaskLine =
  | {
      readonly kind: 'task';
      readonly names: readonly string[];
      readonly due: LocalDate;
      readonly text: string;
    }
  | { readonly kind: 'unclear'; readonly why: string };

/**
 * Reads a line of tasks. The day is a word of its own behind the names, or the last one; several people may
 * be named, parted by `、`.
 */
export function readTaskLine(line: string, today: LocalDate): TaskLine {
  const [who = '', ...words] = line.split(/[\s，,；;]+/u).filter((word) => word !== '');
  const dueAt = words.findIndex(
    (word, index) => (index === 0 || index === words.length - 1) && isDay(word, today),
  );
  const dueWord = words[dueAt];
  if (dueWord === undefined) return { kind: 'unclear', why: '没有写清期限' };
  const due = readSpokenDeadline(dueWord, today);
  if (due.kind === 'unclear') return { kind: 'unclear', why: `${dueWord}：${due.why}` };
  if (due.kind !== 'day') return { kind: 'unclear', why: `日历上没有 ${dueWord} 这一天` };
  if (due.date < today) return { kind: 'unclear', why: '期限已经过了' };

  const text = words.filter((_, index) => index !== dueAt).join(' ');
  if (text === '') return { kind: 'unclear', why: '没有写做什么' };
  return { kind: 'task', names: who.split('、').filter((name) => name !== ''), due: due.date, text };
}

function isDay(word: string, today: LocalDate): boolean {
  return readSpokenDeadline(word, today).kind !== 'notADay';
}
