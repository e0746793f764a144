import { systemClock } from '../time/clock.ts';
import { createZone } from '../time/zone.ts';
import { runContentCommand } from './content-command.ts';

const { CONTENT_DIR, TIMEZONE } = process.env;
const today = createZone(TIMEZONE || undefined).localAt(systemClock.now()).date;
const { lines, exitCode } = await runContentCommand(process.argv.slice(2), CONTENT_DIR || 'content', today);

const output = exitCode === 2 ? process.stderr : process.stdout;
output.write(lines.map((line) => `${line}\n`).join(''));
process.exitCode = exitCode;
