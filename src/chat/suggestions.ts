import { distance } from 'fastest-levenshtein';
import type { Command } from './command.ts';
import { normalise } from './normalise.ts';

/**
 * The command words nearest to something that no command understood: one wrong character (签道),
 * the pinyin (`qian dao`) or its first letters (`qd`), the same sound written otherwise (前到), or a
 * sentence with the word in it (我要签到). Nearest first, at most three; only commands from `commands`,
 * so that nobody is shown what they may not do. Nothing for what says no: 没收到 is no slip of 收到.
 */
export async function suggest(text: string, commands: readonly Command[]): Promise<readonly string[]> {
  const said = firstWord(normalise(text));
  if (said === '' || said.length > longestSlip) return [];
  const names = commands.flatMap((command) =>
    command.names
      .map(normalise)
      .filter((name) => name.length > 1)
      .map((name) => ({ name, word: command.names[0] })),
  );
  const meant = negation.test(said) ? names.filter(({ name }) => negation.test(name)) : names;

  // Loaded at the first slip only: the table of sounds costs more than the rest of a cold start.
  const { pinyin } = await import('pinyin-pro');
  const sound = (word: string): string => pinyin(word, { toneType: 'none', separator: '', v: true });
  const initials = (word: string): string =>
    pinyin(word, { pattern: 'first', toneType: 'none', separator: '' });
  const saidSound = sound(said).replace(/\s/g, '');

  function nearness(name: string): number {
    if (sound(name) === saidSound) return 0;
    if (initials(name) === said) return 1;
    if (isSlip(name)) return 2;
    if (said.length > 2 && name.startsWith(said)) return 2;
    if (saidSound.length > 3 && distance(sound(name), saidSound) === 1) return 3;
    // Of two words in a sentence the longer one is meant, and the one that comes last: 我的学时.
    if (said.includes(name)) return 5 - name.length / 10 - said.lastIndexOf(name) / 1000;
    return Infinity;
  }

  /** One character more, less or, in a longer word, wrong: 好的 is half of 我的, and means something else. */
  function isSlip(name: string): boolean {
    return distance(name, said) === 1 && (name.length !== said.length || name.length > 2);
  }

  const near = meant
    .map(({ name, word }) => ({ word, score: nearness(name) }))
    .filter(({ score }) => score < Infinity)
    .toSorted((a, b) => a.score - b.score);
  const best = near.filter(({ score }) => score < 4);
  return [...new Set((best.length > 0 ? best : near.slice(0, 1)).map(({ word }) => word))].slice(0, 3);
}

/** Latin words together are the pinyin of one. */
function firstWord(normal: string): string {
  return /^[a-z ]+$/u.test(normal) ? normal.replaceAll(' ', '') : (normal.split(' ')[0] ?? '');
}

const negation = /[不没未别勿无]/u;

/** Longer texts are sentences, not slips; the longest pinyin of a command word has about 18 letters. */
const longestSlip = 24;
