import { posix } from 'node:path';
import { isNode, type SourceFile, type SyntaxNode } from './source-files.ts';

/** One file that another one asks for. */
export interface Import {
  /** A path within the project (`src/errors.ts`), a library (`koa`) or a part of Node (`node:fs`). */
  readonly target: string;
  /** Only types, which are gone at run time. */
  readonly isType: boolean;
  /** What it is called in the file it comes from; empty for `import * as` and `import()`. */
  readonly names: readonly string[];
}

export function importsOf({ path, nodes }: SourceFile): readonly Import[] {
  return nodes.flatMap((node) => {
    const source = sourceOf(node);
    if (source === undefined) return [];
    const target = source.startsWith('.') ? posix.join(posix.dirname(path), source) : source;
    return [{ target, isType: isTypeOnly(node), names: namesOf(node) }];
  });
}

const asking = new Set([
  'ImportDeclaration',
  'ExportNamedDeclaration',
  'ExportAllDeclaration',
  'ImportExpression',
  'TSImportType',
]);

function sourceOf({ type, source }: SyntaxNode): string | undefined {
  if (!asking.has(type) || !isNode(source)) return undefined;
  return typeof source['value'] === 'string' ? source['value'] : undefined;
}

function isTypeOnly({ type, importKind, exportKind }: SyntaxNode): boolean {
  return type === 'TSImportType' || importKind === 'type' || exportKind === 'type';
}

function namesOf({ specifiers }: SyntaxNode): readonly string[] {
  if (!Array.isArray(specifiers)) return [];
  return specifiers.flatMap((specifier: unknown) => {
    const name = isNode(specifier) ? (specifier['imported'] ?? specifier['local']) : undefined;
    return isNode(name) && typeof name['name'] === 'string' ? [name['name']] : [];
  });
}
