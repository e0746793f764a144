// @ts-check
import { existsSync, mkdirSync, readdirSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { bundled, dist, readStamp, stampFile } from './built.mjs';
import { namedExports } from './named-exports.mjs';
import { projectRoot } from './project.mjs';
import { smallLibraryMaps } from './small-library-maps.mjs';
import { unbundled, unbundledFiles } from './unbundled.mjs';

/*
 * The production build: the service and its commands, each one file with its shared chunks, all
 * libraries inside, in dist/. One file loads in half the time that the libraries' own thousand
 * take, and the image needs no node_modules but the few in dist/ (unbundled.mjs). content/ stays
 * outside, to be edited in place.
 *
 * A build may be killed at any point and two may run at once: every file is renamed into place
 * whole, chunks (named for their contents) before the entries that load them, and the stamp that
 * makes the build count comes last. Chunks of the build before are kept for processes still on it.
 */

/**
 * Builds into dist/, or leaves what is there. When it failed, esbuild has printed why.
 *
 * @returns {Promise<'built' | 'failed' | 'not installed'>} the last of esbuild, a development dependency
 */
export async function bundle() {
  const began = Date.now();
  const esbuild = await import('esbuild').catch(() => undefined);
  if (esbuild === undefined) return 'not installed';

  const entries = programs();
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
      external: unbundled,
      // Three copies of one big table come with Koa; each costs a start 6 ms.
      alias: { 'mime-db': join(projectRoot, 'node_modules', 'mime-db') },
      write: false,
      logLevel: 'warning',
      // Libraries in CommonJS ask for Node's own modules with `require`; others import `createRequire` themselves.
      banner: {
        js: "import{createRequire as bundlesRequire}from'node:module';const require=bundlesRequire(import.meta.url);",
      },
    })
    .catch((error) => {
      // What is wrong with the sources has been printed; what is wrong with esbuild has not.
      if (!('errors' in error)) console.error(error.message);
    });
  if (built === undefined) return 'failed';

  const entryFiles = new Set(entries.map(bundled));
  const inOrder = [...unbundledFiles(join(dist, 'node_modules')), ...built.outputFiles].toSorted(
    (one, other) => rank(one.path) - rank(other.path),
  );
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

/** The service and every command of the project. */
function programs() {
  const commands = readdirSync(join(projectRoot, 'src')).map((name) => `src/${name}/command-line.ts`);
  return ['src/main.ts', ...commands.filter((path) => existsSync(join(projectRoot, path)))];
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
