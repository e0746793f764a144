// @ts-check
import {
  existsSync,
  mkdirSync,
  readFileSync,
  readdirSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { namedExports } from './named-exports.mjs';
import { projectRoot } from './project.mjs';
import { smallLibraryMaps } from './small-library-maps.mjs';

/*
 * The production build: the service and its commands, each one file with its shared chunks, all
 * libraries inside, in dist/. One file loads in half the time that the libraries' own thousand
 * take, and the image needs no node_modules. content/ stays outside, to be edited in place.
 *
 * A build may be killed at any point and two may run at once: every file is renamed into place
 * whole, chunks (named for their contents) before the entries that load them, and the stamp that
 * makes the build count comes last. Chunks of the build before are kept for processes still on it.
 */

const entries = [
  'src/main.ts',
  'src/roster/command-line.ts',
  'src/library/command-line.ts',
  'src/schedule/command-line.ts',
  'src/doctor/command-line.ts',
];
const sources = ['src', 'handlers', 'jobs', 'package.json', 'package-lock.json'];
const dist = join(projectRoot, 'dist');
const stampFile = join(dist, 'build.json');

/** @typedef {{ began: number, files: string[] }} Stamp `began` in milliseconds since the Unix epoch, `files` within dist */

/**
 * Where the build has the program that is written in this source file.
 *
 * @param {string} source within the project, such as `src/main.ts`
 */
export function bundled(source) {
  return join(dist, relative('src', source).replace(/\.ts$/, '.js'));
}

/** Whether dist/ holds a whole build that is no older than any source; an image has the build alone. */
export function isBundled() {
  const stamp = readStamp();
  if (stamp === undefined) return false;
  if (!existsSync(join(projectRoot, 'src/main.ts'))) return true;
  return sources.every((path) => newest(join(projectRoot, path)) <= stamp.began);
}

/**
 * Builds into dist/, or leaves what is there. When it failed, esbuild has printed why.
 *
 * @returns {Promise<'built' | 'failed' | 'not installed'>} the last of esbuild, a development dependency
 */
export async function bundle() {
  const began = Date.now();
  const esbuild = await import('esbuild').catch(() => undefined);
  if (esbuild === undefined) return 'not installed';

  const built = await esbuild
    .build({
      absWorkingDir: projectRoot,
      entryPoints: entries,
      outbase: 'src',
      outdir: 'dist',
      chunkNames: 'chunks/[name]-[hash]',
      bundle: true,
      splitting: true,
      platform: 'node',
      format: 'esm',
      target: 'node20',
      sourcemap: true,
      sourcesContent: false,
      plugins: [namedExports, smallLibraryMaps],
      // Three copies of one big table come with Koa; each costs a start 6 ms.
      alias: { 'mime-db': join(projectRoot, 'node_modules', 'mime-db') },
      write: false,
      logLevel: 'warning',
      // Libraries in CommonJS ask for Node's own modules with `require`.
      banner: { js: "import{createRequire}from'node:module';const require=createRequire(import.meta.url);" },
    })
    .catch(() => undefined);
  if (built === undefined) return 'failed';

  const entryFiles = new Set(entries.map(bundled));
  const inOrder = built.outputFiles.toSorted((one, other) => rank(one.path) - rank(other.path));
  for (const { path, contents } of inOrder) writeWhole(path, contents);
  const files = inOrder.map(({ path }) => relative(dist, path));
  removeOthers(new Set([...files, ...(readStamp()?.files ?? [])]), began);
  writeWhole(stampFile, JSON.stringify({ began, files }));
  return 'built';

  /** @param {string} path */
  function rank(path) {
    return entryFiles.has(path) ? 1 : 0;
  }
}

/** @returns {Stamp | undefined} */
function readStamp() {
  try {
    return JSON.parse(readFileSync(stampFile, 'utf8'));
  } catch {
    return undefined;
  }
}

/**
 * Folders count too: theirs is the time at which a file in them was added, renamed or deleted.
 *
 * @param {string} path of a file or a folder
 * @returns {number} the latest change, in milliseconds since the Unix epoch; 0 for what is not there
 */
function newest(path) {
  const stat = statSync(path, { throwIfNoEntry: false });
  if (stat === undefined) return 0;
  if (!stat.isDirectory()) return stat.mtimeMs;
  return Math.max(stat.mtimeMs, ...readdirSync(path).map((name) => newest(join(path, name))));
}

/**
 * @param {string} path
 * @param {string | Uint8Array} contents
 */
function writeWhole(path, contents) {
  const unfinished = `${path}.${process.pid}`;
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(unfinished, contents);
  renameSync(unfinished, path);
}

/**
 * Removes what no build uses any more; the unfinished files of a build that runs now are younger.
 *
 * @param {Set<string>} kept within dist
 * @param {number} before only what was last changed before, in milliseconds since the Unix epoch
 */
function removeOthers(kept, before) {
  for (const entry of readdirSync(dist, { recursive: true, withFileTypes: true })) {
    const path = join(entry.parentPath, entry.name);
    if (!entry.isFile() || path === stampFile || kept.has(relative(dist, path))) continue;
    if ((statSync(path, { throwIfNoEntry: false })?.mtimeMs ?? Infinity) < before)
      rmSync(path, { force: true });
  }
}
