import { isNode, type SourceFile, type SyntaxNode } from './source-files.ts';

/**
 * The texts in a file, as they stand in quotation marks: no comments, no patterns. A template counts as
 * one text in which `hole` stands for every value put in.
 */
export function textsOf({ nodes }: SourceFile): readonly string[] {
  return nodes.flatMap((node) => textOf(node) ?? []);
}

/** Stands for the values put into a template; no text contains it otherwise. */
export const hole = '\u{fffc}';

/** The text a node is, if it is one. */
export function textOf(node: SyntaxNode): string | undefined {
  const { type, value, quasis } = node;
  if ((type === 'Literal' || type === 'JSXText') && typeof value === 'string') return value;
  if (type !== 'TemplateLiteral' || !Array.isArray(quasis)) return undefined;
  return quasis.map(cookedText).join(hole);
}

function cookedText(part: unknown): string {
  const value: unknown = isNode(part) ? part['value'] : undefined;
  if (typeof value !== 'object' || value === null || !('cooked' in value)) return '';
  return typeof value.cooked === 'string' ? value.cooked : '';
}
