// @ts-check
import { fileURLToPath } from 'node:url';

/** The project's own folder, wherever the command was started from; ends without a slash. */
export const projectRoot = fileURLToPath(new URL('../..', import.meta.url)).replace(/[/\\]$/, '');

/**
 * Ends the command with one sentence that says what is missing and what to do.
 *
 * @param {string} sentence in Chinese, for the person who typed the command
 * @returns {never}
 */
export function giveUp(sentence) {
  console.error(sentence);
  process.exit(1);
}
