import { readFileSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import type { Clasp, ClaspAnswer } from './clasp';
import { claspFailure, DeployError } from './failure';
import { localFile } from './project-file';

const manifest = 'appsscript.json';

/**
 * Makes sure that clasp would push exactly `expected` and our manifest.
 * @param rootDir the pushed folder, relative to `folder`
 * @param expected names of files in `rootDir`
 * @throws DeployError that names what is missing or too much
 */
export async function checkFiles(
  clasp: Clasp,
  folder: string,
  rootDir: string,
  expected: readonly string[],
): Promise<void> {
  const answer = await clasp(localFile, 'status', '--json');
  if (answer.exitCode !== 0) throw claspFailure('list the files to push', answer);
  const { filesToPush } = JSON.parse(answer.stdout) as { filesToPush: string[] };
  const names = filesToPush.map((file) => relative(rootDir, file).split(sep).join('/'));
  const missing = expected.filter((name) => !names.includes(name));
  const tooMuch = names.filter((name) => !expected.includes(name)).sort();
  if (missing.length > 0 || tooMuch.length > 0) {
    const parts = [
      ...(missing.length > 0 ? [`does not push ${missing.join(', ')}`] : []),
      ...(tooMuch.length > 0 ? [`pushes ${tooMuch.join(', ')}`] : []),
    ];
    throw new DeployError(
      `Nothing was pushed, because clasp ${parts.join(' and ')}: ` +
        `look at the folder ${rootDir} and at .claspignore, then run \`npm run deploy\` again.`,
    );
  }
  checkManifest(folder, rootDir);
}

/** clasp puts Google's default manifest into the folder when it makes a script: that one asks for other scopes. */
function checkManifest(folder: string, rootDir: string): void {
  if (!isDeepStrictEqual(readManifest(folder, manifest), readManifest(folder, `${rootDir}/${manifest}`))) {
    throw new DeployError(
      `Nothing was pushed, because ${rootDir}/${manifest} differs from ${manifest}: the build has to copy it.`,
    );
  }
}

function readManifest(folder: string, name: string): unknown {
  try {
    return JSON.parse(readFileSync(join(folder, name), 'utf8'));
  } catch (error) {
    throw new DeployError(`Nothing was pushed, because ${name} cannot be read as JSON: correct it.`, { cause: error });
  }
}

/** Pushes the folder. Answers whether anything changed at Google. */
export async function push(clasp: Clasp): Promise<boolean> {
  return pushed(await clasp(localFile, 'push', '--force', '--json'));
}

/**
 * What a run of `clasp push --json` did: true when it pushed, false when Google had these files already.
 * @throws DeployError when it failed, and when it skipped the push, which it does with exit code 0 and no output
 */
export function pushed(answer: ClaspAnswer): boolean {
  if (answer.exitCode !== 0 || !answer.stdout.trim().startsWith('[')) throw claspFailure('push the files', answer);
  return (JSON.parse(answer.stdout) as string[]).length > 0;
}
