/**
 * Everything one turn (or one step of a job) wants to change. Code decides first and states its
 * changes here; they are written by one atomic script, or, when an expectation no longer holds, not
 * at all. So a turn that fails, or whose process is killed, has changed nothing.
 */
export interface UnitOfWork {
  /** Commit only if the string at `key` is still `value`; `undefined` means: is still absent. */
  expectValue(key: string, value: string | undefined): void;
  /** Commit only if `field` of the hash at `key` is still `value`; `undefined` means: is still absent. */
  expectField(key: string, field: string, value: string | undefined): void;
  /** Commit only if the first entry of the list at `key` still begins with this line. */
  expectFirst(key: string, line: string): void;
  /** One Redis write command on one key. */
  write(command: WriteCommand, key: string, ...values: readonly (string | number)[]): void;
}

/** The commands a unit of work may hold: writes on exactly one key. */
export type WriteCommand =
  | 'DEL'
  | 'EXPIRE'
  | 'HDEL'
  | 'HINCRBY'
  | 'HSET'
  | 'HSETNX'
  | 'INCR'
  | 'LPOP'
  | 'LTRIM'
  | 'RPUSH'
  | 'SADD'
  | 'SET'
  | 'SREM'
  | 'ZADD'
  | 'ZREM';

/** A unit of work in the form `commit` hands to the script. */
export interface StatedWork extends UnitOfWork {
  readonly guardKeys: readonly string[];
  /**
   * Three entries a guard: `v` (value), `f` (field) or `l` (first line); the field, else empty; what is
   * expected, empty for absent.
   */
  readonly guards: readonly string[];
  readonly writeKeys: readonly string[];
  /** For each write: the command, the number of values, the values. */
  readonly writes: readonly (string | number)[];
  /** Adds everything another unit states. */
  include(other: StatedWork): void;
}

export function createUnitOfWork(): StatedWork {
  const guardKeys: string[] = [];
  const guards: string[] = [];
  const writeKeys: string[] = [];
  const writes: (string | number)[] = [];

  return {
    guardKeys,
    guards,
    writeKeys,
    writes,
    expectValue(key, value) {
      guardKeys.push(key);
      guards.push('v', '', value ?? '');
    },
    expectField(key, field, value) {
      guardKeys.push(key);
      guards.push('f', field, value ?? '');
    },
    expectFirst(key, line) {
      guardKeys.push(key);
      guards.push('l', '', line);
    },
    write(command, key, ...values) {
      writeKeys.push(key);
      writes.push(command, values.length, ...values);
    },
    include(other) {
      // One by one: a broadcast has more values than a call takes arguments.
      for (const key of other.guardKeys) guardKeys.push(key);
      for (const guard of other.guards) guards.push(guard);
      for (const key of other.writeKeys) writeKeys.push(key);
      for (const value of other.writes) writes.push(value);
    },
  };
}
