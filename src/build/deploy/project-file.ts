import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { DeployError } from './failure';

/** The committed settings of clasp: the folder that is pushed, and no script. */
export const sharedFile = '.clasp.json';
/** This person's settings: which script is theirs. Ignored by git. */
export const localFile = '.clasp.local.json';

/** The settings that matter here; clasp keeps others beside them. */
export interface ProjectSettings {
  rootDir: string;
  /** The script's id; absent before the script is made. */
  scriptId?: string;
  /** The id of the sheet the script is bound to; absent for a standalone script or one that was named by hand. */
  parentId?: string;
}

/** @throws DeployError when the file is absent or damaged. */
export function readSharedSettings(folder: string): ProjectSettings {
  const settings = read(folder, sharedFile);
  if (!settings) throw new DeployError(`${sharedFile} is missing: get it back with \`git checkout ${sharedFile}\`.`);
  return settings;
}

/** This person's settings, or undefined when there are none yet. */
export function readLocalSettings(folder: string): ProjectSettings | undefined {
  return read(folder, localFile);
}

export function writeLocalSettings(folder: string, settings: ProjectSettings): void {
  writeFileSync(join(folder, localFile), `${JSON.stringify(settings, null, 2)}\n`);
}

function read(folder: string, name: string): ProjectSettings | undefined {
  const path = join(folder, name);
  if (!existsSync(path)) return undefined;
  const settings = parse(name, readFileSync(path, 'utf8'));
  const { rootDir, scriptId, parentId } = settings;
  if (typeof rootDir !== 'string' || rootDir === '') {
    throw new DeployError(`${name} names no rootDir: add "rootDir": "dist", or delete the file if it is yours.`);
  }
  return {
    rootDir,
    ...(typeof scriptId === 'string' ? { scriptId } : {}),
    ...(typeof parentId === 'string' ? { parentId } : {}),
  };
}

function parse(name: string, text: string): Record<string, unknown> {
  try {
    const settings: unknown = JSON.parse(text);
    if (typeof settings === 'object' && settings !== null) return settings as Record<string, unknown>;
  } catch {
    // Said below: a file that is no JSON and a file that holds no settings need the same correction.
  }
  throw new DeployError(
    `${name} is damaged: correct it, or delete it if it is yours, then run \`npm run deploy\` again.`,
  );
}
