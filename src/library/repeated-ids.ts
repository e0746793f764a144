import { errorAt, type Report } from './problem.ts';
import { mapOf, type YamlSource } from './yaml-source.ts';

/** A piece of content that is known by an id for ever; also one that cannot be used for another reason. */
export interface KnownById {
  /** As it was typed; `undefined` when there is none. */
  readonly id: string | undefined;
  readonly file: string;
  lineOf(key: 'id'): number;
}

/** What a map of `file` is known by, whether or not the rest of it can be used. */
export function knownById(source: YamlSource, file: string): KnownById {
  const { id } = mapOf(source);
  const known = typeof id === 'string' && id.trim() !== '';
  return { id: known ? id.trim() : undefined, file, lineOf: (key) => source.lineOf([key]) };
}

/**
 * Of two pieces with one id the first stays, and the other is reported with both places. Ids that differ only
 * in case count as one, because buttons and typed commands may lose it.
 */
export function withoutRepeatedIds<Piece extends KnownById>(
  pieces: readonly Piece[],
  report: Report,
): readonly Piece[] {
  const firstById = new Map<string, Piece>();
  return pieces.filter((piece) => {
    const { id, file } = piece;
    if (id === undefined) return true;
    const first = firstById.get(id.toLowerCase());
    if (first === undefined) {
      firstById.set(id.toLowerCase(), piece);
      return true;
    }
    const place = `${first.file} 第 ${first.lineOf('id')} 行`;
    report(file, [errorAt(piece.lineOf('id'), `id ${id} 已经用在 ${place}，请换一个没有用过的。`)]);
    return false;
  });
}
