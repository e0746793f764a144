import { commands } from './index.ts';

/** Everything that means something already, so that content defines no command of the same name. */
export const commandWords: readonly string[] = [
  ...new Set([...commands.flatMap(({ names }) => names), '确认', '取消', '是']),
];
