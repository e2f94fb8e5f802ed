import { createHash, randomUUID } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build, type BuildOptions } from 'esbuild';

/** The checkout: where the lock file stands, and `.cache` beside it. */
const root = join(dirname(fileURLToPath(import.meta.url)), '..', '..', '..');
const cache = join(root, '.cache');

/** A list of the files of ours that a bundle was made of, beside the bundles. */
const SOURCES = 'sources.json';

/**
 * Bundles one entry of the local host and keeps the result, since Univer takes seconds to bundle and changes only with
 * the lock file or with the sources that went into it.
 * @param builtBy files that decide how it is built without being part of it, such as an esbuild plugin's
 * @returns the folder that holds what esbuild wrote (named after the entry)
 */
export async function cachedBundle(name: string, options: BuildOptions, builtBy: string[] = []): Promise<string> {
  const bundle = new RegExp(`^${name}-[0-9a-f]{16}$`);
  const kept = existsSync(cache) ? readdirSync(cache).filter((entry) => bundle.test(entry)) : [];
  const current = kept.map((entry) => join(cache, entry)).find((folder) => isCurrent(name, folder, options));
  if (current !== undefined) return current;
  // Several test workers may bundle at once: each writes a folder of its own, and the first rename wins.
  const draft = join(cache, `draft-${randomUUID()}`);
  mkdirSync(draft, { recursive: true });
  const { metafile } = await build({
    bundle: true,
    minify: true,
    format: 'iife',
    logLevel: 'warning',
    ...options,
    outdir: draft,
    metafile: true,
    absWorkingDir: root,
  });
  const sources = Object.keys(metafile.inputs).filter((path) => !/(^|\/)node_modules\/|:/.test(path));
  const listed = [...new Set([...sources, ...builtBy])].sort();
  writeFileSync(join(draft, SOURCES), JSON.stringify(listed));
  const folder = join(cache, nameOf(name, listed, options));
  try {
    renameSync(draft, folder);
  } catch (error) {
    rmSync(draft, { recursive: true, force: true });
    if (!existsSync(folder)) throw error;
  }
  for (const entry of kept) rmSync(join(cache, entry), { recursive: true, force: true });
  return folder;
}

/** Whether a bundle would be the same if it were made now. A file of ours can only come to it by a change of another one. */
function isCurrent(name: string, folder: string, options: BuildOptions): boolean {
  try {
    const sources = JSON.parse(readFileSync(join(folder, SOURCES), 'utf8')) as string[];
    return folder === join(cache, nameOf(name, sources, options));
  } catch {
    // A file is gone, or another start is just clearing this folder away.
    return false;
  }
}

function nameOf(name: string, sources: readonly string[], options: BuildOptions): string {
  const hash = createHash('sha256')
    .update(JSON.stringify(options))
    .update(readFileSync(join(root, 'package-lock.json')));
  for (const file of sources) hash.update(file).update(readFileSync(resolve(root, file)));
  return `${name}-${hash.digest('hex').slice(0, 16)}`;
}
