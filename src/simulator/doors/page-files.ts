import { fileURLToPath } from 'node:url';

/** The page's script and style, bundled in memory. */
export interface PageFiles {
  readonly script: string;
  readonly style: string;
}

let bundled: Promise<PageFiles> | undefined;

/**
 * Bundles the page on the first request, once per process. esbuild is loaded only here, so that the
 * many simulators of the story tests start without it.
 */
export function pageFiles(): Promise<PageFiles> {
  bundled ??= bundle();
  return bundled;
}

async function bundle(): Promise<PageFiles> {
  const { build } = await import('esbuild');
  const { outputFiles } = await build({
    entryPoints: ['main.tsx', 'page.css'].map((name) =>
      fileURLToPath(new URL(`../page/${name}`, import.meta.url)),
    ),
    bundle: true,
    write: false,
    outdir: '/',
    format: 'esm',
    target: 'es2022',
    jsx: 'automatic',
    jsxImportSource: 'preact',
    minify: true,
    logLevel: 'silent',
  });

  const textOf = (ending: string): string =>
    outputFiles.find(({ path }) => path.endsWith(ending))?.text ?? '';
  return { script: textOf('.js'), style: textOf('.css') };
}
