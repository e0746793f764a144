import type { Answer } from '../chat/answer.ts';
import type { CardButton } from '../chat/card.ts';

export interface ChoiceQuestion {
  /** The answer itself: what is not clear. */
  readonly title: string;
  /** Lines below it. */
  readonly lines: readonly string[];
  /** Each is a whole command line: a tap does what typing it does. */
  readonly choices: readonly CardButton[];
  /** A correct line, with the person's own words. */
  readonly example: string;
}

/** Asks back with the choices as buttons; in words alone where there are none, or a line is too long for one. */
export function choiceQuestion({ title, lines, choices, example }: ChoiceQuestion): Answer {
  if (choices.length === 0 || !choices.every(({ line }) => fitsButton(line))) {
    return [title, ...lines, `请直接发：${example}`].join('\n');
  }
  const labels = choices.map(({ label }) => label).join('、');
  const body = [...lines, `请选一个，或直接发：${example}`].join('\n');
  return { card: { title, body, buttons: choices, reply: `可以选：${labels}` } };
}

/** Whether a line can stand behind a button: 1,024 bytes, of which some are left (protocol §4.3). */
export function fitsButton(line: string): boolean {
  return Buffer.byteLength(line) <= 1000;
}
