/**
 * Everything one turn (or one step of a job) wants to change. Code decides first and states its
 * changes here; they are written by one atomic script, or, when an expectation no longer holds, not
 * at all. So a turn that fails, or whose process is killed, has changed nothing.
 */
export interface UnitOfWork {
  /** Commit only if the string at `key` is still `value`; `undefined` means: is still absent. */
  expectValue(key: string, value: string | undefined): void;
  /** Commit only if the string at `key` still begins with this, which is not empty. */
  expectStart(key: string, start: string): void;
  /** Commit only if `field` of the hash at `key` is still `value`; `undefined` means: is still absent. */
  expectField(key: string, field: string, value: string | undefined): void;
  /** Commit only if the first entry of the list at `key` still begins with this line. */
  expectFirst(key: string, line: string): void;
  /** One Redis write command on one key. */
  write(command: WriteCommand, key: string, ...values: readonly (string | number)[]): void;
}

/** The commands a unit of work may hold: writes on exactly one key. */
export type WriteCommand =
  | 'BITFIELD'
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
  | 'ZINCRBY'
  | 'ZREM';

/** A unit of work in the form `commit` hands to the script. */
export interface StatedWork extends UnitOfWork {
  readonly guards: readonly Guard[];
  readonly writes: readonly Write[];
  /** Adds everything another unit states. */
  include(other: StatedWork): void;
}

export interface Guard {
  readonly key: string;
  /** `v`: the value at the key; `s`: its start; `f`: the field of a hash; `l`: the first line of a list's first entry. */
  readonly kind: 'v' | 's' | 'f' | 'l';
  /** Empty but for `f`. */
  readonly field: string;
  /** Empty for absent. */
  readonly expected: string;
}

export interface Write {
  readonly key: string;
  readonly command: WriteCommand;
  readonly values: readonly (string | number)[];
}

export function createUnitOfWork(): StatedWork {
  const guards: Guard[] = [];
  const writes: Write[] = [];

  return {
    guards,
    writes,
    expectValue(key, value = '') {
      guards.push({ key, kind: 'v', field: '', expected: value });
    },
    expectStart(key, start) {
      guards.push({ key, kind: 's', field: '', expected: start });
    },
    expectField(key, field, value = '') {
      guards.push({ key, kind: 'f', field, expected: value });
    },
    expectFirst(key, line) {
      guards.push({ key, kind: 'l', field: '', expected: line });
    },
    write(command, key, ...values) {
      writes.push({ key, command, values });
    },
    include(other) {
      for (const guard of other.guards) guards.push(guard);
      for (const write of other.writes) writes.push(write);
    },
  };
}
