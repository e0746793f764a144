/** What a command line prints, line by line, and the exit code it ends with. */
export interface CommandResult {
  readonly lines: readonly string[];
  /** 0: all is well; 1: there are problems; 2: the words were not understood. */
  readonly exitCode: 0 | 1 | 2;
}
