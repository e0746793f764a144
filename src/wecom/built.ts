import { Fault } from '../errors.ts';

declare const checked: unique symbol;

/** A wire value that only its builder can make, so that its lengths and counts are known to be kept. */
export type Built<Wire> = Wire & { readonly [checked]: true };

export function built<Wire>(wire: Wire): Built<Wire> {
  return wire as Built<Wire>;
}

/** Throws the Fault of a program that asks for a message WeCom would refuse. No text of it is quoted. */
export function misbuilt(what: string, remedy: string): never {
  throw new Fault(`building ${what}`, remedy);
}
