import { commandWords } from '../../handlers/command-words.ts';
import { readEnvironment } from '../environment.ts';
import { runImportCommand } from '../quiz-import/import-command.ts';
import { systemClock } from '../time/clock.ts';
import { createZone } from '../time/zone.ts';
import { runContentCommand } from './content-command.ts';

// npm run content -- check [DIR] | import FILE [--dry-run] [--to FILE]

const { CONTENT_DIR, TIMEZONE } = readEnvironment();
const folder = CONTENT_DIR || 'content';
const today = createZone(TIMEZONE || undefined).localAt(systemClock.now()).date;
const words = process.argv.slice(2);
const { lines, exitCode } = await (words[0] === 'import'
  ? runImportCommand(words.slice(1), folder, today)
  : runContentCommand(words, folder, today, commandWords));

const output = exitCode === 2 ? process.stderr : process.stdout;
output.write(lines.map((line) => `${line}\n`).join(''));
process.exitCode = exitCode;
