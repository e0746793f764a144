// @ts-check

/**
 * How to start npm: the very one that runs us when there is one, so that no second version mixes in.
 *
 * @param {readonly string[]} words
 * @returns {[command: string, words: string[]]}
 */
export function npm(words) {
  const running = process.env['npm_execpath'];
  return running === undefined ? ['npm', [...words]] : [process.execPath, [running, ...words]];
}
