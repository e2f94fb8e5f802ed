import { relative, resolve } from 'node:path';
import type { Plugin } from 'esbuild';
import { exportsOf } from './module-exports';

type Exports = Record<string, unknown>;

/**
 * Bundles modules that hold nothing but data as JSON text: what they are made from is worked out here, once, and the
 * script parses a text only when it is used. A text costs a cold start about a fifth of what code costs.
 * @param modules matches the paths of those modules
 */
export const dataModules = (modules: RegExp): Plugin =>
  replacing('data-modules', modules, (_, exported) =>
    asModule(exported, (name) => `JSON.parse(${JSON.stringify(JSON.stringify(exported[name]))})`),
  );

/**
 * Leaves such modules out of the bundle and collects what they hold, for a page of the project: there it costs a
 * formula nothing at all.
 * @param modules matches the paths of those modules
 * @param reader path of a module whose export `data` is what was collected, read when the script first asks for it
 * @returns the plugin, and what each module exports by its path, once the bundle is built
 */
export function modulesOfPage(
  modules: RegExp,
  reader: string,
): { plugin: Plugin; data: () => Record<string, Exports> } {
  const found = new Map<string, Exports>();
  const plugin = replacing('modules-of-page', modules, (path, exported) => {
    const module = relative(resolve('.'), path);
    const own: Record<string, unknown> = {};
    const code = asModule(exported, (name) => {
      own[name] = exported[name];
      return `data[${JSON.stringify(module)}].${name}`;
    });
    found.set(module, own);
    return `import { data } from ${JSON.stringify(resolve(reader))};\n${code}`;
  });
  // Modules are found in whatever order they are read: the same sources make the same page.
  return { plugin, data: () => Object.fromEntries([...found].sort(([a], [b]) => (a < b ? -1 : 1))) };
}

const replacing = (name: string, modules: RegExp, contents: (path: string, exported: Exports) => string): Plugin => ({
  name,
  setup({ onLoad }) {
    onLoad({ filter: /\.ts$/ }, async ({ path }) =>
      modules.test(path)
        ? { contents: contents(path, await exportsOf(path)), loader: 'js', resolveDir: process.cwd() }
        : undefined,
    );
  },
});

/** A module of the same exports; an export that is part of another one is taken from there. */
function asModule(exported: Exports, valueOf: (name: string) => string): string {
  const places = new Map<unknown, string>();
  const note = (value: unknown, place: string): void => {
    if (typeof value === 'function') throw new Error(`${place} is a function: data modules hold plain data.`);
    if (typeof value !== 'object' || value === null || places.has(value)) return;
    places.set(value, place);
    for (const [key, part] of Object.entries(value)) note(part, `${place}[${JSON.stringify(key)}]`);
  };
  // The largest first: the others may be parts of it.
  const names = Object.keys(exported).sort((a, b) => sizeOf(exported[b]) - sizeOf(exported[a]));
  for (const name of names) note(exported[name], name);
  return names
    .map((name) => {
      const place = places.get(exported[name]) ?? name;
      return `export const ${name} = /* @__PURE__ */ ${place === name ? valueOf(name) : place};`;
    })
    .join('\n');
}

const sizeOf = (value: unknown): number => JSON.stringify(value).length;
