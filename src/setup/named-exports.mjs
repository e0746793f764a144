// @ts-check

/**
 * An esbuild plugin for `await import('some-package')`. Of a package in CommonJS, esbuild would hand
 * over the default export alone, where Node.js hands over the named ones too. So Node.js is asked for
 * their names. What stays outside the bundle, Node.js loads itself.
 *
 * @type {import('esbuild').Plugin}
 */
export const namedExports = {
  name: 'named exports',
  setup(build) {
    const outside = build.initialOptions.external ?? [];
    build.onResolve({ filter: /^[^./]/ }, ({ kind, path, importer, resolveDir }) => {
      const isOurs = kind === 'dynamic-import' && !importer.includes('node_modules');
      if (!isOurs || path.startsWith('node:') || outside.includes(path)) return undefined;
      return { path, namespace: 'named-exports', pluginData: resolveDir };
    });

    build.onLoad({ filter: /.*/, namespace: 'named-exports' }, async ({ path, pluginData }) => {
      const names = Object.keys(await import(path)).filter((name) => /^\w+$/.test(name));
      return {
        contents: `export { ${names.join(', ')} } from ${JSON.stringify(path)};`,
        resolveDir: pluginData,
      };
    });
  },
};
