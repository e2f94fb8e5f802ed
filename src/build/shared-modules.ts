import { relative, resolve } from 'node:path';
import { build, type Plugin } from 'esbuild';

const NAMESPACE = 'shared';
const ALREADY = { isResolved: true };

/** Modules by their paths, relative to the project, with the names that each exports. */
export type ExportedNames = ReadonlyMap<string, readonly string[]>;

/**
 * Takes modules out of another bundle that shows them, instead of bundling them a second time.
 * @param held the modules that the other bundle has
 * @param shared the expression of the function that answers an export, by path and name
 * @returns the plugin, and what the text that was bundled with it really takes
 */
export function sharedModules(
  held: ExportedNames,
  shared: string,
): { plugin: Plugin; takenBy: (text: string) => ExportedNames } {
  const source = (path: string, name: string): string => `${shared}(${JSON.stringify(path)}, ${JSON.stringify(name)})`;
  const plugin: Plugin = {
    name: 'shared-modules',
    setup({ onResolve, onLoad, resolve: resolvePath }) {
      onResolve({ filter: /^\./ }, async ({ path, pluginData, ...rest }) => {
        if (pluginData === ALREADY) return undefined;
        const resolved = await resolvePath(path, { ...rest, pluginData: ALREADY });
        const module = relative(resolve('.'), resolved.path);
        return held.has(module) ? { path: module, namespace: NAMESPACE } : undefined;
      });
      onLoad({ filter: /.*/, namespace: NAMESPACE }, ({ path }) => ({
        contents: held
          .get(path)!
          .map((name) => `export const ${name} = /* @__PURE__ */ ${source(path, name)};`)
          .join('\n'),
      }));
    },
  };
  const takenBy = (text: string): ExportedNames => {
    const taken = [...held].map(
      ([path, names]) => [path, names.filter((name) => text.includes(source(path, name)))] as const,
    );
    return new Map(taken.filter(([, names]) => names.length > 0));
  };
  return { plugin, takenBy };
}

/** A module with the function that answers an export of others, by path and name. */
export function sharingModule(shown: ExportedNames): string {
  const all = [...shown].map(([path, names], at) => ({ path, names: names.map((name) => [name, `${name}${at}`]) }));
  const imports = all.map(
    ({ path, names }) =>
      `import { ${names.map(([name, as]) => `${name} as ${as}`).join(', ')} } from ${JSON.stringify(`./${path}`)};`,
  );
  // Made when they are asked for: a formula asks for none.
  const getters = all.map(
    ({ path, names }) =>
      `get ${JSON.stringify(path)}() { return { ${names.map(([name, as]) => `${name}: ${as}`).join(', ')} }; }`,
  );
  return `${imports.join('\n')}\nconst modules = { ${getters.join(', ')} };\nexport const shared = (path, name) => modules[path][name];`;
}

/** Of modules, the names that they export; types are none. */
export async function exportedNames(modules: readonly string[]): Promise<ExportedNames> {
  const { metafile } = await build({
    entryPoints: [...modules],
    bundle: true,
    external: ['./*', '../*'],
    write: false,
    metafile: true,
    format: 'esm',
    outdir: '.',
  });
  return new Map(Object.values(metafile.outputs).map(({ entryPoint, exports }) => [entryPoint!, exports]));
}
