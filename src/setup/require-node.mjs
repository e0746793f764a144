// @ts-check
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { giveUp, projectRoot } from './project.mjs';

/** Stops with one sentence unless this Node.js is one that `engines` in package.json allows. */
export function requireNode() {
  const { engines } = JSON.parse(readFileSync(join(projectRoot, 'package.json'), 'utf8'));
  if (satisfies(process.versions.node, engines.node)) return;
  giveUp(
    `需要 Node.js 20.19 以上的长期支持版（推荐 24），现在是 ${process.version}。下载：https://nodejs.org/`,
  );
}

/**
 * Only the grammar `engines` uses: `^1.2.3` (same major) and `>=1.2.3`, joined by `||`.
 *
 * @param {string} version
 * @param {string} range
 */
function satisfies(version, range) {
  const actual = numbers(version);
  return range.split('||').some((alternative) => {
    const lowest = numbers(alternative);
    const sameMajor = !alternative.includes('^') || actual[0] === lowest[0];
    return sameMajor && compare(actual, lowest) >= 0;
  });
}

/** @param {string} text */
function numbers(text) {
  return text
    .replace(/^[^\d]*/, '')
    .split('.')
    .map(Number.parseFloat);
}

/**
 * @param {number[]} left
 * @param {number[]} right
 */
function compare(left, right) {
  const index = right.findIndex((number, position) => number !== left[position]);
  return index === -1 ? 0 : (left[index] ?? 0) - (right[index] ?? 0);
}
