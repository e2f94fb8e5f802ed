import type { Clasp } from './clasp';
import { claspFailure, DeployError, switchOnApi } from './failure';
import {
  localFile,
  readLocalSettings,
  readSharedSettings,
  sharedFile,
  writeLocalSettings,
  type ProjectSettings,
} from './project-file';

/** Settings that name a script. */
export type LinkedSettings = ProjectSettings & { scriptId: string };

/**
 * Asks clasp who is logged in.
 * @returns the account's address, or undefined where Google does not tell it
 * @throws DeployError when nobody is logged in
 */
export async function checkLogin(clasp: Clasp): Promise<string | undefined> {
  const answer = await clasp(sharedFile, 'show-authorized-user', '--json');
  const login =
    answer.exitCode === 0 ? (JSON.parse(answer.stdout) as { loggedIn: boolean; email?: string }) : undefined;
  if (!login) throw claspFailure('read the login in .clasprc.json of your home folder', answer);
  if (!login.loggedIn) {
    throw new DeployError(
      `You are not logged in to Google: ${switchOnApi}, run \`npx clasp login\`, then run \`npm run deploy\` again.`,
    );
  }
  return login.email;
}

/**
 * Makes a new sheet with a script bound to it, and writes the local settings.
 * @param title name of the sheet and of the script
 * @throws DeployError when Google or clasp did not make it
 */
export async function createSheet(clasp: Clasp, folder: string, title: string): Promise<LinkedSettings> {
  const shared = readSharedSettings(folder);
  // clasp wants the file of -P to exist.
  writeLocalSettings(folder, shared);
  const answer = await clasp(
    localFile,
    ...['create-script', '--type', 'sheets', `--title=${title}`, '--rootDir', shared.rootDir],
  );
  // The links are the proof: clasp ends with exit code 0 when it made nothing, and with 1 when it made everything but
  // could not read it back, and then it does not note the ids.
  const sheet = /https:\/\/drive\.google\.com\/open\?id=([\w-]+)/.exec(answer.stdout)?.[1];
  const script = /https:\/\/script\.google\.com\/d\/([\w-]+)\/edit/.exec(answer.stdout)?.[1];
  if (!sheet || !script) {
    const failure = claspFailure('create the sheet', answer);
    // Google makes the sheet before its script, and keeps it when the script cannot be made.
    failure.message += ` If an empty sheet "${title}" has appeared in your Google Drive, delete it.`;
    throw failure;
  }
  const settings = { rootDir: shared.rootDir, scriptId: script, parentId: sheet };
  writeLocalSettings(folder, settings);
  return settings;
}

/**
 * Writes local settings that name a script which exists already.
 * @throws DeployError when `scriptId` is no id
 */
export function linkScript(folder: string, scriptId: string): LinkedSettings {
  if (!/^[\w-]+$/.test(scriptId)) {
    throw new DeployError(
      `"${scriptId}" is not the id of a script: copy it from Extensions › Apps Script › Project Settings › Script ID.`,
    );
  }
  const settings = { rootDir: readSharedSettings(folder).rootDir, scriptId };
  writeLocalSettings(folder, settings);
  return settings;
}

/** The script this person pushes to, or undefined before there is one. */
export function linkedScript(folder: string): LinkedSettings | undefined {
  const settings = readLocalSettings(folder);
  return settings?.scriptId ? { ...settings, scriptId: settings.scriptId } : undefined;
}
