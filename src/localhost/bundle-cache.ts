import { createHash, randomUUID } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build, type BuildOptions } from 'esbuild';

/** The checkout: where the lock file stands, and `.cache` beside it. */
const root = join(dirname(fileURLToPath(import.meta.url)), '..', '..');

/** What the bundles contain besides their own folders. */
const shared = ['univer', 'chart.ts'].map((name) => join(root, 'src', 'localhost', name));

/**
 * Bundles one entry of the local host and keeps the result, since Univer takes seconds to bundle and changes only with
 * the lock file or with the sources in `sourceFolder` and in what the bundles share.
 * @returns the folder that holds what esbuild wrote (named after the entry)
 */
export async function cachedBundle(name: string, sourceFolder: string, options: BuildOptions): Promise<string> {
  const folder = join(root, '.cache', `${name}-${keyOf(sourceFolder, options)}`);
  if (existsSync(folder)) return folder;
  // Several test workers may bundle at once: each writes a folder of its own, and the first rename wins.
  const draft = join(root, '.cache', `draft-${randomUUID()}`);
  mkdirSync(draft, { recursive: true });
  await build({ bundle: true, minify: true, format: 'iife', logLevel: 'warning', outdir: draft, ...options });
  try {
    renameSync(draft, folder);
  } catch (error) {
    rmSync(draft, { recursive: true, force: true });
    if (!existsSync(folder)) throw error;
  }
  removeOlder(name, folder);
  return folder;
}

function keyOf(sourceFolder: string, options: BuildOptions): string {
  const hash = createHash('sha256')
    .update(JSON.stringify(options))
    .update(readFileSync(join(root, 'package-lock.json')));
  for (const file of [sourceFolder, ...shared].flatMap(filesBelow)) hash.update(file).update(readFileSync(file));
  return hash.digest('hex').slice(0, 16);
}

function filesBelow(folder: string): string[] {
  if (statSync(folder).isFile()) return [folder];
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((file) => join(folder, file))
    .filter((file) => statSync(file).isFile())
    .sort();
}

function removeOlder(name: string, keep: string): void {
  const cache = dirname(keep);
  const bundle = new RegExp(`^${name}-[0-9a-f]{16}$`);
  for (const entry of readdirSync(cache)) {
    const path = join(cache, entry);
    if (bundle.test(entry) && path !== keep) rmSync(path, { recursive: true, force: true });
  }
}
