import { runInNewContext } from 'node:vm';
import { build } from 'esbuild';

/** What a module exports, worked out apart from any bundle. */
export async function exportsOf(path: string): Promise<Record<string, unknown>> {
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
