import { distance } from 'fastest-levenshtein';
import type { Command } from './command.ts';
import { normalise } from './normalise.ts';

/**
 * The command words nearest to something that no command understood: one wrong character (签道),
 * the pinyin (`qiandao`) or its first letters (`qd`), or the same sound written otherwise (前到).
 * Nearest first, at most three; only commands from `commands`, so that nobody is shown what they may
 * not do.
 */
export async function suggest(text: string, commands: readonly Command[]): Promise<readonly string[]> {
  const said = normalise(text).split(' ')[0] ?? '';
  if (said === '' || said.length > longestSlip) return [];
  // Loaded at the first slip only: the table of sounds costs more than the rest of a cold start.
  const { pinyin } = await import('pinyin-pro');
  const sound = (word: string): string => pinyin(word, { toneType: 'none', separator: '', v: true });
  const initials = (word: string): string =>
    pinyin(word, { pattern: 'first', toneType: 'none', separator: '' });
  const saidSound = sound(said).replace(/\s/g, '');

  const scored = commands.flatMap((command) =>
    command.names
      .map(normalise)
      .filter((name) => name.length > 1)
      .map((name) => ({ word: command.names[0], score: nearness(name) })),
  );

  function nearness(name: string): number {
    if (sound(name) === saidSound) return 0;
    if (initials(name) === said) return 1;
    if (distance(name, said) === 1) return 2;
    if (said.length > 2 && name.startsWith(said)) return 2;
    if (saidSound.length > 3 && distance(sound(name), saidSound) === 1) return 3;
    return Infinity;
  }

  const near = scored.filter(({ score }) => score < Infinity).toSorted((a, b) => a.score - b.score);
  return [...new Set(near.map(({ word }) => word))].slice(0, 3);
}

/** Longer texts are sentences, not slips; the longest pinyin of a command word has about 18 letters. */
const longestSlip = 24;
