import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { parseAst } from 'vitest/node';

/** One file of the product, read and parsed. */
export interface SourceFile {
  /** Within the project, such as `src/chat/router.ts`. */
  readonly path: string;
  readonly text: string;
  /** Every node of its syntax tree, parents first. */
  readonly nodes: readonly SyntaxNode[];
}

/** A node of the syntax tree in the form of ESTree with TypeScript's additions. */
export interface SyntaxNode {
  readonly type: string;
  readonly [property: string]: unknown;
}

/** Every file of `src`, `handlers` and `jobs` that holds code, in the order of their paths. */
export function readSourceFiles(): readonly SourceFile[] {
  return ['handlers', 'jobs', 'src'].flatMap(codeIn).map(readSourceFile);
}

function codeIn(folder: string): readonly string[] {
  const names = readdirSync(folder, { recursive: true, encoding: 'utf8' });
  return names
    .filter((name) => /\.(?:ts|tsx|mjs)$/u.test(name))
    .map((name) => join(folder, name))
    .toSorted();
}

/** The parser is Vite's, which the tests have anyway: TypeScript 7 offers no interface of its own. */
function readSourceFile(path: string): SourceFile {
  const text = readFileSync(path, 'utf8');
  const lang = path.endsWith('.tsx') ? 'tsx' : path.endsWith('.ts') ? 'ts' : 'js';
  const nodes: SyntaxNode[] = [];
  // oxlint-disable-next-line typescript/no-deprecated -- Vite has a newer name for it, which Vitest does not hand on.
  collect(parseAst(text, { lang, astType: 'ts' }, path), nodes);
  return { path, text, nodes };
}

function collect(value: unknown, nodes: SyntaxNode[]): void {
  if (Array.isArray(value)) for (const element of value) collect(element, nodes);
  if (!isNode(value)) return;
  nodes.push(value);
  for (const property of Object.values(value)) collect(property, nodes);
}

export function isNode(value: unknown): value is SyntaxNode {
  return typeof value === 'object' && value !== null && 'type' in value && typeof value.type === 'string';
}
