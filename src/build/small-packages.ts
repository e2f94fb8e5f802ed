import { build, type Metafile, type Plugin } from 'esbuild';

/**
 * Bundles modules that stand for a package on their own and shortens the names in them. Ours keep their names: an
 * error's line in a package helps nobody, and a quarter of the script is saved.
 * @param modules matches the paths of those modules
 */
export function smallPackages(modules: RegExp): { plugin: Plugin; metafiles: Metafile[] } {
  const metafiles: Metafile[] = [];
  const plugin: Plugin = {
    name: 'small-packages',
    setup({ onLoad, initialOptions: { target } }) {
      onLoad({ filter: modules }, async ({ path }) => {
        const { outputFiles, metafile } = await build({
          entryPoints: [path],
          bundle: true,
          write: false,
          metafile: true,
          minify: true,
          format: 'esm',
          legalComments: 'none',
          ...(target && { target }),
        });
        metafiles.push(metafile);
        return { contents: outputFiles[0]!.text, loader: 'js' };
      });
    },
  };
  return { plugin, metafiles };
}
