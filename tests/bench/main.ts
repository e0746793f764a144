import { measureColdStart } from './cold-start-section.ts';
import { divideCores } from './cores.ts';
import { measureDelivery } from './delivery-section.ts';
import { measureMemory } from './memory-section.ts';
import { readRounds } from './options.ts';
import { measureRoom } from './room-section.ts';
import { countRoundTrips } from './round-trip-section.ts';
import type { Section } from './section.ts';
import { setStage } from './stage.ts';
import { tableText } from './table.ts';
import { measureTurns } from './turn-section.ts';

/**
 * `npm run bench`: what a turn, a start and a delivery cost, each beside the least it could cost, all
 * in one run and in turns, so that only ratios within a run are to be believed. `-- --quick` for less.
 */
const rounds = readRounds(process.argv.slice(2)) ?? refuse();
const cores = divideCores();
console.log(`Node.js ${process.version}; ${cores.description}; medians of ${rounds.turns} rounds`);

const stage = await setStage();
const sections: Section[] = [];
try {
  for (const measure of [
    // First: its stand-in of WeCom runs in this process, which the other sections fill with their callbacks.
    () => measureDelivery(stage, cores, rounds.delivery),
    () => measureTurns(stage, cores, rounds.turns),
    () => countRoundTrips(stage, cores),
    () => measureRoom(stage, cores, rounds.rooms),
    () => measureMemory(stage.userids),
    () => measureColdStart(stage, cores, rounds.coldStart),
  ]) {
    const section = await measure();
    console.log(`\n${section.title}\n\n${section.table}`);
    sections.push(section);
  }
} finally {
  await stage.close();
}

const aims = sections.flatMap((section) => section.aims);
const rows = aims.map(({ what, measured, aim, isReached }) => [
  what,
  measured,
  aim,
  isReached ? 'yes' : 'no',
]);
console.log(`\nAims\n\n${tableText(['', 'measured', 'aim', 'reached'], rows)}`);

function refuse(): never {
  console.error('用法：npm run bench　全部测量；npm run bench -- --quick　快测，只看大概');
  process.exit(2);
}
