import type * as z from 'zod';
import type { Role } from '../roster/roster-view.ts';
import type { Services } from '../services.ts';
import type { Answer } from './answer.ts';
import type { Card } from './card.ts';
import type { Turn } from './turn.ts';

/** The headings under which 帮助 shows the commands. */
export const commandGroups = ['学习', '会议和通知', '我的', '支部工作', '工委工作'] as const;
export type CommandGroup = (typeof commandGroups)[number];

/** One command, as its file declares it. Help, usage and the README table are computed from this. */
export interface CommandDeclaration<Shape extends z.ZodRawShape> {
  /** First the canonical word, then its aliases. */
  readonly names: readonly [string, ...string[]];
  /** What it does, in one short Chinese line. */
  readonly summary: string;
  readonly group: CommandGroup;
  /** The least role that may use it. */
  readonly role: Role;
  /** Key order is word order; build the fields with `arguments.ts`. */
  readonly args: z.ZodObject<Shape>;
  /** What is said with it is sealed even while its turn is open: nobody may link it to its author. */
  readonly confidential?: true;
  /** The numbers of the latest search go on opening what it found; anything else that is shown ends that. */
  readonly goesOnSearching?: true;
  /** 不用了 answers what it asks; elsewhere it means that nothing is to be done. */
  readonly takesNo?: true;
  /** Whole lines a person could type. The first one is shown when something was wrong. */
  readonly examples: readonly [string, ...string[]];
  /**
   * For commands that newly reach other people: what will happen, to be shown first. `run` is then
   * called only after 确认. `undefined` when there is nothing to confirm: then it is run at once. Throw a
   * `Refusal` when it cannot be done.
   */
  preview?(
    turn: Turn,
    services: Services,
    args: z.infer<z.ZodObject<Shape>>,
  ): Preview | undefined | Promise<Preview | undefined>;
  /** States what is to be forgotten when its preview was cancelled. */
  cancelled?(turn: Turn, services: Services): void;
  /** Does it and returns what to say. Changes are stated on `turn.work`, never made directly. */
  run(turn: Turn, services: Services, args: z.infer<z.ZodObject<Shape>>): Answer | Promise<Answer>;
}

/** What is shown before 确认; with `line` where that is run in the place of what was typed: 明天 may be today by then. */
export type Preview = Card | { readonly card: Card; readonly line: string };

/** A declared command whose arguments have been hidden, so that different ones fit in one list. */
export type Command = CommandDeclaration<z.ZodRawShape>;

/** Declares a command; the types of `run`'s arguments follow from `args`. */
export function defineCommand<Shape extends z.ZodRawShape>(declaration: CommandDeclaration<Shape>): Command {
  return declaration;
}
