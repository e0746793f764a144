import { flowCommands } from '../../handlers/flow-commands.ts';
import { commands } from '../../handlers/index.ts';
import type { Command } from '../../src/chat/command.ts';
import { loadLibrary } from '../../src/library/load-library.ts';

const { library } = await loadLibrary('content');

/** Everything people can say: the commands of the code, and those that the shipped content defines. */
export const declaredCommands: readonly Command[] = [...commands, ...flowCommands(library.flows)];
