import { parseArgs } from 'node:util';

/** What `npm run roster -- …` was asked to do (contract §1). */
export type RosterRequest =
  | {
      readonly verb: 'import';
      readonly file: string;
      /** Only show what an import would change. */
      readonly dryRun: boolean;
      /** Show every line of the difference and every problem. */
      readonly verbose: boolean;
    }
  | { readonly verb: 'export'; readonly file: string };

/** `undefined` when it is not understood. */
export function rosterRequest(words: readonly string[]): RosterRequest | undefined {
  const { values, positionals } = parsed(words) ?? { values: {}, positionals: [] };
  const [verb, file, ...rest] = positionals;
  if (file === undefined || rest.length > 0) return undefined;

  const { 'dry-run': dryRun = false, verbose = false } = values;
  if (verb === 'import') return { verb, file, dryRun, verbose };
  if (verb === 'export' && !dryRun && !verbose) return { verb, file };
  return undefined;
}

/** What is said then. */
export const rosterUsage = [
  '用法：',
  '  npm run roster -- import 名册.xlsx             导入名册',
  '  npm run roster -- import 名册.xlsx --dry-run   只看会有哪些变化，不改动',
  '  npm run roster -- import 名册.xlsx --verbose   列出全部变化',
  '  npm run roster -- export 名册.xlsx             导出名册',
  '名册可以是 .xlsx 文件（组织、人员两张工作表），或含 组织.csv 和 人员.csv 的文件夹。文件名里有空格时请加引号。',
].join('\n');

function parsed(words: readonly string[]) {
  try {
    return parseArgs({
      args: [...words],
      allowPositionals: true,
      options: { 'dry-run': { type: 'boolean' }, verbose: { type: 'boolean' } },
    });
  } catch {
    return undefined;
  }
}
