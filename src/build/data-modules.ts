import { runInNewContext } from 'node:vm';
import { build, type Plugin } from 'esbuild';

/**
 * Bundles modules that hold nothing but data as JSON text: what they are made from is worked out here, once, and the
 * script parses a text only when it is used. A text costs a cold start about a fifth of what code costs.
 * @param modules matches the paths of those modules
 */
export function dataModules(modules: RegExp): Plugin {
  return {
    name: 'data-modules',
    setup({ onLoad }) {
      onLoad({ filter: /\.ts$/ }, async ({ path }) =>
        modules.test(path) ? { contents: asJson(await exportsOf(path)), loader: 'js' } : undefined,
      );
    },
  };
}

/** What a module exports, worked out apart from the bundle. */
async function exportsOf(path: string): Promise<Record<string, unknown>> {
  const { outputFiles } = await build({
    entryPoints: [path],
    bundle: true,
    write: false,
    format: 'iife',
    globalName: 'exported',
    target: 'es2022',
  });
  return { ...(runInNewContext(`${outputFiles[0]!.text}; exported`, {}) as Record<string, unknown>) };
}

/** A module of the same exports; an export that is part of another one is taken from there. */
function asJson(exported: Record<string, unknown>): string {
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
      const value = place === name ? `JSON.parse(${JSON.stringify(JSON.stringify(exported[name]))})` : place;
      return `export const ${name} = /* @__PURE__ */ ${value};`;
    })
    .join('\n');
}

const sizeOf = (value: unknown): number => JSON.stringify(value).length;
